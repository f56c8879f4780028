import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension ClientMiddleware where Self == RetryMiddleware {
    /// Sends a request up to `limit` more times if it failed for a reason that may pass: see ``RetryMiddleware``.
    public static func retries(upTo limit: Int = 3) -> Self { RetryMiddleware(limit: limit) }
}

/// Repeats requests that failed for a reason that may pass.
///
///     client.connection.middleware = [.idempotencyKeys(), .retries()]
///
/// A request is repeated only if sending it twice has the same effect as sending it once: see ``TransportRequest/isIdempotent``.
/// Its body must be repeatable too: bytes or a file, but not a stream. The reasons are a lost connection, a time-out of the
/// transport, and the statuses 408, 425, 429, 500, 502, 503 and 504. A body that breaks off while it is read is not a reason, since
/// the response has then been returned.
///
/// Before the next attempt it waits as long as `Retry-After` says, in seconds or as a date. Without that field it waits a random
/// time between 0 and a bound, which begins with ``base`` and doubles with each attempt up to ``longestBackoff``. If the wait would
/// exceed ``longestWait`` or the time that the call has left, the last response or error is the result.
public struct RetryMiddleware: ClientMiddleware {
    /// The maximum number of attempts after the first one.
    public var limit: Int
    /// The bound of the first wait.
    public var base: Duration = .milliseconds(500)
    /// The maximum of the bounds of waits without `Retry-After`.
    public var longestBackoff: Duration = .seconds(8)
    /// The maximum wait that `Retry-After` may ask for.
    public var longestWait: Duration = .seconds(60)
    /// How long to wait until the response to an attempt begins before another attempt is made; `nil` leaves it to the transport.
    public var attemptTimeout: Duration?
    /// What keeps a server in trouble from being flooded. All calls of a client and its copies share it.
    public var budget: RetryBudget
    /// The clock that waits are measured with.
    public var clock: any Clock<Duration> = ContinuousClock()
    /// The current time, to which a date in `Retry-After` is compared.
    public var now: @Sendable () -> Date = { Date() }
    /// Returns a random number from 0 to 1.
    public var random: @Sendable () -> Double = { .random(in: 0...1) }

    /// `limit` is the maximum number of attempts after the first one.
    public init(limit: Int = 3, budget: RetryBudget = RetryBudget()) {
        self.limit = limit
        self.budget = budget
    }

    public func send(
        _ request: TransportRequest, in call: ClientCall, next: Next
    ) async throws -> TransportResponse {
        guard request.isIdempotent, request.body?.isRepeatable ?? true else { return try await next(request) }
        var attempt = 0
        while true {
            let outcome = await Outcome(of: {
                try await attemptTimeout.map(Deadline.init(after:)).wait { try await next(request) }
            })
            guard outcome.isRetryable else {
                budget.succeeded()
                return try outcome.get()
            }
            guard attempt < limit, let wait = wait(after: outcome, attempt, in: call), budget.take() else {
                return try outcome.get()
            }
            try await clock.sleep(for: wait)
            attempt += 1
        }
    }

    /// How long to wait before the next attempt; `nil` if that would be too long.
    private func wait(after outcome: Outcome, _ attempt: Int, in call: ClientCall) -> Duration? {
        let longest = min(longestWait, call.remainingTime ?? longestWait)
        if let field = outcome.head?.headerFields[.retryAfter], let seconds = RetryAfter.seconds(field, now: now()) {
            return seconds <= longest.seconds ? .seconds(max(seconds, 0)) : nil
        }
        let bound = min(
            base.seconds * Double(sign: .plus, exponent: min(attempt, 60), significand: 1), longestBackoff.seconds)
        let wait = Duration.seconds(max(0, min(bound * random(), longestBackoff.seconds)))
        return wait <= longest ? wait : nil
    }
}

/// What an attempt led to.
private enum Outcome {
    case response(TransportResponse)
    case error(any Error)

    init(of attempt: () async throws -> TransportResponse) async {
        do { self = .response(try await attempt()) } catch { self = .error(error) }
    }

    var head: HTTPResponse? {
        if case .response(let response) = self { response.head } else { nil }
    }

    /// An attempt that was cancelled is not repeated, whatever its error is.
    var isRetryable: Bool {
        switch self {
        case .response(let response): RetryableStatus.all.contains(response.head.status.code)
        case .error(let error): !Task.isCancelled && (error as? any TransportFailure)?.isTransient ?? false
        }
    }

    func get() throws -> TransportResponse {
        switch self {
        case .response(let response): return response
        case .error(let error): throw error
        }
    }
}

extension Duration {
    fileprivate var seconds: Double {
        let (seconds, attoseconds) = components
        return Double(seconds) + Double(attoseconds) / 1e18
    }
}
