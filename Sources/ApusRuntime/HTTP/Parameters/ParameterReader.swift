/// The issues of an invalid parameter; paths begin inside its value.
struct ParameterProblem: Error {
    var issues: [ValidationIssue]
    /// The text that was read, if a response may show it.
    var text: ParameterJSON?

    init(_ issues: [ValidationIssue]) { self.issues = issues }

    func of(_ text: ParameterJSON) -> Self {
        var problem = self
        problem.text = text
        return problem
    }
}

/// Reads a parameter as a Swift value: text -> JSON, according to the type's shape -> validated -> decoded.
struct ParameterReader {
    let name: String
    let location: ParameterLocation
    private let decoder: ParameterDecoder
    private let conventions: InputConventions?

    /// `conventions`: those of the server, which decide which texts are numbers.
    init(
        _ name: String, in location: ParameterLocation, style: ParameterStyle? = nil, explode: Bool? = nil,
        conventions: InputConventions? = nil
    ) {
        self.name = name
        self.location = location
        self.conventions = conventions
        decoder = ParameterDecoder(name, in: location, style: style, explode: explode)
    }

    /// Reads from a path's segment or a header.
    func read<Value: JSONDecodable>(
        segment: Substring, as type: Value.Type, _ check: Validator.Check? = nil
    ) throws(ParameterProblem) -> Value {
        // A plain text is the value itself: it need not be converted to JSON.
        if Value.self == String.self, check == nil, location == .path, decoder.style == .simple,
            let text = PercentCoding.decode(segment) as? Value
        {
            return text
        }
        guard let text = decoder.decode(segment: segment, as: form(Value.jsonShape)) else {
            let message = "is not written in the style \(decoder.style)"
            throw ParameterProblem([ValidationIssue(.format("\(decoder.style)"), path: [], message: message)])
        }
        return try read(text, as: type, check)
    }

    /// Reads from a query or cookies; `nil` if they do not contain the parameter.
    func read<Value: JSONDecodable>(
        items: RequestItems, as type: Value.Type, _ check: Validator.Check? = nil
    ) throws(ParameterProblem) -> Value? {
        var form = form(Value.jsonShape)
        if location == .query, conventions == nil, items.count(of: name) > 1 {
            // A union that allows an array is written like one.
            if Value.jsonShape == .any, decoder.takesOneItem(as: form), !decoder.takesOneItem(as: .array) {
                form = .array
            }
            if decoder.takesOneItem(as: form) { throw ParameterProblem([ValidationIssue(.repeated, path: [])]) }
        }
        guard let text = decoder.decode(items: items, as: form) else { return nil }
        return try read(text, as: type, check)
    }

    /// The object whose members are all absent, which leaves nothing in a query; `nil` if it is not valid.
    func readNothing<Value: JSONDecodable>(as type: Value.Type, _ check: Validator.Check? = nil) -> Value? {
        guard Value.jsonShape.isObject, decoder.explode || decoder.style == .deepObject else { return nil }
        return try? read(.object([]), as: type, check)
    }

    private func form(_ shape: JSONShape) -> ParameterForm {
        switch shape {
        case .array: .array
        case .object: .object
        case .any where decoder.style == .deepObject: .object
        case .any, .boolean, .integer, .number, .string: .primitive
        }
    }

    private func read<Value: JSONDecodable>(
        _ text: ParameterText, as type: Value.Type, _ check: Validator.Check?
    ) throws(ParameterProblem) -> Value {
        if decoder.style == .json, case .primitive(let json) = text {
            return try Self.value(type, Array(json.utf8), check, conventions)
        }
        if Value.self == String.self, check == nil, case .primitive(let text) = text, let value = text as? Value {
            return value
        }
        return try ParameterJSON(text, shape: Value.jsonShape, conventions: conventions).value(type, check)
    }

    /// Validates and decodes JSON.
    static func value<Value: JSONDecodable>(
        _ type: Value.Type, _ json: [UInt8], _ check: Validator.Check?, _ conventions: InputConventions? = nil
    ) throws(ParameterProblem) -> Value {
        let document = try document(json, conventions: conventions) { document in
            if let check { return Validator.validate(document.root, conventions: conventions, check) }
            return (type as? any Validated.Type).map { type in
                Validator.validate(document.root, conventions: conventions) { type.validate(in: &$0) }
            }
        }
        do { return try document.root.decode() } catch { throw ParameterProblem([ValidationIssue(undecodable: error)]) }
    }

    /// Validates JSON.
    static func document(
        _ json: [UInt8], conventions: InputConventions? = nil, validate: (JSONDocument) -> ValidationIssues?
    ) throws(ParameterProblem) -> JSONDocument {
        let document: JSONDocument
        do { document = try JSONDocument(json, laxStrings: conventions?.laxStrings) } catch {
            throw ParameterProblem([ValidationIssue(.malformedJSON(error), path: [])])
        }
        if let issues = validate(document), !issues.isEmpty { throw ParameterProblem(Array(issues)) }
        return document
    }
}
