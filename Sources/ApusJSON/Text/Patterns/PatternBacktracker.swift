/// A pattern with back-references, tried branch by branch as ECMA-262 specifies, up to a limit on the number of steps.
struct PatternBacktracker: Sendable {
    /// The maximum number of instructions followed and characters compared for one text: about ten milliseconds.
    static let stepLimit = 1_000_000

    private let programs: PatternPrograms

    init(_ programs: PatternPrograms) { self.programs = programs }

    /// `nil` if the limit is reached.
    func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool? { tried(text).isMatch }

    /// Whether it matches, and the number of steps.
    func tried(_ text: UnsafeBufferPointer<UInt8>) -> (isMatch: Bool?, steps: Int) {
        var search = Search(programs: programs, text: text)
        let main = programs.programs.count - 1
        var start = 0
        while true {
            if search.run(main, from: start) { return (true, search.steps) }
            if search.isExhausted { return (nil, search.steps) }
            if programs.programs[main].isAnchored || start >= text.count { return (false, search.steps) }
            start += text.scalar(at: start).width
        }
    }
}

extension PatternBacktracker {
    /// One text being matched. Choices are kept in a list, so that long texts do not deepen the stack.
    private struct Search {
        let programs: PatternPrograms
        let text: UnsafeBufferPointer<UInt8>
        /// For each group, where it began and what it captured (from, to), then where rounds began; -1 for none.
        private var slots: [Int]
        private var choices: [Choice] = []
        private var changes: [(slot: Int, value: Int)] = []
        private(set) var steps = 0

        private struct Choice {
            var instruction: Int
            var place: Int
            var changeCount: Int
        }

        init(programs: PatternPrograms, text: UnsafeBufferPointer<UInt8>) {
            self.programs = programs
            self.text = text
            slots = Array(repeating: -1, count: (programs.groupCount + 1) * 3 + programs.slotCount)
        }

        var isExhausted: Bool { steps > PatternBacktracker.stepLimit }

        /// Whether a program matches at `start`. The captures of groups then remain until the caller undoes them.
        mutating func run(_ number: Int, from start: Int) -> Bool {
            let program = programs.programs[number]
            let base = choices.count
            choices.append(Choice(instruction: 0, place: start, changeCount: changes.count))
            while choices.count > base, let choice = choices.popLast() {
                undo(to: choice.changeCount)
                if follow(program, choice) {
                    choices.removeLast(choices.count - base)
                    return true
                }
                if isExhausted { break }
            }
            choices.removeLast(max(0, choices.count - base))
            return false
        }

        private mutating func undo(to count: Int) {
            while changes.count > count, let change = changes.popLast() { slots[change.slot] = change.value }
        }

        private mutating func set(_ slot: Int, _ value: Int) {
            if slots[slot] == value { return }
            changes.append((slot, slots[slot]))
            slots[slot] = value
        }

        /// Follows a choice to a match (true) or to a failure (false).
        private mutating func follow(_ program: PatternProgram, _ choice: Choice) -> Bool {
            var instruction = choice.instruction
            var place = choice.place
            while true {
                steps += 1
                if isExhausted { return false }
                var following = instruction + 1
                switch program.instructions[instruction] {
                case .set(let set):
                    guard let moved = read(set, at: place, program.isReversed) else { return false }
                    place = moved
                case .split(let first, let second):
                    choices.append(Choice(instruction: second, place: place, changeCount: changes.count))
                    following = first
                case .jump(let target): following = target
                case .assertion(let assertion):
                    if !assertion.holds(neighbour(before: place), neighbour(after: place)) { return false }
                case .look(let number, let isNegative):
                    if !look(number, isNegative, at: place) { return false }
                case .accept: return true
                case .open(let group): set(group * 3, place)
                case .close(let group):
                    let began = slots[group * 3]
                    set(group * 3 + 1, min(began, place))
                    set(group * 3 + 2, max(began, place))
                case .forget(let groups):
                    for group in groups {
                        set(group * 3 + 1, -1)
                        set(group * 3 + 2, -1)
                    }
                case .backreference(let groups):
                    guard let moved = compare(groups, at: place, program.isReversed) else { return false }
                    place = moved
                case .startRound(let slot): set((programs.groupCount + 1) * 3 + slot, place)
                case .endRound(let slot):
                    if slots[(programs.groupCount + 1) * 3 + slot] == place { return false }
                }
                instruction = following
            }
        }

        private func read(_ set: Int, at place: Int, _ isReversed: Bool) -> Int? {
            guard isReversed ? place > 0 : place < text.count else { return nil }
            let start = isReversed ? text.start(before: place) : place
            let scalar = text.scalar(at: start)
            guard programs.sets[set].contains(scalar.value) else { return nil }
            return isReversed ? start : start + scalar.width
        }

        /// The place after a repetition of what a group matched; `nil` if the text differs. A group that has not matched is empty.
        private mutating func compare(_ groups: [Int], at place: Int, _ isReversed: Bool) -> Int? {
            guard let group = groups.first(where: { slots[$0 * 3 + 1] >= 0 }) else { return place }
            let held = slots[group * 3 + 1]..<slots[group * 3 + 2]
            steps += held.count
            let start = isReversed ? place - held.count : place
            guard start >= 0, start + held.count <= text.count else { return nil }
            for offset in 0..<held.count where text[start + offset] != text[held.lowerBound + offset] { return nil }
            return isReversed ? start : start + held.count
        }

        private mutating func look(_ number: Int, _ isNegative: Bool, at place: Int) -> Bool {
            let changeCount = changes.count
            let isMatch = run(number, from: place)
            if isExhausted { return false }
            if isNegative || !isMatch { undo(to: changeCount) }
            return isMatch != isNegative
        }

        private func neighbour(before place: Int) -> PatternAssertion.Neighbour {
            place == 0 ? .edge : neighbour(at: text.start(before: place))
        }

        private func neighbour(after place: Int) -> PatternAssertion.Neighbour {
            place == text.count ? .edge : neighbour(at: place)
        }

        private func neighbour(at start: Int) -> PatternAssertion.Neighbour {
            let value = text.scalar(at: start).value
            if CodePointSet.words.contains(value) { return .word }
            return CodePointSet.lineTerminators.contains(value) ? .lineTerminator : .other
        }
    }
}
