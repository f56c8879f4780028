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
    private let limit: Int

    init<API>(_ response: TransportResponse, _ connection: Connection<API>) {
        var content = ResponseContent(head: response.head, body: response.body, itemLimit: connection.itemLimit)
        content.isValidated = connection.validates.contains(.responses)
        self.content = content
        limit = connection.responseLimit
    }

    /// The status's number.
    public var status: Int { content.status }

    /// The header fields.
    public var headers: HTTPFields { content.headers }

    /// The body as JSON. It is decoded leniently: unknown members and enum values are no error.
    public func json<Body: JSONDecodable>(_ expected: Int? = nil) async throws(ClientError<Failure>) -> Body {
        let content = try await whole(expected)
        do { return try content.json() } catch { throw .decoding(error) }
    }

    /// An `application/x-www-form-urlencoded` body as a value.
    public func urlEncoded<Body: JSONDecodable>(
        _ expected: Int? = nil, encoding: [String: FormEncoding] = [:]
    ) async throws(ClientError<Failure>) -> Body {
        let content = try await whole(expected)
        do { return try content.urlEncoded(encoding: encoding) } catch { throw .decoding(error) }
    }

    /// An XML body as a value.
    ///
    /// `item` is the name of each element of an array, which the root element holds.
    public func xml<Body: JSONDecodable>(
        _ expected: Int? = nil, _ root: XMLName, item: XMLName? = nil
    ) async throws(ClientError<Failure>) -> Body {
        let content = try await whole(expected)
        do { return try content.xml(root, item: item) } catch { throw .decoding(error) }
    }

    /// A `multipart/form-data` body as its parts.
    public func multipart<Form: MultipartModel>(_ expected: Int? = nil) async throws(ClientError<Failure>) -> Form {
        let content = try await whole(expected)
        do { return try content.multipart() } catch { throw .decoding(error) }
    }

    /// The body as text, by its charset.
    public func text(_ expected: Int? = nil) async throws(ClientError<Failure>) -> String {
        let content = try await whole(expected)
        do { return try content.text() } catch { throw .decoding(error) }
    }

    /// The body's bytes.
    public func data(_ expected: Int? = nil) async throws(ClientError<Failure>) -> Data {
        try await whole(expected).data()
    }

    /// The body as it comes.
    public func stream(_ expected: Int? = nil) async throws(ClientError<Failure>) -> HTTPBody {
        try await check(expected)
        return content.stream()
    }

    /// No body; what bytes there are do not matter.
    public func noContent(_ expected: Int? = nil) async throws(ClientError<Failure>) {
        _ = try await whole(expected)
    }

    /// The body beside the declared header fields.
    public func value<Value: ResponseValue>(_ expected: Int? = nil) async throws(ClientError<Failure>) -> Value {
        try await check(expected)
        let content = Value.isStream ? content : try await whole()
        do { return try Value(from: content) } catch { throw .decoding(error) }
    }

    /// The error for a status that is no success: the documented failure, or that there is none.
    public func undocumented() async -> ClientError<Failure> {
        let whole: ResponseContent
        do { whole = try await self.whole() } catch { return error }
        guard let failure = Failure.responses.first(where: { $0.matches(content) }) else {
            return .undocumented(whole.received)
        }
        do { return .documented(try failure.read(whole)) } catch { return .decoding(error) }
    }

    func check(_ expected: Int?) async throws(ClientError<Failure>) {
        let isExpected =
            expected.map { $0 == status } ?? !Failure.responses.contains { $0.statuses.contains(status) }
        if !isExpected { throw await undocumented() }
    }

    private func whole(_ expected: Int?) async throws(ClientError<Failure>) -> ResponseContent {
        try await check(expected)
        return try await whole()
    }

    func whole() async throws(ClientError<Failure>) -> ResponseContent {
        do {
            var content = content
            content.body = HTTPBody(try await content.body.bytes(upTo: limit))
            return content
        } catch is BodyTooLarge {
            throw .transport(ResponseTooLarge(limit: limit))
        } catch {
            throw .unanswered(error)
        }
    }
}
