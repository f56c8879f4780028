/// Nothing came of a response for longer than the transport waits.
public struct ResponseTimeout: Error, Sendable, Hashable, CustomStringConvertible {
    /// How long the transport waited.
    public var limit: Duration

    /// For transports that decide on time-outs by themselves.
    public init(limit: Duration) { self.limit = limit }

    public var description: String { "Nothing came of the response for \(limit)" }
}

/// Ends what shows no sign of life for too long.
package final class IdleLimit: Sendable {
    private let limit: Duration
    private let lastSign = Lock(ContinuousClock.now)

    package init(_ limit: Duration) { self.limit = limit }

    /// Something happened: the time starts anew.
    package func sign() { lastSign.withLock { $0 = .now } }

    /// Waits for an operation that stops when it is cancelled.
    ///
    /// - Throws: ``ResponseTimeout``, and what the operation throws.
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
