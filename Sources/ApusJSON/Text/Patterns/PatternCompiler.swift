/// Compiles a tree into programs, using Thompson's construction; counted repetitions are expanded.
struct PatternCompiler {
    enum Target {
        /// Programs search for a match that begins anywhere. The program of a look-ahead reads backward, and so finds all the
        /// places where it holds in one pass.
        case automaton
        /// Programs match from a given place.
        case backtracker
    }

    /// The maximum number of instructions of all programs together: `[a-z]{1,65536}` has 131,072.
    static let sizeLimit = 150_000

    private let target: Target
    private var finished: [PatternProgram] = []
    private var program: PatternProgram
    private var size = 0
    private var sets: [CodePointSet] = []
    private var numbers: [CodePointSet: Int] = [:]
    private var slotCount = 0

    static func compile(
        _ root: PatternNode, groupCount: Int, for target: Target
    ) throws(PatternError) -> PatternPrograms {
        var compiler = PatternCompiler(target: target)
        try compiler.compile(program: root)
        return PatternPrograms(
            programs: compiler.finished + [compiler.program], sets: compiler.sets, groupCount: groupCount,
            slotCount: compiler.slotCount
        )
    }

    private init(target: Target) {
        self.target = target
        program = PatternProgram(isReversed: false)
    }

    private mutating func compile(program node: PatternNode) throws(PatternError) {
        let node = target == .automaton ? node.trimmed(before: true, behind: true) : node
        program.isAnchored = node.isAnchored
        if target == .automaton && !program.isAnchored {
            // Any number of characters may stand before the match.
            try emit(.split(3, 1))
            try emit(.set(number(of: .all)))
            try emit(.jump(0))
        }
        try compile(node)
        try emit(.accept)
    }

    @discardableResult
    private mutating func emit(_ instruction: PatternProgram.Instruction) throws(PatternError) -> Int {
        guard size < Self.sizeLimit else { throw PatternError("the pattern is too large") }
        size += 1
        program.instructions.append(instruction)
        return program.instructions.count - 1
    }

    private var next: Int { program.instructions.count }

    private mutating func number(of set: CodePointSet) -> Int {
        if let number = numbers[set] { return number }
        numbers[set] = sets.count
        sets.append(set)
        return sets.count - 1
    }

    private mutating func compile(_ node: PatternNode) throws(PatternError) {
        switch node {
        case .empty: break
        case .set(let set): try emit(.set(number(of: set)))
        case .sequence(let nodes):
            if program.isReversed {
                for node in nodes.reversed() { try compile(node) }
            } else {
                for node in nodes { try compile(node) }
            }
        case .alternatives(let nodes):
            if target == .automaton, let set = node.characters {
                try emit(.set(number(of: set)))
            } else {
                try compile(alternatives: nodes)
            }
        case .repetition(let node, let repetition): try compile(node, repetition)
        case .group(let number, let node):
            guard target == .backtracker else { return try compile(node) }
            try emit(.open(group: number))
            try compile(node)
            try emit(.close(group: number))
        case .backreference(let numbers): try emit(.backreference(numbers))
        case .assertion(let assertion): try emit(.assertion(assertion))
        case .look(let isAhead, let isNegative, let node):
            try emit(.look(try compile(look: node, isAhead: isAhead), isNegative: isNegative))
        }
    }

    /// Returns the number of the program.
    private mutating func compile(look node: PatternNode, isAhead: Bool) throws(PatternError) -> Int {
        let outer = program
        let node = target == .automaton ? node.trimmed(before: !isAhead, behind: isAhead) : node
        program = PatternProgram(isReversed: target == .automaton ? isAhead : !isAhead)
        // In both directions, matches may start anywhere in the text.
        if target == .automaton {
            try emit(.split(3, 1))
            try emit(.set(number(of: .all)))
            try emit(.jump(0))
        }
        try compile(node)
        try emit(.accept)
        finished.append(program)
        program = outer
        return finished.count - 1
    }

    /// `split a, (split b, c)`, each with a jump to the end.
    private mutating func compile(alternatives nodes: [PatternNode]) throws(PatternError) {
        var ends: [Int] = []
        for node in nodes.dropLast() {
            let split = try emit(.split(next + 1, 0))
            try compile(node)
            ends.append(try emit(.jump(0)))
            program.instructions[split] = .split(split + 1, next)
        }
        if let last = nodes.last { try compile(last) }
        for end in ends { program.instructions[end] = .jump(next) }
    }

    private mutating func compile(
        _ node: PatternNode, _ repetition: PatternNode.Repetition
    ) throws(PatternError) {
        if target == .automaton, case .repetition(let inner, let rounds) = node.withoutGroup,
            let combined = repetition.combined(with: rounds)
        {
            return try compile(inner, combined)
        }
        // Rounds that can always match without reading are optional: `(a?){1,9}` -> `(a?){0,9}`.
        let isOptional = target == .automaton && repetition.maximum != 1 && node.alwaysReadsNothing
        let minimum = isOptional ? 0 : repetition.minimum
        for _ in 0..<minimum {
            let start = next
            try round(node, repetition)
            if next == start { return }
        }
        guard let maximum = repetition.maximum else {
            let split = try emit(.split(next + 1, 0))
            try round(node, repetition, isRequired: false)
            try emit(.jump(split))
            program.instructions[split] = choice(split + 1, next, repetition)
            return
        }
        guard maximum > minimum else { return }
        var splits: [Int] = []
        for _ in minimum..<maximum {
            let start = next
            splits.append(try emit(.split(start + 1, 0)))
            try round(node, repetition, isRequired: false)
            if next == start + 1 { break }
        }
        for split in splits { program.instructions[split] = choice(split + 1, next, repetition) }
    }

    private func choice(
        _ again: Int, _ end: Int, _ repetition: PatternNode.Repetition
    ) -> PatternProgram.Instruction {
        repetition.isLazy ? .split(end, again) : .split(again, end)
    }

    private mutating func round(
        _ node: PatternNode, _ repetition: PatternNode.Repetition, isRequired: Bool = true
    ) throws(PatternError) {
        if target == .backtracker, !repetition.groups.isEmpty { try emit(.forget(groups: repetition.groups)) }
        if isRequired || target == .automaton && !node.mayReadNothing { return try compile(node) }
        // A round that reads nothing does not count [ECMA-262, section 22.2.2.3.1, step 2.b].
        let slot = slotCount
        slotCount += 1
        let start = try emit(.startRound(slot: slot))
        try compile(node)
        if target == .automaton, next == start + 1 {
            program.instructions.removeLast()
            return
        }
        try emit(.endRound(slot: slot))
    }
}
