#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Everything that can go wrong when a client calls an operation whose documented failures are `Failure`.
///
///     do {
///         try await client.updateConversation(conversationID: id, body: body)
///     } catch .documented(.unprocessableContent(let error), _) {
///         ...                                                    // 422, as the document declares it
///     } catch .undocumented(let response) where response.status == 404 {
///         ...                                                    // what the document does not mention
///     } catch { throw error }                                    // everything else
///
/// The last clause is needed for Swift 6.3.1, which may crash while it compiles a `do` statement whose clauses bind a payload and
/// leave the rest of a typed error to the caller. A `catch` with a `switch error` over all cases works as well.
///
/// `ClientError<Never>` belongs to operations whose document declares no failure.
public enum ClientError<Failure: Error & Sendable>: Error {
    /// The server answered with a failure that the document declares: its value, and the response as it was received.
    case documented(Failure, ReceivedResponse)
    /// The server answered with a status that the document does not declare, or with one that has no body (204) although the
    /// document declares a body.
    case undocumented(ReceivedResponse)
    /// There is no response: no connection, ``ResponseTimeout``, ``ResponseTooLarge``. If the calling task was cancelled, the error
    /// is a `CancellationError`, whatever the transport: ``APIError/isCancellation``.
    case transport(any Error, ClientOperation)
    /// The server answered with a declared status, but the body is not what the document declares for it.
    case decoding(ResponseDecodingError)
    /// The request cannot be sent as it is; nothing was sent.
    case invalidRequest(InvalidRequest)
}

extension ClientError {
    /// The error for a missing or incomplete response. Transports throw different errors if their task is cancelled; here it is
    /// always a `CancellationError`.
    static func unanswered(_ error: any Error, _ operation: ClientOperation) -> Self {
        if let refusal = error as? InvalidRequest { return .invalidRequest(refusal.of(operation)) }
        return .transport(Task.isCancelled ? CancellationError() : error, operation)
    }
}

/// The error for a request that was not sent.
public struct InvalidRequest: Error, Sendable {
    /// What is wrong, in one sentence.
    public var message: String
    /// The issues that validation found, if the client's connection validates requests: see ``Connection/validates``.
    public var issues: [ValidationIssue]
    /// The operation of the request.
    public internal(set) var operation = ClientOperation.unknown

    /// `message` is one sentence.
    public init(_ message: String, issues: [ValidationIssue] = []) {
        self.message = message
        self.issues = issues
    }

    func of(_ operation: ClientOperation) -> InvalidRequest {
        var error = self
        error.operation = operation
        return error
    }
}

extension ClientError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .documented(let failure, _): "The server answered with the documented failure \(failure)"
        case .undocumented(let response): "The server answered with \(response), which its document does not declare"
        case .transport(let error, _): "The request got no response: \(error)"
        case .decoding(let error): error.description
        case .invalidRequest(let error): error.description
        }
    }
}

extension ClientError: LocalizedError {
    public var errorDescription: String? { description }
}

extension InvalidRequest: CustomStringConvertible, LocalizedError {
    public var description: String {
        let places = issues.map { "\n  \($0)" }.joined()
        return "The request was not sent: \(message)\(places)"
    }

    public var errorDescription: String? { description }
}
