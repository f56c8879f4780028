import HTTPTypes

/// A request as a generated server reads it: typed, validated parameters and body.
///
///     let limit = input.query("limit", as: Int.self) { $0.integer(minimum: 1) }
///     let body = await input.json(UpdateConversationRequest.self)
///     guard let body, input.isValid else { throw input.rejection }
///
/// Issues are collected, so that the response lists all of them.
public struct ServerInput: Sendable {
    let request: HTTPRequest
    let limits: BodyLimits
    let body: HTTPBody
    private let match: RouteTable<Route>.Match
    /// The format in which issues will be reported.
    var errors: ServerErrorFormat { match.route.errors }
    private lazy var queryItems = request.queryItems
    private lazy var cookieItems = request.cookieItems

    var issues: [LocatedIssue] = []
    /// The reason to end the request before its content is checked.
    var refusal: InputRejection.Refusal?

    init(_ request: HTTPRequest, _ body: HTTPBody, _ match: RouteTable<Route>.Match, _ limits: BodyLimits) {
        self.request = request
        self.body = body
        self.match = match
        self.limits = limits
    }

    /// Whether nothing that has been read so far is missing or invalid.
    public var isValid: Bool { issues.isEmpty && refusal == nil }

    /// The error to throw if the input is not valid: the router responds with 415, 413, or 422 with all issues.
    public var rejection: any Error { InputRejection(refusal: refusal, issues: issues) }
}

// MARK: Parameters

extension ServerInput {
    /// A function that checks a parameter against its schema and reports violations.
    public typealias Check = (inout Validator) -> Void

    /// A path parameter.
    public mutating func path<Value: JSONDecodable>(
        _ name: String,
        as type: Value.Type = Value.self,
        style: ParameterStyle? = nil,
        explode: Bool? = nil,
        _ check: Check? = nil
    ) -> Value? {
        let reader = ParameterReader(name, in: .path, style: style, explode: explode, conventions: errors.conventions)
        let segment = segment(name)
        return note(reader, required: true) { () throws(ParameterProblem) in
            guard let segment else { return nil }
            return try reader.read(segment: segment, as: type, check)
        }
    }

    /// A query parameter. A parameter with a single value must not occur several times, since a proxy may have read another one of
    /// the values; to a server that answers as FastAPI does, the last value counts.
    ///
    /// If the document sets `allowEmptyValue`, an empty optional parameter counts as absent.
    public mutating func query<Value: JSONDecodable>(
        _ name: String,
        as type: Value.Type = Value.self,
        required: Bool = false,
        style: ParameterStyle? = nil,
        explode: Bool? = nil,
        allowEmptyValue: Bool = false,
        _ check: Check? = nil
    ) -> Value? {
        let reader = ParameterReader(name, in: .query, style: style, explode: explode, conventions: errors.conventions)
        let items = queryItems
        if allowEmptyValue, !required, items.isEmpty(name) { return nil }
        return note(reader, required: required) { () throws(ParameterProblem) in
            if let value = try reader.read(items: items, as: type, check) { return value }
            return required ? reader.readNothing(as: type, check) : nil
        }
    }

    /// A query parameter with a default, which is used if the parameter is absent.
    public mutating func query<Value: JSONDecodable>(
        _ name: String,
        as type: Value.Type = Value.self,
        default value: Value,
        style: ParameterStyle? = nil,
        explode: Bool? = nil,
        allowEmptyValue: Bool = false,
        _ check: Check? = nil
    ) -> Value {
        query(name, as: type, style: style, explode: explode, allowEmptyValue: allowEmptyValue, check) ?? value
    }

    /// The whole query as one value (OpenAPI 3.2's `in: querystring`); it is absent if there is no query.
    public mutating func queryString<Value: JSONDecodable>(
        _ name: String,
        as type: Value.Type = Value.self,
        required: Bool = false,
        format: QueryFormat = .form([:]),
        _ check: Check? = nil
    ) -> Value? {
        let query = request.path.flatMap { $0[...].halves(at: "?")?.1 } ?? ""
        return note(ParameterReader(name, in: .query), required: required, isNamed: format.isNamed) {
            () throws(ParameterProblem) in
            query.isEmpty ? nil : try format.decode(query, as: type, check)
        }
    }

    /// The whole query with a default, which is used if there is no query.
    public mutating func queryString<Value: JSONDecodable>(
        _ name: String,
        as type: Value.Type = Value.self,
        default value: Value,
        format: QueryFormat = .form([:]),
        _ check: Check? = nil
    ) -> Value {
        queryString(name, as: type, format: format, check) ?? value
    }

    /// A header parameter.
    public mutating func header<Value: JSONDecodable>(
        _ name: String,
        as type: Value.Type = Value.self,
        required: Bool = false,
        style: ParameterStyle? = nil,
        explode: Bool? = nil,
        _ check: Check? = nil
    ) -> Value? {
        let reader = ParameterReader(name, in: .header, style: style, explode: explode, conventions: errors.conventions)
        let text = HTTPField.Name(name).flatMap { request.headerFields.value($0) }
        return note(reader, required: required) { () throws(ParameterProblem) in
            guard let text else { return nil }
            return try reader.read(segment: text[...], as: type, check)
        }
    }

    /// A header parameter with a default, which is used if the parameter is absent.
    public mutating func header<Value: JSONDecodable>(
        _ name: String,
        as type: Value.Type = Value.self,
        default value: Value,
        style: ParameterStyle? = nil,
        explode: Bool? = nil,
        _ check: Check? = nil
    ) -> Value {
        header(name, as: type, style: style, explode: explode, check) ?? value
    }

    /// A cookie parameter.
    public mutating func cookie<Value: JSONDecodable>(
        _ name: String,
        as type: Value.Type = Value.self,
        required: Bool = false,
        style: ParameterStyle? = nil,
        explode: Bool? = nil,
        _ check: Check? = nil
    ) -> Value? {
        let reader = ParameterReader(name, in: .cookie, style: style, explode: explode, conventions: errors.conventions)
        let items = cookieItems
        return note(reader, required: required) { () throws(ParameterProblem) in
            try reader.read(items: items, as: type, check)
        }
    }

    /// A cookie parameter with a default, which is used if the parameter is absent.
    public mutating func cookie<Value: JSONDecodable>(
        _ name: String,
        as type: Value.Type = Value.self,
        default value: Value,
        style: ParameterStyle? = nil,
        explode: Bool? = nil,
        _ check: Check? = nil
    ) -> Value {
        cookie(name, as: type, style: style, explode: explode, check) ?? value
    }

    /// The raw text of a path variable.
    private func segment(_ name: String) -> Substring? {
        guard let position = match.route.variables.firstIndex(of: name), let path = request.path else { return nil }
        let range = match.captures[position]
        let start = path.utf8.index(path.startIndex, offsetBy: range.lowerBound)
        return path[start..<path.utf8.index(start, offsetBy: range.count)]
    }

    private mutating func note<Value>(
        _ reader: ParameterReader, required: Bool, isNamed: Bool = true,
        _ read: () throws(ParameterProblem) -> Value?
    ) -> Value? {
        do {
            if let value = try read() { return value }
            if required { issues.append(LocatedIssue(ValidationIssue(.missing, path: []), in: reader, of: .absent)) }
        } catch {
            let value = error.text.map { RequestValue.text($0) }
            issues += error.issues.map {
                isNamed ? LocatedIssue($0, in: reader, of: value) : LocatedIssue($0, in: .query, of: value)
            }
        }
        return nil
    }
}
