import ApusDiagnostics

/// A mapping or sequence that is still open, with what has been read of it.
struct YAMLFrame {
    enum Kind: String {
        case sequence, mapping
    }

    let kind: Kind
    let location: SourceLocation
    let anchor: String?
    /// The number of values that it contains, including itself.
    var size = 1
    /// How many levels of mappings and sequences its members nest.
    var height = 0

    private var elements: [Node] = []
    private var mapping = Mapping()
    private var key: Key?
    private var merge: Merge?

    /// The key whose value comes next.
    private enum Key {
        case member(String, SourceLocation)
        case merge(SourceLocation)
    }

    /// The members that `<<` adds, and the position of the member after it.
    private struct Merge {
        let location: SourceLocation
        let position: Int
        var sources: [Mapping] = []
    }

    init(kind: Kind, location: SourceLocation, anchor: String?) {
        self.kind = kind
        self.location = location
        self.anchor = anchor
    }

    var expectsKey: Bool { kind == .mapping && key == nil }

    mutating func setKey(_ text: String, at location: SourceLocation) { key = .member(text, location) }

    mutating func setMergeKey(at location: SourceLocation, diagnostics: Diagnostics) {
        key = .merge(location)
        if let merge {
            diagnostics.report(
                .duplicateKey,
                "the merge key '<<' appears twice in this mapping; use one with a list of mappings",
                at: location,
                notes: [("it first appears here", merge.location)]
            )
        } else {
            merge = Merge(location: location, position: mapping.count)
        }
    }

    /// Adds an element, or the value of the key.
    mutating func add(_ node: Node, diagnostics: Diagnostics) throws(Diagnostic) {
        switch key {
        case nil: elements.append(node)
        case .member(let text, let location):
            mapping.insert(.init(key: text, keyLocation: location, value: node), diagnostics: diagnostics)
        case .merge: merge?.sources += try Self.mergeSources(node)
        }
        key = nil
    }

    /// The whole value, with the merge key's members in the place of the merge key.
    var value: Node.Value {
        guard kind == .mapping else { return .sequence(elements) }
        guard let merge else { return .mapping(mapping) }
        var merged = Mapping()
        for entry in mapping.entries.prefix(merge.position) { merged.insert(entry) }
        for entry in merge.sources.flatMap(\.entries) where mapping[entry.key] == nil { merged.insert(entry) }
        for entry in mapping.entries.dropFirst(merge.position) { merged.insert(entry) }
        return .mapping(merged)
    }

    private static func mergeSources(_ node: Node) throws(Diagnostic) -> [Mapping] {
        if let mapping = node.mapping { return [mapping] }
        var sources: [Mapping] = []
        for element in node.sequence ?? [node] {
            guard let mapping = element.mapping else {
                throw Diagnostic(
                    defect: .invalidMerge,
                    message: "the merge key '<<' takes a mapping or a list of mappings, not \(element.kindName)",
                    location: element.location
                )
            }
            sources.append(mapping)
        }
        return sources
    }
}
