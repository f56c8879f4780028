import Synchronization

/// A clock that waits no time and records how long it would have waited.
final class InstantClock: Clock {
    struct Instant: InstantProtocol {
        var offset: Duration

        func advanced(by duration: Duration) -> Self { Self(offset: offset + duration) }
        func duration(to other: Self) -> Duration { other.offset - offset }
        static func < (first: Self, second: Self) -> Bool { first.offset < second.offset }
    }

    private let waits = Mutex<[Duration]>([])

    var recorded: [Duration] { waits.withLock { $0 } }
    var now: Instant { Instant(offset: recorded.reduce(.zero, +)) }
    var minimumResolution: Duration { .zero }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        try Task.checkCancellation()
        let wait = now.duration(to: deadline)
        waits.withLock { $0.append(wait) }
    }
}
