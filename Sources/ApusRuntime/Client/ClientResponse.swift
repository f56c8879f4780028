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
/// A status other than the expected one throws the documented failure for it, or ``ClientError/undocumented(_:)``. So does a status
/// that never has a body, such as 204, if a body is read.
public struct ClientResponse<Failure: OperationFailure>: Sendable {
    let content: ResponseContent
    private let limit: Int
    private let deadline: Deadline?

    init<API>(_ response: TransportResponse, to call: ClientCall, _ connection: Connection<API>) {
        var content = ResponseContent(head: response.head, body: response.body, itemLimit: connection.itemLimit)
        content.operation = call.operation
        content.hasBody = call.operation.method != .head && response.head.status.allowsBody
        if !content.hasBody { content.body = HTTPBody() }
        content.isValidated = connection.validates.contains(.responses)
        self.content = content
        limit = connection.responseLimit
        deadline = call.deadline
    }

    /// The status code.
    public var status: Int { content.status }

    /// The header fields.
    public var headers: HTTPFields { content.headers }

    /// The body as JSON. It is decoded leniently: unknown members and enum values are not an error.
    public func json<Body: JSONDecodable>(
        _ expected: ExpectedStatus = .success
    ) async throws(ClientError<Failure>) -> Body {
        let content = try await whole(expected)
        do { return try content.json() } catch { throw unreadable(error) }
    }

    /// The body of a response whose media type the document leaves open (`*/*`): JSON or, for a string, number or boolean, also
    /// plain text.
    public func jsonOrText<Body: JSONDecodable>(
        _ expected: ExpectedStatus = .success
    ) async throws(ClientError<Failure>) -> Body {
        let content = try await whole(expected)
        do { return try content.jsonOrText() } catch { throw unreadable(error) }
    }

    /// An `application/x-www-form-urlencoded` body as a value.
    public func urlEncoded<Body: JSONDecodable>(
        _ expected: ExpectedStatus = .success, encoding: [String: FormEncoding] = [:]
    ) async throws(ClientError<Failure>) -> Body {
        let content = try await whole(expected)
        do { return try content.urlEncoded(encoding: encoding) } catch { throw unreadable(error) }
    }

    /// An XML body as a value.
    ///
    /// `item` is the name of each element of an array; the root element contains these elements.
    public func xml<Body: JSONDecodable>(
        _ expected: ExpectedStatus = .success, _ root: XMLName, item: XMLName? = nil
    ) async throws(ClientError<Failure>) -> Body {
        let content = try await whole(expected)
        do { return try content.xml(root, item: item) } catch { throw unreadable(error) }
    }

    /// A `multipart/form-data` body as its parts.
    public func multipart<Form: MultipartModel>(
        _ expected: ExpectedStatus = .success
    ) async throws(ClientError<Failure>) -> Form {
        let content = try await whole(expected)
        do { return try content.multipart() } catch { throw unreadable(error) }
    }

    /// The body as text, decoded with its charset: a `String`, or a value that the text represents, such as a number or a value of
    /// an enumeration.
    ///
    /// `check` is applied if the connection validates responses.
    public func text<Body: JSONDecodable>(
        _ expected: ExpectedStatus = .success, _ check: ResponseContent.Check? = nil
    ) async throws(ClientError<Failure>) -> Body {
        let content = try await whole(expected)
        do { return try content.text(check) } catch { throw unreadable(error) }
    }

    /// The body's bytes.
    public func data(_ expected: ExpectedStatus = .success) async throws(ClientError<Failure>) -> Data {
        try await whole(expected).data()
    }

    /// The body as it arrives.
    public func stream(_ expected: ExpectedStatus = .success) async throws(ClientError<Failure>) -> HTTPBody {
        try await check(expected)
        return content.stream()
    }

    /// No body; any bytes are ignored.
    public func noContent(_ expected: ExpectedStatus = .success) async throws(ClientError<Failure>) {
        _ = try await whole(expected)
    }

    /// The body together with the declared header fields.
    public func value<Value: ResponseValue>(_ expected: ExpectedStatus = .success) async throws(ClientError<Failure>)
        -> Value
    {
        try await check(expected)
        let content = Value.isStream ? content : try await whole()
        do { return try Value(from: content) } catch { throw unreadable(error) }
    }

    /// The error for a status that is not a success: the documented failure, or ``ClientError/undocumented(_:)`` if there is none.
    public func undocumented() async -> ClientError<Failure> {
        let whole: ResponseContent
        do { whole = try await self.whole() } catch { return error }
        guard let failure = Failure.responses.first(where: { $0.matches(content) }) else {
            return .undocumented(whole.received)
        }
        do { return .documented(try failure.read(whole), whole.received) } catch { return unreadable(error) }
    }

    func check(_ expected: ExpectedStatus) async throws(ClientError<Failure>) {
        if !expected.contains(status) { throw await undocumented() }
    }

    /// The error for a response that could not be read. A missing body is not a decoding error: the document does not declare it,
    /// and nothing was decoded.
    private func unreadable(_ error: ResponseDecodingError) -> ClientError<Failure> {
        error.lacksBody ? .undocumented(error.response) : .decoding(error)
    }

    private func whole(_ expected: ExpectedStatus) async throws(ClientError<Failure>) -> ResponseContent {
        try await check(expected)
        return try await whole()
    }

    func whole() async throws(ClientError<Failure>) -> ResponseContent {
        do {
            var content = content
            let (body, limit) = (content.body, limit)
            content.body = HTTPBody(try await deadline.wait { try await body.bytes(upTo: limit) })
            return content
        } catch is BodyTooLarge {
            throw .transport(ResponseTooLarge(limit: limit), content.operation)
        } catch {
            throw .unanswered(error, content.operation)
        }
    }
}
