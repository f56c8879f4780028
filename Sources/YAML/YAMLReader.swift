import ApusDiagnostics

/// Builds the tree from libyaml's events: anchors, aliases, merge keys, tags, limits.
///
/// It keeps its own stack, so that deep nesting cannot exhaust the thread's.
struct YAMLReader: ~Copyable {
    private var events: YAMLEvents
    private let diagnostics: Diagnostics
    private var budget: Budget
    private var frames: [YAMLFrame] = []
    private var anchors: [String: Anchor] = [:]
    private var root: Node?

    /// The value that an alias stands for.
    private struct Anchor {
        /// `nil` while the value is still being read.
        var value: Built?
        let location: SourceLocation
    }

    /// A complete value, and its cost.
    private struct Built {
        var node: Node
        /// The number of values that it consists of, including itself.
        var size = 1
        /// How many levels of mappings and sequences it nests.
        var height = 0
        /// A scalar's text, in case it is a key.
        var text: String?
    }

    /// Returns the only document of a text.
    static func read(_ text: SourceText, limits: Limits, diagnostics: Diagnostics) throws(Diagnostic) -> Node {
        var reader = YAMLReader(events: try YAMLEvents(text), diagnostics: diagnostics, budget: Budget(limits))
        return try reader.document(text.start)
    }

    private init(events: consuming YAMLEvents, diagnostics: Diagnostics, budget: Budget) {
        self.events = events
        self.diagnostics = diagnostics
        self.budget = budget
    }

    private mutating func document(_ start: SourceLocation) throws(Diagnostic) -> Node {
        var firstDocument: SourceLocation?
        while true {
            let event = try events.next()
            switch event.kind {
            case .other: break
            case .streamEnd:
                if let root { return root }
                throw Diagnostic(defect: .inputEmpty, message: "the input contains no document", location: start)
            case .documentStart:
                if let firstDocument {
                    throw Diagnostic(
                        defect: .severalDocuments,
                        message: "a second document begins here; Apus reads only one",
                        location: event.location,
                        notes: [.init(message: "the first document begins here", location: firstDocument)]
                    )
                }
                firstDocument = event.location
            case .scalar(let scalar): try add(scalar, at: event.location)
            case .alias(let name): try addAlias(name, at: event.location)
            case .sequenceStart(let properties): try open(.sequence, properties, at: event.location)
            case .mappingStart(let properties): try open(.mapping, properties, at: event.location)
            case .sequenceEnd, .mappingEnd: try close()
            }
        }
    }
}

// Scalars and aliases.
extension YAMLReader {
    private mutating func add(_ scalar: YAMLEvent.Scalar, at location: SourceLocation) throws(Diagnostic) {
        let isKey = frames.last?.expectsKey ?? false
        let tag = checkedTag(scalar.properties.tag, at: location)
        if isKey, scalar.isMergeKey(tag) {
            return frames[frames.count - 1].setMergeKey(at: location, diagnostics: diagnostics)
        }

        let text = isKey || scalar.properties.anchor != nil ? String(decoding: scalar.text, as: UTF8.self) : nil
        let value = try self.value(of: scalar, tag, at: location)
        let built = Built(node: Node(value, at: location), text: text)
        if let anchor = scalar.properties.anchor { anchors[anchor] = Anchor(value: built, location: location) }
        try add(built)
    }

    private func value(
        of scalar: YAMLEvent.Scalar,
        _ tag: YAMLTag?,
        at location: SourceLocation
    ) throws(Diagnostic) -> Node.Value {
        guard let tag else {
            return scalar.isPlain
                ? CoreSchema.resolve(scalar.text)
                : .string(String(decoding: scalar.text, as: UTF8.self))
        }
        guard let value = tag.value(scalar.text) else {
            let text = String(decoding: scalar.text, as: UTF8.self)
            throw mismatch(tag, "'\(text)' does not have the form of", at: location)
        }
        return value
    }

    private mutating func addAlias(_ name: String, at location: SourceLocation) throws(Diagnostic) {
        guard let anchor = anchors[name] else {
            throw Diagnostic(
                defect: .undefinedAlias,
                message: "no anchor '&\(name)' is defined before this alias",
                location: location
            )
        }
        guard var built = anchor.value else {
            throw Diagnostic(
                defect: .recursiveAlias,
                message: "the alias '*\(name)' is inside the value that it refers to",
                location: location,
                notes: [.init(message: "the value begins here", location: anchor.location)]
            )
        }
        built.node.location = location
        try add(built)
    }
}

// Mappings and sequences.
extension YAMLReader {
    private mutating func open(
        _ kind: YAMLFrame.Kind,
        _ properties: YAMLEvent.Properties,
        at location: SourceLocation
    ) throws(Diagnostic) {
        if frames.last?.expectsKey ?? false { throw keyNotScalar(at: location) }
        let tag = checkedTag(properties.tag, at: location)
        if let tag, tag != .nonSpecific, tag != (kind == .mapping ? .mapping : .sequence) {
            throw mismatch(tag, "a \(kind.rawValue) is not of", at: location)
        }
        try budget.checkDepth(frames.count + 1, at: location)
        try budget.spend(1, at: location)
        if let anchor = properties.anchor { anchors[anchor] = Anchor(value: nil, location: location) }
        frames.append(YAMLFrame(kind: kind, location: location, anchor: properties.anchor))
    }

    private mutating func close() throws(Diagnostic) {
        guard let frame = frames.popLast() else { return }
        let node = Node(frame.value, at: frame.location)
        let built = Built(node: node, size: frame.size, height: frame.height + 1)
        // Unless something within it has taken over the name: an alias refers to the last anchor that began before it.
        if let anchor = frame.anchor, anchors[anchor]?.location == frame.location { anchors[anchor]?.value = built }
        try place(built)
    }

    private mutating func add(_ built: Built) throws(Diagnostic) {
        if frames.last?.expectsKey != true { try budget.spend(built.size, at: built.node.location) }
        try budget.checkDepth(frames.count + built.height, at: built.node.location)
        try place(built)
    }

    /// Puts a value where the innermost open mapping or sequence expects one.
    private mutating func place(_ built: Built) throws(Diagnostic) {
        guard !frames.isEmpty else {
            root = built.node
            return
        }
        let last = frames.count - 1
        if frames[last].expectsKey {
            guard let key = built.text else { throw keyNotScalar(at: built.node.location) }
            return frames[last].setKey(key, at: built.node.location)
        }
        frames[last].size += built.size
        frames[last].height = max(frames[last].height, built.height)
        try frames[last].add(built.node, diagnostics: diagnostics)
    }

    private func keyNotScalar(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            defect: .keyNotScalar,
            message: "a mapping's key must be a scalar, not a mapping or a sequence",
            location: location
        )
    }
}

// Tags.
extension YAMLReader {
    /// The tag if it is in the core schema; other tags are reported and ignored.
    private func checkedTag(_ tag: String?, at location: SourceLocation) -> YAMLTag? {
        guard let tag else { return nil }
        if let known = YAMLTag(rawValue: tag) { return known }
        let name = YAMLTag.shortName(tag)
        diagnostics.report(
            .unknownTag,
            "the tag '\(name)' is not in YAML's core schema and is ignored",
            at: location
        )
        return nil
    }

    private func mismatch(_ tag: YAMLTag, _ reason: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            defect: .tagMismatch,
            message: "\(reason) the tag '\(YAMLTag.shortName(tag.rawValue))'",
            location: location
        )
    }
}

extension YAMLEvent.Scalar {
    /// A plain `<<`, as YAML 1.1's type repository defines it; a quoted one is a key like any other.
    fileprivate func isMergeKey(_ tag: YAMLTag?) -> Bool {
        guard tag == .merge || tag == nil && properties.tag == nil && isPlain else { return false }
        return text.elementsEqual("<<".utf8)
    }
}
