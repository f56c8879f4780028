/// Keeps a secret until it expires or a server rejects it. It is renewed once, however many calls wait for it; a call that is
/// cancelled stops waiting.
public actor CachedSecret: SecretProvider {
    /// A secret and how long it is valid.
    public struct Value: Sendable {
        /// The key or token.
        public var secret: String
        /// How long it is valid; `nil` if it does not say. It is renewed a little earlier: after nine tenths of that time.
        public var lifetime: Duration?

        /// `lifetime` begins when the secret was received.
        public init(_ secret: String, lifetime: Duration? = nil) {
            self.secret = secret
            self.lifetime = lifetime
        }
    }

    private typealias Waiter = CheckedContinuation<String, any Error>

    private let renew: @Sendable (any ClientTransport) async throws -> Value
    private var current: (secret: String, end: ContinuousClock.Instant?)?
    private var isRenewing = false
    private var waiters: [Int: Waiter] = [:]
    private var count = 0

    /// `renew` returns a new secret; it gets the transport of the client.
    public init(renew: @escaping @Sendable (any ClientTransport) async throws -> Value) { self.renew = renew }

    public func secret(replacing rejected: String?, over transport: any ClientTransport) async throws -> String {
        if let current, current.secret != rejected, current.end.map({ .now < $0 }) ?? true { return current.secret }
        if !isRenewing {
            isRenewing = true
            Task { finish(await renewed(over: transport)) }
        }
        count += 1
        let number = count
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { waiter in
                if Task.isCancelled { waiter.resume(throwing: CancellationError()) } else { waiters[number] = waiter }
            }
        } onCancel: {
            Task { await self.cancel(number) }
        }
    }

    private nonisolated func renewed(over transport: any ClientTransport) async -> Result<Value, any Error> {
        do { return .success(try await renew(transport)) } catch { return .failure(error) }
    }

    private func finish(_ result: Result<Value, any Error>) {
        isRenewing = false
        if case .success(let value) = result {
            current = (value.secret, value.lifetime.map { .now + $0 * 0.9 })
        }
        let waiters = waiters.values
        self.waiters = [:]
        for waiter in waiters { waiter.resume(with: result.map(\.secret)) }
    }

    private func cancel(_ number: Int) {
        waiters.removeValue(forKey: number)?.resume(throwing: CancellationError())
    }
}
