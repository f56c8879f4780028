/// A parameter's or form's text as JSON.
///
/// The Swift type determines what a text is: `12` is a number for `Int` and a string for `String`. If it does not, inside a model,
/// a text is a string unless the schema does not allow a string and the text can be read as a number, `true`, `false` or `null`. A
/// key that occurs more than once is an array unless the schema requires a single value. The issues that the schema reports for one
/// reading therefore lead to the next reading. A parameter of a union is read the other way round: `12` is the integer of `oneOf:
/// [integer, string]`, unless the server has its own conventions.
struct ParameterJSON {
    typealias Path = [JSONPathComponent]

    /// How one place of the text is read.
    enum Reading {
        case text(String)
        case json([UInt8])
        case list([TextNode])
        case object(TextObject)

        init(_ value: TextNode) {
            switch value {
            case .text(let text): self = .text(text)
            case .json(let bytes): self = .json(bytes)
            case .list(let items): self = .list(items)
            case .object(let object): self = .object(object)
            }
        }
    }

    let root: TextNode
    let shape: JSONShape
    /// Whether a text may be JSON if an object or array is expected, as in a form's part that does not specify its type.
    private let readsJSON: Bool
    /// Whether the text is XML, in which an empty text may be an object without members, and a single object may be an array with
    /// one element.
    let isXML: Bool
    /// How the server that reads the text interprets it; `nil` for clients, and if only the schema matters.
    let conventions: InputConventions?
    /// Whether a text that is not a number may be left to the checks, which know the conventions' error for it.
    var leavesTexts = false
    /// The places whose text is not a string according to the conventions, with the JSON that it stands for.
    var converted: [Path: String] = [:]
    /// The places whose text is used as JSON as it is, whatever the indices in their paths.
    var literals: Set<Path> = []
    /// The places that are strings nevertheless.
    var strings: Set<Path> = []
    /// The places that are read in the opposite way: one text as an array, several texts as one.
    var toggled: Set<Path> = []
    /// The places of the empty texts that are objects.
    var objects: Set<Path> = []

    /// A limit on the work that one text can cause, in bytes that are read again.
    private static let budget = 4 << 20
    /// If this many members of an object are not strings, the others are assumed not to be strings either.
    static let manyMembers = 8

    init(
        _ text: ParameterText, shape: JSONShape, readsJSON: Bool = false, isXML: Bool = false,
        conventions: InputConventions? = nil
    ) {
        root = TextNode(text)
        self.conventions = conventions
        self.shape = shape
        self.readsJSON = readsJSON
        self.isXML = isXML
    }

    func value<Value: JSONDecodable>(
        _ type: Value.Type, _ check: Validator.Check?
    ) throws(ParameterProblem) -> Value {
        let isChecked = check != nil || type is any Validated.Type
        let literal = literal(isChecked: isChecked) { (json) throws(ParameterProblem) in
            try ParameterReader.value(type, json, check, conventions)
        }
        if let literal { return literal }
        var attempt = self
        attempt.leavesTexts = check != nil && conventions != nil
        do {
            return try attempt.read { (json) throws(ParameterProblem) in
                try ParameterReader.value(type, json, check, conventions)
            }
        } catch { throw error.of(self) }
    }

    /// The value as a number or a boolean, if a member of the union accepts it.
    private func literal<Value>(
        isChecked: Bool, _ read: ([UInt8]) throws(ParameterProblem) -> Value
    ) -> Value? {
        guard let json = try? literalAttempt?.json(), let value = try? read(json) else { return nil }
        return isChecked || !Self.isUntyped(value) ? value : nil
    }

    /// Whether a value, or one in a list, is arbitrary JSON, which a union uses for values that fit none of its members.
    private static func isUntyped(_ value: Any) -> Bool {
        if let values = value as? [Any] { return values.contains(where: isUntyped) }
        return value is JSONValue || Mirror(reflecting: value).children.contains { $0.value is JSONValue }
    }

    /// The text of a union, or the texts of a list of unions, used as they are; `nil` if one is not a plain number or boolean.
    private var literalAttempt: Self? {
        guard conventions == nil, !readsJSON, !isXML else { return nil }
        let texts: [TextNode]
        switch (shape, root) {
        case (.any, .text): texts = [root]
        case (.array(.any), .list(let items)): texts = items
        default: return nil
        }
        let arePlain = texts.allSatisfy { node in
            guard case .text(let text) = node else { return false }
            let kind = TextKind(of: text)
            return kind == .boolean || kind == .number && text.utf8.count < 16 && !text.contains { "eE".contains($0) }
        }
        guard arePlain else { return nil }
        var attempt = self
        attempt.literals = [[], [.index(-1)]]
        return attempt
    }

    /// Decodes without validation: values that are not as declared are found by decoding.
    func decode<Value: JSONDecodable>(_ type: Value.Type) throws(ParameterProblem) -> Value {
        let decode = { (json: [UInt8]) throws(ParameterProblem) -> Value in
            let document = try ParameterReader.document(json) { _ in nil }
            do throws(JSONError) { return try document.root.decode(type) } catch {
                throw ParameterProblem([ValidationIssue(undecodable: error)])
            }
        }
        if let literal = literal(isChecked: false, decode) { return literal }
        return try read(decode)
    }

    /// Only validates.
    func validate(
        _ type: any Validated.Type, _ direction: Validator.Direction = .requests
    ) throws(ParameterProblem) {
        try read { (json) throws(ParameterProblem) in
            _ = try ParameterReader.document(json) { Validator.validate(type, $0, direction: direction) }
        }
    }

    private func read<Value>(
        _ read: ([UInt8]) throws(ParameterProblem) -> Value
    ) throws(ParameterProblem) -> Value {
        var attempt = self
        var readings = 0
        while true {
            let problem: ParameterProblem
            let json = try attempt.json()
            do { return try read(json) } catch { problem = error }
            readings += 1
            // Decoding finds one error at a time, so small texts may be read many times.
            let isOver = readings > max(8, Self.budget / max(json.count, 1))
            if isOver || !attempt.rereads(problem.issues) { throw attempt.parsingIssues(problem) }
        }
    }

    // MARK: Writing

    private func json() throws(ParameterProblem) -> [UInt8] {
        var issues: [ValidationIssue] = []
        var writer = JSONWriter()
        write([root], shape, at: [], to: &writer, &issues)
        if !issues.isEmpty { throw ParameterProblem(Array(issues.prefix(Validator.standardLimit))) }
        do { return try writer.finish() } catch { throw ParameterProblem([ValidationIssue(undecodable: error)]) }
    }

    private func write(
        _ values: [TextNode], _ shape: JSONShape, at path: Path, to writer: inout JSONWriter,
        _ issues: inout [ValidationIssue]
    ) {
        switch reading(values, shape, at: path) {
        case .text(let text): write(text, shape, at: path, to: &writer, &issues)
        case .json(let bytes):
            do {
                writer.write(number: try JSONDocument(bytes).root.text)
            } catch {
                issues.append(ValidationIssue(.malformedJSON(error), path: path))
            }
        case .list(let items):
            writer.array { array in
                for (index, item) in items.enumerated() {
                    array.separate()
                    write([item], shape.element, at: path + [.index(index)], to: &array.writer, &issues)
                }
            }
        case .object(let object):
            writer.object { writer in
                for entry in object.entries {
                    writer.writeKey(entry.key)
                    write(entry.values, shape.element, at: path + [.key(entry.key)], to: &writer.writer, &issues)
                }
            }
        }
    }

    private func write(
        _ text: String, _ shape: JSONShape, at path: Path, to writer: inout JSONWriter,
        _ issues: inout [ValidationIssue]
    ) {
        if let conventions {
            return write(text, shape, at: path, by: conventions, to: &writer, &issues)
        }
        let kind = TextKind(of: text)
        switch shape {
        case .integer where kind != .number: issues.append(ValidationIssue(.integerParsing, path: path))
        case .number where kind != .number: issues.append(ValidationIssue(.numberParsing, path: path))
        case .boolean where kind != .boolean: issues.append(ValidationIssue(.booleanParsing, path: path))
        case .integer, .number, .boolean: writer.write(number: text)
        case .object where kind == .container && readsJSON: writer.write(number: text)
        case .any where isJSON(kind) && isLiteral(path): writer.write(number: text)
        case .any, .string, .array, .object: writer.write(text)
        }
    }

    /// Whether a text of the kind may be used as JSON as it is.
    func isJSON(_ kind: TextKind) -> Bool {
        switch kind {
        case .string: false
        case .container: readsJSON
        case .null, .boolean, .number: true
        }
    }

    func isLiteral(_ path: Path) -> Bool {
        if literals.isEmpty || strings.contains(path) { return false }
        return literals.contains(Self.general(path)) || literals.contains(Self.sibling(path))
    }

    // MARK: Reading

    private func reading(_ values: [TextNode], _ shape: JSONShape, at path: Path) -> Reading {
        let isToggled = !toggled.isEmpty && toggled.contains(path)
        if values.count > 1 {
            return shape.wantsArray ?? !isToggled ? .list(values) : Reading(values[values.count - 1])
        }
        guard let value = values.first else { return .list([]) }
        switch value {
        case .list(let items): return .list(items)
        case .object(let object):
            if isXML { return shape.wantsArray ?? isToggled ? .list(values) : .object(object) }
            guard let elements = object.elements, shape.wantsArray ?? !isToggled else { return .object(object) }
            return .list(elements)
        case .text(""):
            if isXML, shape.isObject || objects.contains(path) { return .object(TextObject([])) }
            return shape.wantsArray ?? isToggled ? .list(values) : .text("")
        case .text, .json: return shape.wantsArray ?? isToggled ? .list(values) : Reading(value)
        }
    }

    /// How the place at a path is read; `nil` if there is none or it is inside JSON.
    func reading(at path: Path) -> (reading: Reading, shape: JSONShape)? {
        var values = [root]
        var shape = shape
        var place: Path = []
        for component in path {
            switch (reading(values, shape, at: place), component) {
            case (.list(let items), .index(let index)) where items.indices.contains(index): values = [items[index]]
            case (.object(let object), .key(let key)):
                guard let found = object[key] else { return nil }
                values = found
            default: return nil
            }
            shape = shape.element
            place.append(component)
        }
        return (reading(values, shape, at: place), shape)
    }
}
