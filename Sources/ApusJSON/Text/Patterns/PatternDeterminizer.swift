/// The transitions of a deterministic automaton.
protocol PatternTransitions {
    /// The transition from a state, on a symbol and the results of look-arounds at the place before it.
    ///
    /// - Returns: twice the next state, plus 1 if a match ends before the symbol.
    mutating func next(_ state: Int32, _ symbol: Int) -> Int32
}

/// The deterministic automaton of a program, built as far as texts have needed it: a state is a set of places in the program.
///
/// A place is entered before the next symbol is known; assertions are evaluated when the next symbol is read.
struct PatternDeterminizer: PatternTransitions {
    /// Nothing can match any more.
    static let dead: Int32 = 0
    /// The state for any set of places: no transitions from it are stored.
    private static let unnamed: Int32 = 1
    static let start: Int32 = 2
    /// Table entries and words of states together. A text that needs more continues without states: each character then costs a
    /// step, which is less than storing states to which the text does not return.
    private static let memoryLimit = 1 << 16

    /// The number of symbols times the number of possible look-around results.
    let symbolCount: Int
    private var places: PatternPlaces

    private(set) var table: [Int32] = []
    private var states: [State] = []
    private var numbers: [State: Int32] = [:]
    private var memory = 0

    /// The places of the unnamed state.
    private var current: [UInt64]
    private var currentRange = 0..<0
    private var currentBehind = PatternAssertion.Neighbour.other
    /// Whether the current text continues without states.
    private(set) var isUnnamed = false
    /// All zero between steps.
    private var scratch: [UInt64]

    private struct State: Hashable {
        /// What was read last, if assertions need it.
        var behind: PatternAssertion.Neighbour
        /// The index of the first word.
        var low: Int32
        var words: [UInt64]

        func hash(into hasher: inout Hasher) {
            hasher.combine(low)
            words.withUnsafeBytes { hasher.combine(bytes: $0) }
        }
    }

    init(
        _ program: PatternProgram, _ alphabet: PatternAlphabet, lookCount: Int, stopsAtMatch: Bool
    ) throws(PatternError) {
        symbolCount = alphabet.count << (program.hasLooks ? lookCount : 0)
        places = try PatternPlaces(program, alphabet, lookCount: lookCount, stopsAtMatch: stopsAtMatch)
        current = Array(repeating: 0, count: places.wordCount + 1)
        scratch = current
        clear()
    }

    private mutating func clear() {
        table.removeAll(keepingCapacity: true)
        states.removeAll(keepingCapacity: true)
        numbers.removeAll(keepingCapacity: true)
        memory = 0
        for _ in 0..<2 { append(State(behind: .other, low: 0, words: [])) }
        _ = add(State(behind: places.startsBehind, low: 0, words: [1]))
        for symbol in 0..<symbolCount { table[symbol] = 0 }
    }

    var stateCount: Int { states.count }
    /// The number of words examined so far.
    var work: Int { places.work }
    /// The maximum number of words examined in one step.
    private(set) var widest = 0

    /// Begins a text.
    mutating func begin() {
        if isUnnamed { clear() }
        isUnnamed = false
    }

    @inline(__always)
    mutating func next(_ state: Int32, _ symbol: Int) -> Int32 {
        let known = table[Int(state) &* symbolCount &+ symbol]
        return known >= 0 ? known : find(state, symbol)
    }

    @inline(never)
    private mutating func find(_ state: Int32, _ symbol: Int) -> Int32 {
        let before = places.work
        let step = step(state, symbol)
        widest = max(widest, places.work - before)
        let match: Int32 = step.isMatch ? 1 : 0
        if isUnnamed { return goOn(step, symbol) << 1 | match }
        let number = name(step, symbol)
        if number != Self.unnamed {
            table[Int(state) * symbolCount + symbol] = number << 1 | match
        }
        return number << 1 | match
    }

    /// The next places are in `scratch`.
    private mutating func step(_ state: Int32, _ symbol: Int) -> PatternPlaces.Step {
        let isUnnamed = state == Self.unnamed
        let low = isUnnamed ? currentRange.lowerBound : Int(states[Int(state)].low)
        let behind = isUnnamed ? currentBehind : states[Int(state)].behind
        return scratch.withUnsafeMutableBufferPointer { next in
            if isUnnamed {
                return current.withUnsafeBufferPointer {
                    places.step(
                        UnsafeBufferPointer(rebasing: $0[currentRange]), from: low, behind: behind, symbol, into: next)
                }
            }
            return states[Int(state)].words.withUnsafeBufferPointer {
                places.step($0, from: low, behind: behind, symbol, into: next)
            }
        }
    }

    /// Returns the number of the state that is in `scratch`.
    private mutating func name(_ step: PatternPlaces.Step, _ symbol: Int) -> Int32 {
        if step.range.isEmpty { return Self.dead }
        let behind = places.neighbour(symbol)
        let state = State(behind: behind, low: Int32(step.range.lowerBound), words: Array(scratch[step.range]))
        if let known = numbers[state] {
            forget(step.range, of: &scratch)
            return known
        }
        guard memory < Self.memoryLimit else {
            isUnnamed = true
            return goOn(step, symbol)
        }
        forget(step.range, of: &scratch)
        return add(state)
    }

    private mutating func goOn(_ step: PatternPlaces.Step, _ symbol: Int) -> Int32 {
        forget(currentRange, of: &current)
        swap(&current, &scratch)
        currentRange = step.range
        currentBehind = places.neighbour(symbol)
        return step.range.isEmpty ? Self.dead : Self.unnamed
    }

    private func forget(_ range: Range<Int>, of words: inout [UInt64]) {
        for word in range { words[word] = 0 }
    }

    private mutating func add(_ state: State) -> Int32 {
        let number = Int32(states.count)
        append(state)
        numbers[state] = number
        return number
    }

    private mutating func append(_ state: State) {
        states.append(state)
        table.append(contentsOf: repeatElement(-1, count: symbolCount))
        memory += symbolCount + state.words.count * 2 + 16
    }
}

extension PatternDeterminizer {
    private static let trialLength = 2_000
    private static let trialWork = 500_000

    /// The maximum number of words examined for a character: on texts that repeat a single character, on one that mixes them, and
    /// on one that always moves to the state with the most places.
    mutating func trialWidth() -> Int {
        for symbol in 0..<min(symbolCount, 64) { run { _, _ in symbol } }
        var random: UInt32 = 1
        run { determinizer, _ in
            random = random &* 1_664_525 &+ 1_013_904_223
            return Int(random >> 8) % determinizer.symbolCount
        }
        run { determinizer, state in
            let choices = (0..<min(determinizer.symbolCount, 16)).map { determinizer.placeCount(state, $0) }
            return choices.indices.max { choices[$0] < choices[$1] } ?? 0
        }
        return widest
    }

    private mutating func run(choosing choose: (inout Self, Int32) -> Int) {
        begin()
        var state = Self.start
        let limit = work + Self.trialWork
        for _ in 0..<Self.trialLength where work < limit {
            let next = next(state, choose(&self, state)) >> 1
            if next != Self.dead { state = next }
        }
    }

    /// The number of places of the state after a symbol; without states it is not known.
    private mutating func placeCount(_ state: Int32, _ symbol: Int) -> Int {
        if isUnnamed { return 0 }
        let next = next(state, symbol) >> 1
        return isUnnamed ? 0 : states[Int(next)].words.reduce(0) { $0 + $1.nonzeroBitCount }
    }
}
