/// The error for a call that took longer than ``Connection/timeout``.
public struct CallTimeout: Error, Sendable, Hashable, CustomStringConvertible {
    /// How long the call was allowed to take.
    public var limit: Duration

    /// For tests.
    public init(limit: Duration) { self.limit = limit }

    public var description: String { "The call took longer than \(limit)" }
}

extension CallTimeout: TransportFailure {
    public var isTimeout: Bool { true }
}

/// The moment when a call must be over.
struct Deadline: Sendable {
    private let limit: Duration
    private let end: ContinuousClock.Instant

    init(after limit: Duration) {
        self.limit = limit
        end = .now + limit
    }

    var remaining: Duration { ContinuousClock.now.duration(to: end) }

    /// Waits for an operation that stops when it is cancelled.
    ///
    /// - Throws: ``CallTimeout``, or the error that the operation throws.
    func wait<Result: Sendable>(
        for operation: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        try await withThrowingTaskGroup(of: Result.self) { group in
            defer { group.cancelAll() }
            group.addTask(operation: operation)
            group.addTask {
                try await Task.sleep(until: end, clock: .continuous)
                throw CallTimeout(limit: limit)
            }
            guard let result = try await group.next() else { throw CancellationError() }
            return result
        }
    }
}

extension Deadline? {
    /// The same, without a limit for `nil`.
    func wait<Result: Sendable>(
        for operation: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        if let self { try await self.wait(for: operation) } else { try await operation() }
    }
}
