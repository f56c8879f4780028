/// What a deterministic automaton goes by.
protocol PatternTransitions {
    /// From a state, on a symbol and what look-arounds say of the place before it.
    ///
    /// - Returns: twice the next state, plus 1 if a match ends before the symbol.
    mutating func next(_ state: Int32, _ symbol: Int) -> Int32
}

/// The deterministic automaton of a program, as far as texts have needed it: a state is a set of places in the program.
///
/// A place is entered before it is known what follows, so that assertions are judged with the next symbol in hand.
struct PatternDeterminizer: PatternTransitions {
    /// Nothing can match any more.
    static let dead: Int32 = 0
    static let start: Int32 = 1
    /// Table entries and places of states together, four bytes each. Once they are that many, all are forgotten: states
    /// that the text does not come back to cost what a simulation costs, and those that it comes back to are soon there.
    private static let memoryLimit = 1 << 19
    /// Instructions that may be followed for a text, and for each of its bytes: some ten milliseconds. Each byte costs as many
    /// as there are places where the pattern may be, which counted repetitions in each other, `(a{1,100}b?){1,100}c`, make
    /// thousands of; states that a text comes back to cost none.
    static let workBase = 1_000_000
    static let workPerByte = 4

    let program: PatternProgram
    let alphabet: PatternAlphabet
    /// How many symbols there are, times what look-arounds can say.
    let symbolCount: Int
    /// The pattern itself, for which the first match decides.
    let stopsAtMatch: Bool
    private let hasAssertions: Bool

    private(set) var table: [Int32] = []
    private var states: [State] = []
    private var numbers: [State: Int32] = [:]
    private var memory = 0

    private var stamps: [UInt32]
    private var stamp: UInt32 = 0
    private var pending: [Int32] = []
    /// How many instructions have been followed.
    private(set) var work = 0
    /// How many may be, for the text at hand.
    private var workLimit = Int.max
    /// The text at hand took more; what has been said of it since counts for nothing.
    private(set) var isExhausted = false

    private struct State: Hashable {
        /// What has been read last, where assertions ask for it.
        var behind: PatternAssertion.Neighbour
        var places: [Int32]
    }

    init(_ program: PatternProgram, _ alphabet: PatternAlphabet, lookCount: Int, stopsAtMatch: Bool) {
        self.program = program
        self.alphabet = alphabet
        self.stopsAtMatch = stopsAtMatch
        symbolCount = alphabet.count << (program.hasLooks ? lookCount : 0)
        hasAssertions = program.hasAssertions
        stamps = Array(repeating: 0, count: program.instructions.count)
        clear()
    }

    private mutating func clear() {
        table.removeAll(keepingCapacity: true)
        states.removeAll(keepingCapacity: true)
        numbers.removeAll(keepingCapacity: true)
        memory = 0
        _ = add(State(behind: .other, places: []))
        _ = add(State(behind: hasAssertions ? .edge : .other, places: [0]))
        for symbol in 0..<symbolCount { table[symbol] = 0 }
    }

    var stateCount: Int { states.count }

    /// Begins a text of so many bytes.
    mutating func begin(_ count: Int) {
        workLimit = work + Self.workBase + Self.workPerByte * count
        isExhausted = false
    }

    @inline(__always)
    mutating func next(_ state: Int32, _ symbol: Int) -> Int32 {
        let known = table[Int(state) &* symbolCount &+ symbol]
        return known >= 0 ? known : find(state, symbol)
    }

    @inline(never)
    private mutating func find(_ state: Int32, _ symbol: Int) -> Int32 {
        if work > workLimit {
            isExhausted = true
            return Self.dead << 1
        }
        let (target, isMatch) = step(states[Int(state)], symbol)
        let match: Int32 = isMatch ? 1 : 0
        var number = Self.dead
        if let target {
            if let known = numbers[target] {
                number = known
            } else if memory < Self.memoryLimit {
                number = add(target)
            } else {
                clear()
                return add(target) << 1 | match
            }
        }
        table[Int(state) * symbolCount + symbol] = number << 1 | match
        return number << 1 | match
    }

    /// The most places in one state so far.
    private(set) var widest = 0

    private mutating func add(_ state: State) -> Int32 {
        widest = max(widest, state.places.count)
        let number = Int32(states.count)
        states.append(state)
        numbers[state] = number
        table.append(contentsOf: repeatElement(-1, count: symbolCount))
        memory += symbolCount + state.places.count + 8
        return number
    }

    /// -> the places behind the symbol, nil where there are none, and whether a match ends before it
    private mutating func step(_ state: State, _ symbol: Int) -> (target: State?, isMatch: Bool) {
        let character = symbol % alphabet.count
        let looks = symbol / alphabet.count
        let isEdge = character == alphabet.edge
        let ahead = alphabet.neighbours[character]
        stamp &+= 1
        let visited = stamp
        var isMatch = false
        var places: [Int32] = []
        pending = state.places
        while let place = pending.popLast() {
            let place = Int(place)
            if stamps[place] == visited { continue }
            stamps[place] = visited
            work += 1
            switch program.instructions[place] {
            case .set(let set): if alphabet.isMember(of: set, character) { places.append(Int32(place + 1)) }
            case .split(let first, let second):
                pending.append(Int32(second))
                pending.append(Int32(first))
            case .jump(let target): pending.append(Int32(target))
            case .assertion(let assertion):
                let (left, right) = program.isReversed ? (ahead, state.behind) : (state.behind, ahead)
                if assertion.holds(left, right) { pending.append(Int32(place + 1)) }
            case .look(let look, let isNegative):
                if (looks >> look & 1 == 1) != isNegative { pending.append(Int32(place + 1)) }
            case .accept:
                isMatch = true
                if stopsAtMatch { return (nil, true) }
            case .open, .close, .forget, .backreference, .startRound, .endRound: break
            }
        }
        if places.isEmpty || isEdge { return (nil, isMatch) }
        // Any order will do; one order makes fewer states.
        if places.count <= 32 { places.sort() }
        return (State(behind: hasAssertions ? ahead : .other, places: places), isMatch)
    }
}

extension PatternDeterminizer {
    private static let trialLength = 2_000
    private static let trialWork = 500_000

    /// The most places in one state, on texts of each character alone and on one that mixes them.
    mutating func trialWidth() -> Int {
        for symbol in 0..<min(symbolCount, 64) { run(choosing: { _ in symbol }) }
        var random: UInt32 = 1
        run { count in
            random = random &* 1_664_525 &+ 1_013_904_223
            return Int(random >> 8) % count
        }
        return widest
    }

    private mutating func run(choosing symbol: (Int) -> Int) {
        var state = Self.start
        let limit = work + Self.trialWork
        for _ in 0..<Self.trialLength where work < limit {
            let next = next(state, symbol(symbolCount)) >> 1
            if next != Self.dead { state = next }
        }
    }
}
