/// A program without the steps that read nothing: it goes from a set of places, on a character, to the set of places after it.
///
/// Sets are stored as bits, 64 places per word: `[a-z]{1,1000}` is sixteen words, most of which move on together.
struct PatternPlaces: Sendable {
    private let alphabet: PatternAlphabet
    /// The number of characters that the pattern distinguishes; the edge is the last of them.
    let characterCount: Int
    let wordCount: Int
    /// What precedes the start, where nothing has been read.
    let startsBehind: PatternAssertion.Neighbour
    private let hasAssertions: Bool
    /// True for the pattern itself, for which the first match decides.
    private let stopsAtMatch: Bool
    private var search: PatternFollowerSearch
    /// Indexed by the surroundings of a place: see `key`.
    private var tables: [PatternFollowerTable?]
    /// For each character, the places that read it.
    private var members: [UInt64]
    private var hasMembers: [Bool]
    /// For each set of followers, by its number, the last step that added it.
    private var stamps: [UInt32] = []
    private var stamp: UInt32 = 0
    /// The number of words examined.
    private(set) var work = 0

    /// The result of a step.
    struct Step {
        /// Whether a match ends before the character.
        var isMatch = false
        /// The range that contains all words that are not zero; empty if nothing can match any more.
        var range = 0..<0
    }

    init(
        _ program: PatternProgram, _ alphabet: PatternAlphabet, lookCount: Int, stopsAtMatch: Bool
    ) throws(PatternError) {
        self.alphabet = alphabet
        characterCount = alphabet.count
        self.stopsAtMatch = stopsAtMatch
        hasAssertions = program.hasAssertions
        startsBehind = program.hasAssertions ? .edge : .other
        search = PatternFollowerSearch(program)
        wordCount = search.wordCount
        tables = Array(repeating: nil, count: 16 << (program.hasLooks ? lookCount : 0))
        members = Array(repeating: 0, count: wordCount * characterCount)
        hasMembers = Array(repeating: false, count: alphabet.count)
        // A pattern that is too large is detected before there is a text.
        _ = try table(behind: .other, ahead: .other, looks: 0)
    }

    private func split(_ symbol: Int) -> (looks: Int, character: Int) {
        symbol < characterCount ? (0, symbol) : symbol.quotientAndRemainder(dividingBy: characterCount)
    }

    /// How assertions classify the character of a symbol.
    func neighbour(_ symbol: Int) -> PatternAssertion.Neighbour {
        hasAssertions ? alphabet.neighbours[split(symbol).character] : .other
    }

    private mutating func table(
        behind: PatternAssertion.Neighbour, ahead: PatternAssertion.Neighbour, looks: Int
    ) throws(PatternError) -> PatternFollowerTable {
        let key = Int(behind.rawValue) << 2 | Int(ahead.rawValue) | looks << 4
        if let table = tables[key] { return table }
        let count = search.instructions.count
        // Only the start comes after the edge.
        let origins = hasAssertions ? (behind == .edge ? 0..<1 : 1..<count) : 0..<count
        let table = PatternFollowerTable(
            try search.followers(of: origins, in: .init(behind: behind, ahead: ahead, looks: looks)))
        tables[key] = table
        if stamps.count < table.count { stamps = Array(repeating: 0, count: table.count) }
        return table
    }

    private mutating func findMembers(of character: Int) {
        hasMembers[character] = true
        for (place, index) in search.instructions.enumerated().dropFirst() {
            if case .set(let set) = search.program.instructions[Int(index)], alphabet.isMember(of: set, character) {
                members[character * wordCount + place / 64] |= 1 << UInt64(place % 64)
            }
        }
    }

    /// - Parameters:
    /// - places: the words of the set, beginning with the word `low`.
    /// - next: the destination of the words of the new set: all zero, and one more than there are words.
    mutating func step(
        _ places: UnsafeBufferPointer<UInt64>, from low: Int, behind: PatternAssertion.Neighbour, _ symbol: Int,
        into next: UnsafeMutableBufferPointer<UInt64>
    ) -> Step {
        let (looks, character) = split(symbol)
        // Its size was checked at the beginning.
        guard let table = try? table(behind: behind, ahead: neighbour(character), looks: looks) else { return Step() }
        work += places.count
        let isMatch = table.isEnd(places, from: low)
        if character == characterCount &- 1 || isMatch && stopsAtMatch { return Step(isMatch: isMatch) }
        if !hasMembers[character] { findMembers(of: character) }
        let touched = advance(places, from: low, table, into: next)
        return Step(isMatch: isMatch, range: keep(members: character, touched, next))
    }

    /// Returns the words that may now contain places.
    private mutating func advance(
        _ places: UnsafeBufferPointer<UInt64>, from low: Int, _ table: PatternFollowerTable,
        into next: UnsafeMutableBufferPointer<UInt64>
    ) -> Range<Int> {
        table.moveOn(places, from: low, into: next)
        let (first, end) = (low, low + places.count + 1)
        if table.count == 0 { return first..<min(end, wordCount) }
        stamp &+= 1
        let touched = stamps.withUnsafeMutableBufferPointer {
            table.add(places, from: low, into: next, $0, stamp, &work)
        }
        return min(first, touched.lowerBound)..<min(max(end, touched.upperBound), wordCount)
    }

    /// Keeps only the places that read the character. Returns the words that contain any.
    private func keep(
        members character: Int, _ touched: Range<Int>, _ next: UnsafeMutableBufferPointer<UInt64>
    ) -> Range<Int> {
        members.withUnsafeBufferPointer { members in
            let base = character &* wordCount
            for word in touched { next[word] &= members[base &+ word] }
        }
        next[wordCount] = 0
        var (first, end) = (touched.lowerBound, touched.upperBound)
        while first < end, next[first] == 0 { first += 1 }
        while end > first, next[end - 1] == 0 { end -= 1 }
        return first..<end
    }
}
