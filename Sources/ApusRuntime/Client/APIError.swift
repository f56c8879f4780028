/// An error of any operation of any client, so that operations with different failures can be caught together:
///
///     do {
///         let user = try await client.getUser(id: id)
///         try await client.rename(user.team, to: name)
///     } catch let error as any APIError {
///         if error.isCancellation { return }
///         log("\(error.operation.id): \(error.status ?? 0)")
///     }
///
/// Every ``ClientError`` conforms to it. Errors that occur while a stream is read do not.
public protocol APIError: Error, Sendable, CustomStringConvertible {
    /// The operation that was called.
    var operation: ClientOperation { get }

    /// The response as it was received: status, header fields and bytes. `nil` if there is none.
    var response: ReceivedResponse? { get }

    /// Why there is no response, or why a request was not sent; `nil` if there is a response.
    var underlyingError: (any Error)? { get }
}

extension APIError {
    /// The status code of the response; `nil` if there is none.
    public var status: Int? { response?.status }

    /// Whether there is no response because the calling task was cancelled.
    public var isCancellation: Bool { underlyingError is CancellationError }

    /// Whether there is no response because it took too long.
    public var isTimeout: Bool {
        if let failure = underlyingError as? any TransportFailure { failure.isTimeout } else { false }
    }

    /// Whether the same request may succeed later: a lost connection, a time-out, or one of the statuses 408, 425, 429, 500, 502,
    /// 503 and 504. It does not say whether sending the request twice is safe.
    public var isRetryable: Bool {
        if let status { return RetryableStatus.all.contains(status) }
        return (underlyingError as? any TransportFailure)?.isTransient ?? false
    }
}

/// The statuses that another attempt may change.
enum RetryableStatus {
    /// Request Timeout, Too Early, Too Many Requests, Internal Server Error, Bad Gateway, Service Unavailable, Gateway Timeout.
    static let all: Set<Int> = [408, 425, 429, 500, 502, 503, 504]
}

/// What a client needs to know about the error of a transport. The errors of `URLSession` and of async-http-client conform to it;
/// a transport of your own lets its errors conform.
public protocol TransportFailure: Error {
    /// Whether something took too long.
    var isTimeout: Bool { get }
    /// Whether the next attempt may succeed: a connection that could not be made or was lost, a time-out.
    var isTransient: Bool { get }
}

extension TransportFailure {
    public var isTimeout: Bool { false }
    public var isTransient: Bool { true }
}

extension ResponseTimeout: TransportFailure {
    public var isTimeout: Bool { true }
}

extension ClientError: APIError {
    public var operation: ClientOperation {
        switch self {
        case .documented(_, let response), .undocumented(let response): response.operation
        case .transport(_, let operation): operation
        case .decoding(let error): error.response.operation
        case .invalidRequest(let error): error.operation
        }
    }

    public var response: ReceivedResponse? {
        switch self {
        case .documented(_, let response), .undocumented(let response): response
        case .decoding(let error): error.response
        case .transport, .invalidRequest: nil
        }
    }

    public var underlyingError: (any Error)? {
        switch self {
        case .transport(let error, _): error
        case .invalidRequest(let error): error
        case .documented, .undocumented, .decoding: nil
        }
    }
}
