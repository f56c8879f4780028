/// A pattern, or the content of a look-around in it, as instructions: those of a nondeterministic automaton, and a few that only
/// ``PatternBacktracker`` can follow.
struct PatternProgram: Sendable {
    enum Instruction: Sendable {
        /// A character of the set with this number, then the next instruction.
        case set(Int)
        /// The first target is tried first.
        case split(Int, Int)
        case jump(Int)
        case assertion(PatternAssertion)
        /// Whether the program with this number matches at this place.
        case look(Int, isNegative: Bool)
        case accept
        /// Records the place in the slot; `endRound` fails if a round has read nothing.
        case startRound(slot: Int)
        case endRound(slot: Int)

        // Only for the backtracker.
        case open(group: Int)
        case close(group: Int)
        case forget(groups: Range<Int>)
        case backreference([Int])
    }

    var instructions: [Instruction] = []
    /// Reads from right to left.
    var isReversed: Bool
    /// Whether matches begin only at the start of the text.
    var isAnchored = false

    var hasAssertions: Bool {
        instructions.contains { if case .assertion = $0 { true } else { false } }
    }

    var hasLooks: Bool {
        instructions.contains { if case .look = $0 { true } else { false } }
    }
}

/// All programs of a pattern.
struct PatternPrograms: Sendable {
    /// The look-arounds, each before the program that contains it, and finally the pattern itself.
    var programs: [PatternProgram]
    var sets: [CodePointSet]
    var groupCount: Int
    var slotCount: Int

    var lookCount: Int { programs.count - 1 }
}
