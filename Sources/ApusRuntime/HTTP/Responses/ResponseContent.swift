public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A response's status, header and body, and how they are read, for successes and failures alike.
public struct ResponseContent: Sendable {
    var head: HTTPResponse
    /// The body, which is in memory if a value is created from the whole of it.
    var body: HTTPBody
    /// The maximum size in bytes of an item of a stream.
    var itemLimit: Int
    /// Whether JSON is validated against its schema before it is read.
    var isValidated = false
    /// Whether the response may have a body: a response to HEAD or with status 204 has none (RFC 9110, section 6.4.1).
    var hasBody = true
    /// The operation that it answers.
    var operation = ClientOperation.unknown

    /// The status code.
    public var status: Int { head.status.code }

    /// The header fields.
    public var headers: HTTPFields { head.headerFields }

    private var bytes: [UInt8] { body.buffered ?? [] }

    var received: ReceivedResponse {
        var response = ReceivedResponse(status: status, headers: headers, body: data())
        response.operation = operation
        return response
    }

    /// A function that checks a value against its schema and reports violations.
    public typealias Check = @Sendable (inout Validator) -> Void

    /// The body as JSON. A missing content type is tolerated; one that is not JSON is an error whose message contains it.
    public func json<Body: JSONDecodable>() throws(ResponseDecodingError) -> Body {
        if let nothing = try nothing(as: Body.self) { return nothing }
        if let type = headers.value(.contentType), type != "application/json", MediaType(type)?.isJSON != true {
            throw error("its content type is \(type), not JSON")
        }
        if let type = validator(of: Body.self) {
            let issues = Validator.validate(response: bytes, as: type)
            guard issues.isValid else { throw error("its body is not valid", issues: Array(issues)) }
        }
        do { return try Body(jsonBytes: bytes) } catch { throw self.error("\(error)", json: error) }
    }

    /// The body of a response whose media type the document leaves open (`*/*`): JSON or, for a string, number or boolean, also
    /// plain text. Other values are read as JSON whatever their content type.
    public func jsonOrText<Body: JSONDecodable>() throws(ResponseDecodingError) -> Body {
        guard let type = headers.value(.contentType), MediaType(type)?.isJSON != true else { return try json() }
        switch Body.jsonShape {
        case .string, .integer, .number, .boolean: return try text()
        case .any, .array, .object: break
        }
        var content = self
        content.head.headerFields[.contentType] = nil
        do { return try content.json() } catch {
            guard case .syntax = error.json?.kind else { throw error }
            throw self.error("its content type is \(type), and it is not JSON", json: error.json)
        }
    }

    /// An `application/x-www-form-urlencoded` body as a value.
    public func urlEncoded<Body: JSONDecodable>(
        encoding: [String: FormEncoding] = [:]
    ) throws(ResponseDecodingError) -> Body {
        if let nothing = try nothing(as: Body.self) { return nothing }
        let text = FormCoding(encodings: encoding).decode(bytes)
        let form = ParameterJSON(text, shape: Body.jsonShape.asObject)
        try validate(form, as: Body.self)
        do { return try form.decode(Body.self) } catch {
            throw self.error("its form is not as declared: \(error.issues.map(\.message).joined(separator: ", "))")
        }
    }

    /// An XML body as a value.
    ///
    /// `item` is the name of each element of an array; the root element contains these elements.
    public func xml<Body: JSONDecodable>(
        _ root: XMLName, item: XMLName? = nil
    ) throws(ResponseDecodingError) -> Body {
        if let nothing = try nothing(as: Body.self) { return nothing }
        let text: ParameterText
        do { text = try XMLCoding(root: root, item: item).decode(bytes, as: Body.self) } catch {
            throw self.error("its XML is malformed at byte \(error.offset): \(error.reason)")
        }
        let xml = ParameterJSON(text, shape: Body.jsonShape, isXML: true)
        try validate(xml, as: Body.self)
        do { return try xml.decode(Body.self) } catch {
            throw self.error("its XML is not as declared: \(error.issues.map(\.message).joined(separator: ", "))")
        }
    }

    /// A `multipart/form-data` body as its parts.
    public func multipart<Form: MultipartModel>() throws(ResponseDecodingError) -> Form {
        if !hasBody { throw missingBody }
        let boundary = headers.value(.contentType).flatMap(MediaType.init)?["boundary"] ?? ""
        do {
            var reader = try MultipartReader(BodyContent(bytes), boundary: boundary, encoding: Form.encoding)
            return try Form(form: &reader)
        } catch let problem as MultipartSyntaxError {
            throw error("its form is malformed at byte \(problem.offset): \(problem.reason)")
        } catch {
            throw self.error("its form is not as declared: \(error)", json: error as? JSONError)
        }
    }

    /// The body as text, decoded with its charset: a `String`, or a value that the text represents, such as a number or a value of
    /// an enumeration.
    ///
    /// `check` is applied if the connection validates responses.
    public func text<Body: JSONDecodable>(_ check: Check? = nil) throws(ResponseDecodingError) -> Body {
        if let nothing = try nothing(as: Body.self) { return nothing }
        let type = headers.value(.contentType).flatMap(MediaType.init)
        guard let text = TextCoding.decode(bytes, charset: type?.charset) else {
            throw error("its body is not text in the charset \(type?.charset ?? "utf-8")")
        }
        do {
            return try TextCoding.value(text, as: Body.self, isValidated: isValidated, check)
        } catch {
            if isValidated { throw self.error("its body is not valid", issues: error.issues) }
            throw self.error("its text is not as declared: \(error.issues.map(\.message).joined(separator: ", "))")
        }
    }

    /// The body's bytes.
    public func data() -> Data { Data(bytes) }

    /// The body as it arrives.
    public func stream() -> HTTPBody {
        var body = body
        body.contentType = headers.value(.contentType)
        if has("text/event-stream") { body.idleLimit = nil }
        return body
    }

    /// The value `nil` in place of the body that the response cannot have, if the type is optional.
    private func nothing<Body>(as type: Body.Type) throws(ResponseDecodingError) -> Body? {
        if hasBody { return nil }
        guard let type = type as? any ExpressibleByNilLiteral.Type, let nothing = type.init(nilLiteral: ()) as? Body
        else { throw missingBody }
        return nothing
    }

    private var missingBody: ResponseDecodingError {
        var error = error("it has no body")
        error.lacksBody = true
        return error
    }

    func error(
        _ message: String, json: JSONError? = nil, issues: [ValidationIssue] = []
    ) -> ResponseDecodingError {
        var error = ResponseDecodingError(message: message, json: json, response: received)
        error.issues = issues
        return error
    }

    private func validator<Body>(of body: Body.Type) -> (any Validated.Type)? {
        isValidated ? body as? any Validated.Type : nil
    }

    private func validate<Body>(_ content: ParameterJSON, as body: Body.Type) throws(ResponseDecodingError) {
        guard let type = validator(of: body) else { return }
        do { try content.validate(type, .responses) } catch {
            throw self.error("its body is not valid", issues: error.issues)
        }
    }
}

// MARK: Headers

extension ResponseContent {
    /// A header field as the document declares it; `nil` if it is missing or does not match. A client does not fail because of a
    /// field that it can do without: `headers` contains the field as text.
    public func header<Value: JSONDecodable>(
        _ name: String, as type: Value.Type = Value.self, style: ParameterStyle = .simple, explode: Bool = false
    ) -> Value? {
        try? read(name, as: type, style: style, explode: explode, nil)
    }

    /// A header field that is checked if the connection validates responses: then a field that is not valid is an error.
    public func header<Value: JSONDecodable>(
        _ name: String, as type: Value.Type = Value.self, style: ParameterStyle = .simple, explode: Bool = false,
        _ check: @escaping Check
    ) throws(ResponseDecodingError) -> Value? {
        if !isValidated { return header(name, as: type, style: style, explode: explode) }
        do { return try read(name, as: type, style: style, explode: explode, check) } catch {
            throw invalid(name, error)
        }
    }

    /// A required header field. `check` is applied if the connection validates responses.
    public func requiredHeader<Value: JSONDecodable>(
        _ name: String, as type: Value.Type = Value.self, style: ParameterStyle = .simple, explode: Bool = false,
        _ check: Check? = nil
    ) throws(ResponseDecodingError) -> Value {
        do {
            if let value = try read(name, as: type, style: style, explode: explode, check) { return value }
        } catch { throw invalid(name, error) }
        // An empty list is sent as no field at all.
        if case .array = Value.jsonShape, let empty = try? Value(jsonText: "[]") { return empty }
        throw error("The header field \(name) is missing")
    }

    private func invalid(_ name: String, _ problem: ParameterProblem) -> ResponseDecodingError {
        let problems = problem.issues.map { "\($0)" }.joined(separator: "; ")
        let issues = isValidated ? problem.issues : []
        return error("The header field \(name) is not as declared: \(problems)", issues: issues)
    }

    private func read<Value: JSONDecodable>(
        _ name: String, as type: Value.Type, style: ParameterStyle, explode: Bool, _ check: Check?
    ) throws(ParameterProblem) -> Value? {
        guard let name = HTTPField.Name(name) else { return nil }
        // Without a check, a reader applies that of the type.
        let nothing: Check = { _ in }
        let check = isValidated ? check : (type is any Validated.Type) ? nothing : nil
        let reader = ParameterReader(name.rawName, in: .header, style: style, explode: explode)
        guard name == .setCookie else {
            return try headers.value(name).map { text throws(ParameterProblem) in
                try reader.read(segment: text[...], as: type, check)
            }
        }
        // A cookie may contain commas: RFC 9110, section 5.3, makes an exception for its field, which is never combined.
        let cookies = headers[values: name]
        guard let first = cookies.first else { return nil }
        if case .array = Value.jsonShape {
            return try ParameterJSON(.array(cookies.map { .primitive($0) }), shape: Value.jsonShape).value(type, check)
        }
        return try reader.read(segment: first[...], as: type, check)
    }
}
