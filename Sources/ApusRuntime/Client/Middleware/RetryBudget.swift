/// Limits how many requests are repeated: a server that fails for everybody gets hardly more requests than it would get anyway.
///
/// Each repetition takes one from the budget, and each request that does not fail gives a part of one back. If nothing is left,
/// failures are reported immediately.
public final class RetryBudget: Sendable {
    private let capacity: Double
    private let refill: Double
    private let rest: Lock<Double>

    /// `capacity` is the number of repetitions that are possible before any success, `refill` what a success gives back.
    public init(capacity: Int = 100, refill: Double = 0.1) {
        self.capacity = Double(capacity)
        self.refill = refill
        rest = Lock(Double(capacity))
    }

    /// Takes one repetition; returns whether there was one.
    func take() -> Bool {
        rest.withLock { rest in
            guard rest >= 1 else { return false }
            rest -= 1
            return true
        }
    }

    func succeeded() { rest.withLock { $0 = min($0 + refill, capacity) } }
}
