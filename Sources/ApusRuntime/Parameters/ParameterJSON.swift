/// A parameter's or form's text as JSON.
///
/// The Swift type says what a text is: `12` is a number for `Int` and a string for `String`. Where it does not, inside
/// a model, a text is a string unless the schema will not have one and the text reads as a number, `true`, `false` or
/// `null`; and a key that occurs more than once is an array unless the schema wants one value. So what the schema has
/// against one reading leads to the next. A parameter of a union is the other way round: `12` is the integer of
/// `oneOf: [integer, string]`, as long as the servers are not to answer as pydantic does.
struct ParameterJSON {
    private typealias Path = [JSONPathComponent]

    /// How one place of the text is read.
    private enum Reading {
        case text(String)
        case json([UInt8])
        case list([TextNode])
        case object(TextObject)
    }

    private let root: TextNode
    private let shape: JSONShape
    /// Whether a text may be JSON where an object or array is wanted: a form's part that does not say what it is.
    private let readsJSON: Bool
    /// Whether it is XML, in which an empty text may be an object without members, and an object one of an array.
    private let isXML: Bool
    private let errors: ServerErrorFormat
    /// Whether a text that is no number may be left to the checks, which know what pydantic says of it.
    private var leavesTexts = false
    /// The places whose text is no string to pydantic, with what it is.
    private var converted: [Path: String] = [:]
    /// The places whose text is taken as it stands, whatever the indices in their paths.
    private var literals: Set<Path> = []
    /// The places that are strings all the same.
    private var strings: Set<Path> = []
    /// The places that are read the other way: one text as an array, several as one.
    private var toggled: Set<Path> = []
    /// The empty texts that are objects.
    private var objects: Set<Path> = []

    /// A bound on the work that one text can ask for, in bytes that are read again.
    private static let budget = 4 << 20
    /// From how many members of an object that are no strings on the others are taken for the same.
    private static let manyMembers = 8

    init(
        _ text: ParameterText, shape: JSONShape, readsJSON: Bool = false, isXML: Bool = false,
        errors: ServerErrorFormat = .problemDetails
    ) {
        root = TextNode(text)
        self.errors = errors
        self.shape = shape
        self.readsJSON = readsJSON
        self.isXML = isXML
    }

    func value<Value: JSONDecodable>(
        _ type: Value.Type, _ check: ServerInput.Check?
    ) throws(ParameterProblem) -> Value {
        if let check, let literal = literalAttempt, let json = try? literal.json(),
            let value = try? ParameterReader.value(type, json, check, errors)
        {
            return value
        }
        var attempt = self
        attempt.leavesTexts = check != nil && errors == .httpValidationError
        return try attempt.read { (json) throws(ParameterProblem) in
            try ParameterReader.value(type, json, check, errors)
        }
    }

    /// The text of a union, or those of a list of unions, as they stand: nil where one is no plain number or boolean.
    private var literalAttempt: Self? {
        guard errors != .httpValidationError, !readsJSON, !isXML else { return nil }
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

    /// Decodes without validation: what is not as declared is found by decoding.
    func decode<Value: JSONDecodable>(_ type: Value.Type) throws(ParameterProblem) -> Value {
        try read { (json) throws(ParameterProblem) in
            let document = try ParameterReader.document(json) { _ in nil }
            do throws(JSONError) { return try document.root.decode(type) } catch {
                throw ParameterProblem([ValidationIssue(undecodable: error)])
            }
        }
    }

    /// Validates alone.
    func validate(_ type: any Validated.Type) throws(ParameterProblem) {
        try read { (json) throws(ParameterProblem) in
            _ = try ParameterReader.document(json) { Validator.validate(type, $0) }
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
            // Decoding finds one mistake at a time: small texts may be read often.
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
        if errors == .httpValidationError {
            return writePydantic(text, shape, at: path, to: &writer, &issues)
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

    /// Whether a text of the kind may be taken as it stands.
    private func isJSON(_ kind: TextKind) -> Bool {
        switch kind {
        case .string: false
        case .container: readsJSON
        case .null, .boolean, .number: true
        }
    }

    private func isLiteral(_ path: Path) -> Bool {
        if literals.isEmpty || strings.contains(path) { return false }
        return literals.contains(Self.general(path)) || literals.contains(Self.sibling(path))
    }

    // MARK: Reading

    private func reading(_ values: [TextNode], _ shape: JSONShape, at path: Path) -> Reading {
        let isToggled = !toggled.isEmpty && toggled.contains(path)
        if values.count > 1 {
            return shape.wantsArray ?? !isToggled ? .list(values) : reading(values[values.count - 1])
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
        case .text, .json: return shape.wantsArray ?? isToggled ? .list(values) : reading(value)
        }
    }

    private func reading(_ value: TextNode) -> Reading {
        switch value {
        case .text(let text): .text(text)
        case .json(let bytes): .json(bytes)
        case .list(let items): .list(items)
        case .object(let object): .object(object)
        }
    }

    /// How the place at a path is read, `nil` where there is none or it is inside JSON.
    private func reading(at path: Path) -> (reading: Reading, shape: JSONShape)? {
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

    // MARK: Reading again

    /// Whether any of the issues may go away when its place is read in another way.
    private mutating func rereads(_ issues: [ValidationIssue]) -> Bool {
        let written = self
        var changed = false
        var members: [Path: Int] = [:]
        for issue in issues where issue.isAboutKind {
            guard let (reading, shape) = written.reading(at: issue.path), shape == .any else { continue }
            if errors == .httpValidationError, case .text(let text) = reading {
                if converted[issue.path] == nil, let json = Self.pydanticJSON(of: text, for: issue) {
                    converted[issue.path] = json
                    changed = true
                    continue
                }
                // FastAPI has no objects in parameters; a parameter that is one text is never `null`.
                if issue.path.isEmpty { continue }
            }
            if case .text(let text) = reading, isJSON(TextKind(of: text)),
                readsOtherwise(issue.path, wasLiteral: written.isLiteral(issue.path))
            {
                changed = true
                // A map's values are alike: not each of them costs a reading.
                members[Self.sibling(issue.path), default: 0] += 1
            } else if isXML, case .text("") = reading, issue.wantsObject {
                if objects.insert(issue.path).inserted { changed = true }
            } else if isMisread(issue, reading), toggled.insert(issue.path).inserted {
                changed = true
            }
        }
        literals.formUnion(members.filter { $0.value >= Self.manyMembers }.keys)
        return changed
    }

    /// A text that was taken for a string might do as a number, a boolean or `null`, and the other way round.
    private mutating func readsOtherwise(_ path: Path, wasLiteral: Bool) -> Bool {
        if wasLiteral { return strings.insert(path).inserted }
        // Another element of the same array may have said so before.
        return literals.insert(Self.general(path)).inserted || !strings.contains(path)
    }

    /// Whether the value is an array and should be one text, or the other way round.
    private func isMisread(_ issue: ValidationIssue, _ reading: Reading) -> Bool {
        let isList = if case .list = reading { true } else { false }
        return switch issue.kind {
        case .type(let types): types.contains(.array) != isList
        case .model: isList
        case .enumeration: false
        default: true
        }
    }

    /// `tags[3]` -> `tags[any]`: what holds for one element mostly holds for all.
    private static func general(_ path: Path) -> Path {
        path.map { component in
            if case .index = component { .index(-1) } else { component }
        }
    }

    /// `limits.a` -> `limits.any`
    private static func sibling(_ path: Path) -> Path { general(path.dropLast() + [.index(-1)]) }

    /// For a text that is no number, "unable to parse" says more than "not an integer".
    private func parsingIssues(_ problem: ParameterProblem) -> ParameterProblem {
        ParameterProblem(problem.issues.prefix(Validator.standardLimit).map(parsingIssue))
    }

    private func parsingIssue(_ issue: ValidationIssue) -> ValidationIssue {
        guard let kind = parsing(issue) else { return issue }
        var result = ValidationIssue(kind, path: issue.path)
        result.note = issue.note
        return result
    }

    private func parsing(_ issue: ValidationIssue) -> ValidationIssue.Kind? {
        switch issue.kind {
        case .anyOf(let branches): return .anyOf(branches.map { $0.map(parsingIssue) })
        case .type(let types):
            guard types.count == 1, case .text(let text)? = reading(at: issue.path)?.reading else { return nil }
            return switch types[0] {
            case .integer: .integerParsing
            case .number where TextKind(of: text) != .number: .numberParsing
            case .boolean: .booleanParsing
            case .null, .number, .string, .array, .object: nil
            }
        default: return nil
        }
    }
}

// As pydantic reads texts.
extension ParameterJSON {
    private func writePydantic(
        _ text: String, _ shape: JSONShape, at path: Path, to writer: inout JSONWriter,
        _ issues: inout [ValidationIssue]
    ) {
        let kind: ValidationIssue.Kind
        switch shape {
        case .integer: kind = .integerParsing
        case .number: kind = .numberParsing
        case .boolean: kind = .booleanParsing
        case .any, .string, .array, .object:
            let isLiteral = shape == .any && isJSON(TextKind(of: text)) && isLiteral(path)
            if let json = converted[path] ?? (isLiteral ? text : nil) { return writer.write(number: json) }
            return writer.write(text)
        }
        if let json = PydanticTexts.json(text, shape) { return writer.write(number: json) }
        if leavesTexts { return writer.write(text) }
        issues.append(ValidationIssue(kind, path: path))
    }

    /// What a text is that was taken for a string, where the schema will not have one.
    private static func pydanticJSON(of text: String, for issue: ValidationIssue) -> String? {
        let shapes = issue.expectedTypes.compactMap { JSONShape($0) }
        if let json = shapes.lazy.compactMap({ PydanticTexts.json(text, $0) }).first { return json }
        // Nothing but a listed number is left, which is one as it stands.
        return shapes.isEmpty && TextKind(of: text) == .number ? text : nil
    }
}
