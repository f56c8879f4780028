import ApusDiagnostics
import ApusYAML

/// Something that a field of the document contains. Reading reports errors and returns `nil`, so that the field is absent and
/// reading continues.
protocol NodeReadable: Sendable {
    static func read(_ node: Node, in context: ReadingContext) -> Self?
    /// Whether `null` is a value of this kind; otherwise, a field that is `null` counts as absent.
    static var takesNull: Bool { get }
}

extension NodeReadable {
    static var takesNull: Bool { false }
}

/// An object of the specification, read field by field.
protocol Readable: SpecificationObject, NodeReadable {
    /// Its name in messages: "parameter".
    static var kind: String { get }
    init?(from object: inout ObjectReader)
    /// Checks the rules for the object on its own; rules between objects are checked by `Document.check`.
    func check(in context: ReadingContext)
}

extension Readable {
    static func read(_ node: Node, in context: ReadingContext) -> Self? {
        let object = context.read(node, as: kind) { Self(from: &$0) }
        object?.check(in: context)
        return object
    }

    func check(in context: ReadingContext) {}
}

extension Node: NodeReadable {
    static func read(_ node: Node, in context: ReadingContext) -> Node? { node }
    static var takesNull: Bool { true }
}

extension Located: NodeReadable where Value: NodeReadable {
    static func read(_ node: Node, in context: ReadingContext) -> Self? {
        Value.read(node, in: context).map { Located($0, at: node.location) }
    }
}

extension Array: NodeReadable where Element: NodeReadable {
    static func read(_ node: Node, in context: ReadingContext) -> Self? {
        guard let elements = node.sequence else { return context.wrongType(node, expected: "a sequence") }
        return elements.compactMap { Element.read($0, in: context) }
    }
}

extension OrderedMap: NodeReadable where Value: NodeReadable {
    static func read(_ node: Node, in context: ReadingContext) -> Self? {
        node.isMisplacedReference
            ? context.bundling(node) { entries(of: $0, in: context) } : entries(of: node, in: context)
    }

    private static func entries(of node: Node, in context: ReadingContext) -> Self? {
        guard let mapping = node.mapping else { return context.wrongType(node, expected: "a mapping") }
        return OrderedMap(
            mapping.entries.compactMap { entry in
                Value.read(entry.value, in: context).map {
                    Entry(key: entry.key, location: entry.keyLocation, value: $0)
                }
            }
        )
    }
}
