#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Seconds of CPU time, all threads together: other work on the machine disturbs it less than wall time.
enum Clock {
    #if canImport(Glibc)
        static var process: Double { cpu(of: RUSAGE_SELF.rawValue) }
        /// The CPU time of processes that were started and have ended.
        static var children: Double { cpu(of: RUSAGE_CHILDREN.rawValue) }
    #else
        static var process: Double { cpu(of: RUSAGE_SELF) }
        static var children: Double { cpu(of: RUSAGE_CHILDREN) }
    #endif

    private static func cpu(of who: Int32) -> Double {
        var usage = rusage()
        getrusage(who, &usage)
        return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1_000_000 }
    }
}

/// The CPU seconds of one call of `body`: the best of several rounds, each of as many calls as fill a tenth of a second.
func measure(rounds: Int = 7, _ body: () throws -> Void) rethrows -> Double {
    var calls = 1
    var best = Double.infinity
    var round = 0
    while round < rounds {
        let start = Clock.process
        for _ in 0..<calls { try body() }
        let seconds = Clock.process - start
        if seconds < 0.1, round == 0 {
            calls *= 2
        } else {
            best = min(best, seconds / Double(calls))
            round += 1
        }
    }
    return best
}
