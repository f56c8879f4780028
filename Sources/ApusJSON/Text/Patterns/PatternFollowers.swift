/// What may be read after each place of a program, as bits: a place is an instruction that has read a character; the first place is
/// the start.
///
/// Everything that depends on the surroundings of a place, assertions and look-arounds, is already decided: there is one value for
/// each combination that a text can have.
struct PatternFollowers {
    /// The places that may be followed by the next place: `abc`, `a{1,100}`.
    var next: [UInt64]
    /// The places after which a match may end.
    var ends: [UInt64]
    /// The places that may be followed by other places, by word; all places of a part have the same followers.
    var parts: [Part] = []
    /// For each word, the index of its first part; one more entry for the end.
    var firstPart: [Int32]
    /// For each set of followers, by its number, the index of its first word; one more entry for the end.
    var firstTarget: [Int32] = [0]
    var targets: [Target] = []

    struct Part: BitwiseCopyable {
        var places: UInt64
        var followers: Int32
    }

    struct Target: BitwiseCopyable {
        var word: Int32
        var places: UInt64
    }

    init(wordCount: Int) {
        next = Array(repeating: 0, count: wordCount)
        ends = next
        firstPart = Array(repeating: 0, count: wordCount + 1)
    }
}

/// Finds the places that follow each place of a program.
struct PatternFollowerSearch {
    let program: PatternProgram
    /// The instruction of each place, -1 for the start; and the place of each instruction that reads.
    private(set) var instructions: [Int32] = [-1]
    private var places: [Int32]
    /// The start of the rounds, by slot.
    private var roundStarts: [Int: Int] = [:]

    private var stamps: [UInt32]
    private var stamp: UInt32 = 0
    private var pending: [Int] = []
    /// The number of instructions followed; the limit is tens of milliseconds.
    private var work = 0
    private static let workLimit = 1 << 23

    /// The surroundings of a place.
    struct Context {
        var behind: PatternAssertion.Neighbour
        var ahead: PatternAssertion.Neighbour
        /// The results of the look-arounds, one bit each.
        var looks: Int
    }

    init(_ program: PatternProgram) {
        self.program = program
        places = Array(repeating: 0, count: program.instructions.count)
        stamps = Array(repeating: 0, count: program.instructions.count)
        for (index, instruction) in program.instructions.enumerated() {
            if case .set = instruction {
                places[index] = Int32(instructions.count)
                instructions.append(Int32(index))
            } else if case .startRound(let slot) = instruction {
                roundStarts[slot] = index
            }
        }
    }

    var wordCount: Int { (instructions.count + 63) / 64 }

    /// - Parameter origins: the places whose followers are needed; the followers of other places stay empty.
    mutating func followers(of origins: Range<Int>, in context: Context) throws(PatternError) -> PatternFollowers {
        var followers = PatternFollowers(wordCount: wordCount)
        var numbers: [[Int32]: Int32] = [:]
        var found: [Int32] = []
        var (last, lastNumber): ([Int32], Int32) = ([], -1)
        let limit = work + Self.workLimit
        for word in 0..<wordCount {
            followers.firstPart[word] = Int32(followers.parts.count)
            for origin in origins.clamped(to: word * 64..<word * 64 + 64) {
                let bit: UInt64 = 1 << UInt64(origin % 64)
                found.removeAll(keepingCapacity: true)
                if search(from: origin, context, into: &found) { followers.ends[word] |= bit }
                guard work <= limit else { throw PatternError("the pattern is too large") }
                if let index = found.firstIndex(of: Int32(origin + 1)) {
                    found.remove(at: index)
                    followers.next[word] |= bit
                }
                if found.isEmpty { continue }
                found.sort()
                if found != last {
                    last = found
                    lastNumber = numbers[found] ?? followers.add(found)
                    numbers[found] = lastNumber
                }
                followers.append(bit, word, lastNumber)
            }
        }
        followers.firstPart[wordCount] = Int32(followers.parts.count)
        return followers
    }

    /// Returns whether a match may end after the place.
    private mutating func search(from origin: Int, _ context: Context, into found: inout [Int32]) -> Bool {
        stamp &+= 1
        var isEnd = false
        let read = Int(instructions[origin])
        pending.append(read + 1)
        while let index = pending.popLast() {
            if stamps[index] == stamp { continue }
            stamps[index] = stamp
            work += 1
            switch program.instructions[index] {
            case .set: found.append(places[index])
            case .split(let first, let second):
                pending.append(second)
                pending.append(first)
            case .jump(let target): pending.append(target)
            case .assertion(let assertion):
                let (left, right) =
                    program.isReversed ? (context.ahead, context.behind) : (context.behind, context.ahead)
                if assertion.holds(left, right) { pending.append(index + 1) }
            case .look(let look, let isNegative):
                if (context.looks >> look & 1 == 1) != isNegative { pending.append(index + 1) }
            case .accept: isEnd = true
            case .startRound: pending.append(index + 1)
            case .endRound(let slot):
                // What follows a round that reads nothing can be reached without the round.
                if let start = roundStarts[slot], start < read, read < index { pending.append(index + 1) }
            case .open, .close, .forget, .backreference: break
            }
        }
        return isEnd
    }
}

extension PatternFollowers {
    /// Returns the number of this set of followers.
    fileprivate mutating func add(_ places: [Int32]) -> Int32 {
        let number = Int32(firstTarget.count - 1)
        let start = targets.count
        for place in places {
            let bit: UInt64 = 1 << UInt64(place % 64)
            if targets.count > start, targets[targets.count - 1].word == place / 64 {
                targets[targets.count - 1].places |= bit
            } else {
                targets.append(Target(word: place / 64, places: bit))
            }
        }
        firstTarget.append(Int32(targets.count))
        return number
    }

    fileprivate mutating func append(_ bit: UInt64, _ word: Int, _ number: Int32) {
        let known = parts[Int(firstPart[word])...].lastIndex { $0.followers == number }
        if let known { parts[known].places |= bit } else { parts.append(Part(places: bit, followers: number)) }
    }
}
