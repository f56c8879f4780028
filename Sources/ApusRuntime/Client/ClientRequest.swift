public import HTTPTypes

/// A request of an operation, as a generated method builds it:
///
///     var request = ClientRequest(.patch, "/api/conversations/{conversation_id}", security: [["APIKeyHeader"]])
///     request.path("conversation_id", conversationID)
///     request.json(body)
///
/// If the request cannot be sent, the reason is kept as a refusal, which `send` throws as ``ClientError/invalidRequest(_:)``.
public struct ClientRequest: Sendable {
    /// The operation, whose template has no query.
    let operation: ClientOperation
    let security: [[String]]
    /// The server that the document specifies for this operation, if it is not the client's server.
    var server: String?
    var segments: [String: String] = [:]
    var query: [String] = []
    var headers = HTTPFields()
    var cookies: [String] = []
    var body: HTTPBody?
    /// The media types that the caller can read.
    var accepted = ["application/json"]
    /// The checks of parameters and body.
    var demands: [Demand] = []
    /// The type of a multipart form that has a validator.
    var multipartType: (any (MultipartModel & Validated).Type)?
    /// For a form with large files, the form without their content.
    var multipartOutline: [UInt8]?
    /// The statuses of redirects that are responses of the operation and therefore returned to its caller.
    var handedOverRedirects: [Int] = []
    /// The name of the header parameter for idempotency keys, whether it has a value or not.
    var idempotencyHeader: String?
    var refusal: InvalidRequest?

    /// `security` lists alternatives, each a combination of scheme names; an empty combination allows anonymous access. A query
    /// after the path, `/responses?beta=true`, precedes that of the parameters.
    ///
    /// `id` is the name of the method that creates the request; it becomes the operation's ``ClientOperation/id``.
    public init(
        _ method: HTTPRequest.Method, _ template: String, tags: [String] = [], security: [[String]] = [],
        id: String = #function
    ) {
        self.security = security
        guard let (path, query) = template[...].halves(at: "?") else {
            operation = ClientOperation(method, template, tags: tags, id: id)
            return
        }
        operation = ClientOperation(method, String(path), tags: tags, id: id)
        self.query = [String(query)]
    }

    /// `security` lists alternatives of one scheme each.
    public init(
        _ method: HTTPRequest.Method, _ template: String, tags: [String] = [], security: [String],
        id: String = #function
    ) {
        self.init(method, template, tags: tags, security: security.map { [$0] }, id: id)
    }

    /// `server` is the server of the operation or its path. A relative URL is resolved against the client's server, and
    /// ``Connection/operationServers`` can replace it.
    public init<API>(
        _ method: HTTPRequest.Method, _ template: String, server: ServerURL<API>, tags: [String] = [],
        security: [[String]] = [], id: String = #function
    ) {
        self.init(method, template, tags: tags, security: security, id: id)
        self.server = server.text
    }

    /// A request to a URL that the caller supplies: a webhook or a callback. The URL's query precedes that of the parameters.
    public init(
        _ method: HTTPRequest.Method, to url: String, tags: [String] = [], security: [[String]] = [],
        id: String = #function
    ) {
        let start = url.firstRange(of: "://")?.upperBound ?? url.startIndex
        let path = url[start...].firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? url.endIndex
        let end = url[path...].firstIndex { $0 == "?" || $0 == "#" } ?? url.endIndex
        self.init(method, path == end ? "/" : String(url[path..<end]), tags: tags, security: security, id: id)
        server = String(url[..<path])
        let rest = url[end...].prefix { $0 != "#" }.dropFirst()
        if !rest.isEmpty { query.append(String(rest)) }
        if url.contains(where: { $0 == "{" || $0 == "}" }) {
            refuse("\"\(RedactedURL.text(url))\" is not an absolute http or https URL")
        }
    }

    mutating func refuse(_ message: String) { refusal = refusal ?? InvalidRequest(message) }
}

// MARK: Parameters

extension ClientRequest {
    /// A path parameter. An empty value, `.` and `..` are refused: as path segments, they would refer to another resource.
    public mutating func path(
        _ name: String,
        _ value: some JSONEncodable,
        style: ParameterStyle? = nil,
        explode: Bool? = nil,
        allowReserved: Bool = false,
        _ check: Check? = nil
    ) {
        demand(check, of: value, named: name)
        let encoder = ParameterEncoder(
            name, in: .path, style: style, explode: explode, allowReserved: allowReserved)
        guard let segment = text(of: value, encoder), !segment.isEmpty else {
            return refuse("The path parameter \(name) is empty")
        }
        if segment == "." || segment == ".." { return refuse("The path parameter \(name) is \"\(segment)\"") }
        segments[name] = segment
    }

    /// A required query parameter. An empty list that the style cannot distinguish from none is refused.
    public mutating func query<Value: JSONEncodable>(
        _ name: String,
        _ value: Value,
        style: ParameterStyle? = nil,
        explode: Bool? = nil,
        allowReserved: Bool = false,
        _ check: Check? = nil
    ) {
        let encoder = ParameterEncoder(name, in: .query, style: style, explode: explode, allowReserved: allowReserved)
        append(value, encoder, to: \.query, isRequired: true, check)
    }

    /// A query parameter; `nil` and an empty list are left out.
    public mutating func query<Value: JSONEncodable>(
        _ name: String,
        _ value: Value?,
        style: ParameterStyle? = nil,
        explode: Bool? = nil,
        allowReserved: Bool = false,
        _ check: Check? = nil
    ) {
        let encoder = ParameterEncoder(name, in: .query, style: style, explode: explode, allowReserved: allowReserved)
        append(value, encoder, to: \.query, isRequired: false, check)
    }

    /// The whole query, as one value (OpenAPI 3.2's `in: querystring`); `nil` is left out.
    public mutating func queryString<Value: JSONEncodable>(
        _ name: String, _ value: Value?, format: QueryFormat = .form([:]), _ check: Check? = nil
    ) {
        guard let value else { return }
        demand(check, of: value, named: name)
        do { query.append(try format.encode(value)) } catch {
            refuse("The parameter \(name) cannot be written as text: \(error)")
        }
    }

    /// A required header parameter. An empty list is refused, since no field would be sent for it.
    public mutating func header<Value: JSONEncodable>(
        _ name: String, _ value: Value, style: ParameterStyle? = nil, explode: Bool? = nil, _ check: Check? = nil
    ) {
        noteIdempotencyHeader(name)
        let encoder = ParameterEncoder(name, in: .header, style: style, explode: explode)
        if let text = text(of: value, encoder, isRequired: true) { setHeader(name, text) }
        demand(check, of: value, named: name)
    }

    /// A header parameter; `nil` and an empty list are left out.
    public mutating func header<Value: JSONEncodable>(
        _ name: String, _ value: Value?, style: ParameterStyle? = nil, explode: Bool? = nil, _ check: Check? = nil
    ) {
        noteIdempotencyHeader(name)
        guard let value else { return }
        let encoder = ParameterEncoder(name, in: .header, style: style, explode: explode)
        if let text = text(of: value, encoder) { setHeader(name, text) }
        demand(check, of: value, named: name)
    }

    /// A required cookie parameter. An empty list is refused, since no cookie would be sent for it.
    public mutating func cookie<Value: JSONEncodable>(
        _ name: String,
        _ value: Value,
        style: ParameterStyle? = nil,
        explode: Bool? = nil,
        allowReserved: Bool = false,
        _ check: Check? = nil
    ) {
        let encoder = ParameterEncoder(name, in: .cookie, style: style, explode: explode, allowReserved: allowReserved)
        append(value, encoder, to: \.cookies, isRequired: true, check)
    }

    /// A cookie parameter; `nil` and an empty list are left out.
    public mutating func cookie<Value: JSONEncodable>(
        _ name: String,
        _ value: Value?,
        style: ParameterStyle? = nil,
        explode: Bool? = nil,
        allowReserved: Bool = false,
        _ check: Check? = nil
    ) {
        let encoder = ParameterEncoder(name, in: .cookie, style: style, explode: explode, allowReserved: allowReserved)
        append(value, encoder, to: \.cookies, isRequired: false, check)
    }

    /// The media types that the caller can read; by default only JSON. Without any, no `Accept` field is sent.
    public mutating func accept(_ mediaTypes: String...) { accepted = mediaTypes }

    /// Adds redirects that the document declares as responses: they are not followed.
    public mutating func handOverRedirects(_ statuses: Int...) { handedOverRedirects += statuses }

    mutating func setHeader(_ name: String, _ value: String) {
        guard let field = HTTPField.Name(name), HTTPField.isValidValue(value) else {
            return refuse("The header field \(name) cannot carry its value")
        }
        headers[field] = value
    }

    private mutating func noteIdempotencyHeader(_ name: String) {
        if IdempotencyKeyMiddleware.names.contains(name.lowercased()) { idempotencyHeader = name }
    }

    private mutating func append<Value: JSONEncodable>(
        _ value: Value?,
        _ encoder: ParameterEncoder,
        to list: WritableKeyPath<Self, [String]>,
        isRequired: Bool,
        _ check: Check?
    ) {
        guard let value else { return }
        if let items = text(of: value, encoder, isRequired: isRequired) { self[keyPath: list].append(items) }
        demand(check, of: value, named: encoder.name)
    }

    /// The parameter's text; `nil` for `null`, for an empty list or object, and for a value that is refused because it cannot be
    /// written.
    private mutating func text(
        of value: some JSONEncodable, _ encoder: ParameterEncoder, isRequired: Bool = false
    ) -> String? {
        do throws(JSONError) {
            guard let text = try ParameterText.of(value, style: encoder.style) else { return nil }
            if encoder.style == .cookie, !text.isCookieValue {
                throw JSONError(.unwritable("a cookie cannot carry it"), path: [])
            }
            if let written = try encoder.encode(text) { return written }
            guard isRequired, case .array = text else { return nil }
            throw .emptyList()
        } catch {
            refuse("The parameter \(encoder.name) cannot be written as text: \(error)")
            return nil
        }
    }
}
