/// A parameter's text as JSON.
///
/// The Swift type says what a text is: `12` is a number for `Int` and a string for `String`. Where it does not, inside
/// a model or for a union, a text is a string unless the schema will not have one and the text reads as a number,
/// `true`, `false` or `null`; and a key that occurs more than once is an array unless the schema wants one value.
struct ParameterJSON {
    private typealias Path = [JSONPathComponent]

    private let text: ParameterText
    private let shape: JSONShape
    private let errors: ServerErrorFormat
    /// Whether a text that is no number may be left to the checks, which know what pydantic says of it.
    private var leavesTexts = false
    /// The places whose text is no string, with what it is.
    private var literals: [Path: String] = [:]
    /// The keys that are read the other way: one text as an array, several as one.
    private var toggled: Set<String> = []

    init(_ text: ParameterText, shape: JSONShape, errors: ServerErrorFormat = .problemDetails) {
        self.text = text
        self.shape = shape
        self.errors = errors
    }

    func value<Value: JSONDecodable>(
        _ type: Value.Type, _ check: ServerInput.Check?
    ) throws(ParameterProblem) -> Value {
        var attempt = self
        attempt.leavesTexts = check != nil && errors == .httpValidationError
        while true {
            let problem: ParameterProblem
            do { return try ParameterReader.value(type, try attempt.json(), check, errors) } catch { problem = error }
            if !attempt.rereads(problem.issues) { throw attempt.parsingIssues(problem) }
        }
    }

    // MARK: Writing

    private func json() throws(ParameterProblem) -> [UInt8] {
        var issues: [ValidationIssue] = []
        var writer = JSONWriter()
        switch text {
        case .primitive(let text): write(text, shape, at: [], to: &writer, &issues)
        case .array(let items): write(items, at: [], to: &writer, &issues)
        case .object(let members):
            writer.object { object in
                for (key, values) in Self.grouped(members) {
                    object.writeKey(key)
                    if isArray(key, values) {
                        write(values, at: [.key(key)], to: &object.writer, &issues)
                    } else {
                        write(values[values.count - 1], shape.element, at: [.key(key)], to: &object.writer, &issues)
                    }
                }
            }
        }
        if !issues.isEmpty { throw ParameterProblem(issues) }
        do { return try writer.finish() } catch { throw ParameterProblem([ValidationIssue(undecodable: error)]) }
    }

    private func write(
        _ items: [String], at path: Path, to writer: inout JSONWriter, _ issues: inout [ValidationIssue]
    ) {
        writer.array { array in
            for (index, item) in items.enumerated() {
                array.separate()
                write(item, shape.element, at: path + [.index(index)], to: &array.writer, &issues)
            }
        }
    }

    private func write(
        _ text: String, _ shape: JSONShape, at path: Path, to writer: inout JSONWriter,
        _ issues: inout [ValidationIssue]
    ) {
        let json = errors == .httpValidationError ? PydanticTexts.json(text, shape) : Self.json(text, shape)
        switch shape {
        case .integer, .number, .boolean:
            if let json { return writer.write(number: json) }
            if leavesTexts { return writer.write(text) }
            issues.append(ValidationIssue(Self.parsing(shape), path: path))
        case .any:
            if let literal = literals[path] { writer.write(number: literal) } else { writer.write(text) }
        case .string, .array, .object: writer.write(text)
        }
    }

    /// A number or boolean as JSON has it, nil for a text that is none.
    private static func json(_ text: String, _ shape: JSONShape) -> String? {
        kind(of: text) == (shape == .boolean ? .boolean : .number) ? text : nil
    }

    private static func parsing(_ shape: JSONShape) -> ValidationIssue.Kind {
        switch shape {
        case .boolean: .booleanParsing
        case .integer: .integerParsing
        case .any, .number, .string, .array, .object: .numberParsing
        }
    }

    // MARK: Reading again

    /// Whether any of the issues may go away when its place is read in another way.
    private mutating func rereads(_ issues: [ValidationIssue]) -> Bool {
        var changed = false
        for issue in issues {
            if let literal = literal(issue) {
                literals[issue.path] = literal
                changed = true
            } else if let key = misreadKey(issue), toggled.insert(key).inserted {
                changed = true
            }
        }
        return changed
    }

    /// A text that was taken for a string and might do as a number, a boolean or `null`.
    private func literal(_ issue: ValidationIssue) -> String? {
        guard issue.isAboutKind, literals[issue.path] == nil else { return nil }
        guard let scalar = scalar(at: issue.path), scalar.shape == .any else { return nil }
        if errors == .httpValidationError {
            let shapes = issue.expectedTypes.compactMap { JSONShape($0) }
            if let json = shapes.lazy.compactMap({ PydanticTexts.json(scalar.text, $0) }).first { return json }
            // Nothing but a listed number is left, which is one as it stands.
            return shapes.isEmpty && Self.kind(of: scalar.text) == .number ? scalar.text : nil
        }
        return Self.kind(of: scalar.text) == .string ? nil : scalar.text
    }

    /// The key whose value is an array and should be one text, or the other way round.
    private func misreadKey(_ issue: ValidationIssue) -> String? {
        guard case .object(let members) = text, issue.path.count == 1, case .key(let key)? = issue.path.first else {
            return nil
        }
        let isMisread =
            switch issue.kind {
            case .type(let types): types.contains(.array) != isArray(key, members.filter { $0.key == key }.map(\.value))
            default: issue.isAboutKind
            }
        return isMisread && members.contains { $0.key == key } ? key : nil
    }

    /// For a text that is no number, "unable to parse" says more than "not an integer".
    private func parsingIssues(_ problem: ParameterProblem) -> ParameterProblem {
        ParameterProblem(problem.issues.map(parsingIssue))
    }

    private func parsingIssue(_ issue: ValidationIssue) -> ValidationIssue {
        var parsing: ValidationIssue.Kind?
        switch issue.kind {
        case .anyOf(let branches): parsing = .anyOf(branches.map { $0.map(parsingIssue) })
        case .type(let types):
            guard types.count == 1, let scalar = scalar(at: issue.path) else { return issue }
            switch types.first {
            case .integer: parsing = .integerParsing
            case .number where Self.kind(of: scalar.text) != .number: parsing = .numberParsing
            case .boolean: parsing = .booleanParsing
            default: return issue
            }
        default: return issue
        }
        guard let parsing else { return issue }
        var result = ValidationIssue(parsing, path: issue.path)
        result.note = issue.note
        return result
    }

    private func scalar(at path: Path) -> (text: String, shape: JSONShape)? {
        switch text {
        case .primitive(let text): return path.isEmpty ? (text, shape) : nil
        case .array(let items):
            guard path.count == 1, case .index(let index) = path[0], items.indices.contains(index) else { return nil }
            return (items[index], shape.element)
        case .object(let members):
            guard case .key(let key)? = path.first else { return nil }
            let values = members.filter { $0.key == key }.map(\.value)
            if path.count == 1 { return isArray(key, values) ? nil : values.last.map { ($0, shape.element) } }
            guard path.count == 2, case .index(let index) = path[1], values.indices.contains(index) else { return nil }
            return (values[index], shape.element)
        }
    }

    private func isArray(_ key: String, _ values: [String]) -> Bool { (values.count > 1) != toggled.contains(key) }

    /// The values of each key, keys in the order in which they occur first.
    private static func grouped(_ members: [ParameterText.Member]) -> [(key: String, values: [String])] {
        var positions: [String: Int] = [:]
        var groups: [(key: String, values: [String])] = []
        for member in members {
            if let position = positions[member.key] {
                groups[position].values.append(member.value)
            } else {
                positions[member.key] = groups.count
                groups.append((member.key, [member.value]))
            }
        }
        return groups
    }

    /// What a text is as JSON: `12` a number, `true` a boolean, everything else a string.
    private static func kind(of text: String) -> JSONKind {
        switch text {
        case "true", "false": return .boolean
        case "null": return .null
        default:
            guard let first = text.utf8.first, let last = text.utf8.last else { return .string }
            guard first == UInt8(ascii: "-") || isDigit(first), isDigit(last) else { return .string }
            return (try? JSONDocument(text)) == nil ? .string : .number
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

extension JSONShape {
    /// The shape of an array's elements or an object's values.
    fileprivate var element: JSONShape {
        switch self {
        case .array(let element), .object(let element): element
        case .any, .boolean, .integer, .number, .string: .any
        }
    }
}

extension JSONShape {
    fileprivate init?(_ type: JSONType) {
        switch type {
        case .boolean: self = .boolean
        case .integer: self = .integer
        case .number: self = .number
        case .null, .string, .array, .object: return nil
        }
    }
}

extension ValidationIssue {
    /// The types that the value should be of, those of alternatives included.
    fileprivate var expectedTypes: [JSONType] {
        switch kind {
        case .type(let types): types
        case .anyOf(let branches): branches.joined().flatMap(\.expectedTypes)
        default: []
        }
    }

    /// Whether a value of another kind might be right.
    fileprivate var isAboutKind: Bool {
        switch kind {
        case .type, .enumeration, .anyOf, .oneOf: true
        case .format(let format): format == Self.decodable
        default: false
        }
    }
}
