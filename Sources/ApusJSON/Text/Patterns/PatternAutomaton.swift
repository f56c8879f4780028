/// A pattern without back-references, matched in time linear in the length of the text: see `PatternDeterminizer.workPerByte`.
///
/// First, one pass for each look-around finds its result at each place of the text. The pattern then reads these results together
/// with the characters, like one more property of them.
struct PatternAutomaton: Sendable {
    /// More look-arounds would make too many symbols.
    static let lookLimit = 6

    private let alphabet: PatternAlphabet
    private let looks: [PatternMachine]
    private let machine: PatternMachine

    init(_ programs: PatternPrograms) throws(PatternError) {
        let assertions = programs.programs.flatMap(\.instructions).compactMap { instruction in
            if case .assertion(let assertion) = instruction { assertion } else { nil }
        }
        let alphabet = PatternAlphabet(sets: programs.sets, assertions: Set(assertions))
        let lookCount = programs.lookCount
        var machines: [PatternMachine] = []
        for (index, program) in programs.programs.enumerated() {
            let determinizer = try PatternDeterminizer(
                program, alphabet, lookCount: lookCount, stopsAtMatch: index == lookCount)
            machines.append(PatternMachine(program, determinizer))
        }
        self.alphabet = alphabet
        machine = machines.removeLast()
        looks = machines
    }

    /// The number of words, of 64 places of the pattern each, that are examined for a character, found by trial: each costs about a
    /// nanosecond.
    var width: Int { (looks + [machine]).map(\.width).max() ?? 0 }

    func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        if looks.isEmpty { return machine.matches(text, alphabet, looks: nil) }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count + 1) { places in
            places.initialize(repeating: 0)
            for (number, look) in looks.enumerated() {
                let bit = UInt8(truncatingIfNeeded: 1 << number)
                look.mark(places, bit: bit, text, alphabet)
            }
            return machine.matches(text, alphabet, looks: places.baseAddress)
        }
    }
}

/// The deterministic automaton of one program: complete if it is small, otherwise built while texts are read.
struct PatternMachine: Sendable {
    private enum Form: Sendable {
        case whole(PatternTable)
        case growing(PatternPool)
    }

    private let form: Form
    private let isReversed: Bool
    private let hasLooks: Bool

    init(_ program: PatternProgram, _ determinizer: PatternDeterminizer) {
        var determinizer = determinizer
        isReversed = program.isReversed
        hasLooks = program.hasLooks
        form = PatternTable(&determinizer).map(Form.whole) ?? .growing(PatternPool(determinizer))
    }

    /// 0 for a complete automaton: it needs only a lookup for each character.
    var width: Int {
        guard case .growing(let pool) = form else { return 0 }
        return pool.withDeterminizer { $0.trialWidth() }
    }

    func matches(
        _ text: UnsafeBufferPointer<UInt8>, _ alphabet: PatternAlphabet, looks: UnsafeMutablePointer<UInt8>?
    ) -> Bool {
        let looks = hasLooks ? looks : nil
        switch form {
        case .whole(var table): return search(text, alphabet, looks, &table)
        case .growing(let pool): return pool.withDeterminizer { search(text, alphabet, looks, &$0) }
        }
    }

    /// Sets `bit` at each place where a match ends or, for a look-ahead, which reads backward, where one begins.
    func mark(
        _ places: UnsafeMutableBufferPointer<UInt8>, bit: UInt8, _ text: UnsafeBufferPointer<UInt8>,
        _ alphabet: PatternAlphabet
    ) {
        switch form {
        case .whole(var table): mark(places, bit, text, alphabet, &table)
        case .growing(let pool): pool.withDeterminizer { mark(places, bit, text, alphabet, &$0) }
        }
    }

    @inline(__always)
    private func search(
        _ text: UnsafeBufferPointer<UInt8>, _ alphabet: PatternAlphabet, _ looks: UnsafeMutablePointer<UInt8>?,
        _ transitions: inout some PatternTransitions
    ) -> Bool {
        alphabet.ascii.withUnsafeBufferPointer { ascii in
            var state = PatternDeterminizer.start
            var index = 0
            while index < text.count {
                let place = index
                let byte = text[index]
                var symbol: Int
                if byte < 0x80 {
                    symbol = Int(ascii[Int(byte)])
                    index &+= 1
                } else {
                    let scalar = text.scalar(at: index)
                    symbol = alphabet.symbol(of: scalar.value)
                    index &+= scalar.width
                }
                if let looks { symbol += alphabet.count * Int(looks[place]) }
                let next = transitions.next(state, symbol)
                if next & 1 == 1 { return true }
                state = next &>> 1
                if state == PatternDeterminizer.dead { return false }
            }
            let symbol = alphabet.edge + (looks.map { alphabet.count * Int($0[text.count]) } ?? 0)
            return transitions.next(state, symbol) & 1 == 1
        }
    }

    private func mark(
        _ places: UnsafeMutableBufferPointer<UInt8>, _ bit: UInt8, _ text: UnsafeBufferPointer<UInt8>,
        _ alphabet: PatternAlphabet, _ transitions: inout some PatternTransitions
    ) {
        var state = PatternDeterminizer.start
        var place = isReversed ? text.count : 0
        let last = isReversed ? 0 : text.count
        while true {
            var symbol = alphabet.edge
            var following = place
            if place != last {
                let start = isReversed ? text.start(before: place) : place
                let scalar = text.scalar(at: start)
                symbol = alphabet.symbol(of: scalar.value)
                following = isReversed ? start : start + scalar.width
            }
            if hasLooks { symbol += alphabet.count * Int(places[place]) }
            let next = transitions.next(state, symbol)
            if next & 1 == 1 { places[place] |= bit }
            if place == last { return }
            state = next &>> 1
            place = following
        }
    }
}

/// A complete deterministic automaton, which threads share because it never changes.
struct PatternTable: PatternTransitions, Sendable {
    private let table: [Int32]
    private let symbolCount: Int

    /// The limits on transitions and on the words examined to find them: a tenth of a millisecond.
    private static let sizeLimit = 1 << 12
    private static let workLimit = 1 << 11

    /// `nil` if it would be too large.
    init?(_ determinizer: inout PatternDeterminizer) {
        symbolCount = determinizer.symbolCount
        var state = PatternDeterminizer.start
        while Int(state) < determinizer.stateCount {
            guard determinizer.stateCount * symbolCount <= Self.sizeLimit, determinizer.work <= Self.workLimit else {
                return nil
            }
            for symbol in 0..<symbolCount { _ = determinizer.next(state, symbol) }
            if determinizer.isUnnamed { return nil }
            state += 1
        }
        table = determinizer.table
    }

    @inline(__always)
    func next(_ state: Int32, _ symbol: Int) -> Int32 { table[Int(state) &* symbolCount &+ symbol] }
}

/// Automata that grow, one for each thread that is matching at the same time.
struct PatternPool: Sendable {
    private let first: PatternDeterminizer
    private let idle = Lock<[PatternDeterminizer]>([])

    init(_ first: PatternDeterminizer) { self.first = first }

    func withDeterminizer<Result>(_ body: (inout PatternDeterminizer) -> Result) -> Result {
        var determinizer = idle.withLock { $0.popLast() } ?? first
        determinizer.begin()
        defer {
            let used = determinizer
            idle.withLock { $0.append(used) }
        }
        return body(&determinizer)
    }
}
