/// The error if nothing of a response is received for longer than the transport waits.
public struct ResponseTimeout: Error, Sendable, Hashable, CustomStringConvertible {
    /// How long the transport waited.
    public var limit: Duration

    /// For transports that implement timeouts themselves.
    public init(limit: Duration) { self.limit = limit }

    public var description: String { "No part of the response was received for \(limit)" }
}

/// Ends an operation that shows no activity for too long.
package final class IdleLimit: Sendable {
    private let limit: Duration
    private let lastSign = Lock(ContinuousClock.now)

    package init(_ limit: Duration) { self.limit = limit }

    /// Records activity: the time starts again.
    package func sign() { lastSign.withLock { $0 = .now } }

    /// Waits for an operation that stops when it is cancelled.
    ///
    /// - Throws: ``ResponseTimeout``, or the error that the operation throws.
    package func wait<Result: Sendable>(
        for operation: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        sign()
        return try await withThrowingTaskGroup(of: Result.self) { group in
            defer { group.cancelAll() }
            group.addTask(operation: operation)
            group.addTask { throw try await self.timeout() }
            guard let result = try await group.next() else { throw CancellationError() }
            return result
        }
    }

    private func timeout() async throws -> ResponseTimeout {
        while true {
            let rest = ContinuousClock.now.duration(to: lastSign.withLock { $0 } + limit)
            if rest <= .zero { return ResponseTimeout(limit: limit) }
            try await Task.sleep(for: rest)
        }
    }
}
