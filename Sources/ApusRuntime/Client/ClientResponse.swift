public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A response to an operation whose documented failures are `Failure`. Generated methods end by reading it:
///
///     return try await send(request, failures: HTTPValidationFailure.self).json(200)
///
/// A status other than the expected one throws the documented failure for it, or ``ClientError/undocumented(_:)``.
/// Without an expected status, every one is taken that no documented failure matches.
public struct ClientResponse<Failure: OperationFailure>: Sendable {
    let content: ResponseContent

    /// The status's number.
    public var status: Int { content.status }

    /// The header fields.
    public var headers: HTTPFields { content.head.headerFields }

    /// The body as JSON. It is decoded leniently: unknown members and enum values are no error.
    public func json<Body: JSONDecodable>(_ expected: Int? = nil) throws(ClientError<Failure>) -> Body {
        try check(expected)
        do { return try content.json() } catch { throw .decoding(error) }
    }

    /// An `application/x-www-form-urlencoded` body as a value.
    public func urlEncoded<Body: JSONDecodable>(
        _ expected: Int? = nil, encoding: [String: FormEncoding] = [:]
    ) throws(ClientError<Failure>) -> Body {
        try check(expected)
        do { return try content.urlEncoded(encoding) } catch { throw .decoding(error) }
    }

    /// An XML body as a value.
    ///
    /// - Parameter item: the name of each element of an array, which the root element holds.
    public func xml<Body: JSONDecodable>(
        _ expected: Int? = nil, _ root: XMLName, item: XMLName? = nil
    ) throws(ClientError<Failure>) -> Body {
        try check(expected)
        do { return try content.xml(root, item) } catch { throw .decoding(error) }
    }

    /// The body as text, by its charset.
    public func text(_ expected: Int? = nil) throws(ClientError<Failure>) -> String {
        try check(expected)
        do { return try content.text() } catch { throw .decoding(error) }
    }

    /// The body's bytes.
    public func data(_ expected: Int? = nil) throws(ClientError<Failure>) -> Data {
        try check(expected)
        return content.data
    }

    /// No body; what bytes there are do not matter.
    public func noContent(_ expected: Int? = nil) throws(ClientError<Failure>) {
        try check(expected)
    }

    /// A declared header field of the response; `nil` where it is missing.
    public func header<Value: JSONDecodable>(
        _ name: String, as type: Value.Type = Value.self, explode: Bool = false
    ) throws(ClientError<Failure>) -> Value? {
        guard let text = HTTPField.Name(name).flatMap({ headers[$0] }) else { return nil }
        do {
            return try ParameterReader(name, in: .header, explode: explode).read(segment: text[...], as: type)
        } catch {
            throw .decoding(content.error("The header field \(name) is not as declared: \(error)"))
        }
    }

    /// A required header field of the response.
    public func requiredHeader<Value: JSONDecodable>(
        _ name: String, as type: Value.Type = Value.self, explode: Bool = false
    ) throws(ClientError<Failure>) -> Value {
        guard let value = try header(name, as: type, explode: explode) else {
            throw .decoding(content.error("The header field \(name) is missing"))
        }
        return value
    }

    /// The error for a status that is no success: the documented failure, or that there is none.
    public func undocumented() -> ClientError<Failure> {
        guard let failure = Failure.responses.first(where: { $0.statuses.contains(status) }) else {
            return .undocumented(content.received)
        }
        do { return .documented(try failure.read(content)) } catch { return .decoding(error) }
    }

    private func check(_ expected: Int?) throws(ClientError<Failure>) {
        let isExpected =
            expected.map { $0 == status } ?? !Failure.responses.contains { $0.statuses.contains(status) }
        if !isExpected { throw undocumented() }
    }
}

/// A response's status, header and body, and how the body is read for successes and failures alike.
struct ResponseContent: Sendable {
    var head: HTTPResponse
    var body: [UInt8]

    var status: Int { head.status.code }

    var data: Data { Data(body) }

    var received: ReceivedResponse { ReceivedResponse(status: status, headers: head.headerFields, body: data) }

    /// A missing content type is tolerated, one that is not JSON is an error that names it.
    func json<Body: JSONDecodable>() throws(ResponseDecodingError) -> Body {
        if let type = head.headerFields[.contentType], type != "application/json", MediaType(type)?.isJSON != true {
            throw error("its content type is \(type), not JSON")
        }
        do { return try Body(jsonBytes: body) } catch { throw self.error("\(error)", json: error) }
    }

    func urlEncoded<Body: JSONDecodable>(
        _ encodings: [String: FormEncoding]
    ) throws(ResponseDecodingError) -> Body {
        let text = FormCoding(encodings: encodings).decode(body)
        do { return try ParameterJSON(text, shape: Body.jsonShape.asObject).decode(Body.self) } catch {
            throw self.error("its form is not as declared: \(error.issues.map(\.message).joined(separator: ", "))")
        }
    }

    func xml<Body: JSONDecodable>(_ root: XMLName, _ item: XMLName?) throws(ResponseDecodingError) -> Body {
        let text: ParameterText
        do { text = try XMLCoding(root: root, item: item).decode(body, as: Body.self) } catch {
            throw self.error("its XML is malformed at byte \(error.offset): \(error.reason)")
        }
        do { return try ParameterJSON(text, shape: Body.jsonShape, isXML: true).decode(Body.self) } catch {
            throw self.error("its XML is not as declared: \(error.issues.map(\.message).joined(separator: ", "))")
        }
    }

    func text() throws(ResponseDecodingError) -> String {
        let type = head.headerFields[.contentType].flatMap(MediaType.init)
        guard let text = TextCoding.decode(body, charset: type?.charset) else {
            throw error("its body is no text in the charset \(type?.charset ?? "utf-8")")
        }
        return text
    }

    func error(_ message: String, json: JSONError? = nil) -> ResponseDecodingError {
        ResponseDecodingError(message: message, json: json, response: received)
    }
}
