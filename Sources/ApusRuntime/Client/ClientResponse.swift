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

    /// The body as text, by its charset.
    public func text(_ expected: Int? = nil) throws(ClientError<Failure>) -> String {
        try check(expected)
        do { return try content.text() } catch { throw .decoding(error) }
    }

    /// The body's bytes.
    public func data(_ expected: Int? = nil) throws(ClientError<Failure>) -> Data {
        try check(expected)
        return content.data()
    }

    /// No body; what bytes there are do not matter.
    public func noContent(_ expected: Int? = nil) throws(ClientError<Failure>) {
        try check(expected)
    }

    /// The body beside the declared header fields.
    public func value<Value: ResponseValue>(_ expected: Int? = nil) throws(ClientError<Failure>) -> Value {
        try check(expected)
        do { return try Value(from: content) } catch { throw .decoding(error) }
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
