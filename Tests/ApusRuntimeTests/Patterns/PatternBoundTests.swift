import Testing

@testable import ApusJSON
@testable import ApusRuntime

/// The cost of matching strings, in steps, since time says little on a busy machine.
struct PatternBoundTests {
    private static let length = 20_000

    private func programs(
        _ source: String, for target: PatternCompiler.Target
    ) throws -> PatternPrograms {
        let (root, groupCount) = try PatternParser.parse(source)
        return try PatternCompiler.compile(root, groupCount: groupCount, for: target)
    }

    /// Patterns with and without back-references, matched by the engine that tries branch by branch.
    @Test(
        arguments: [
            #"^(a+)+\1b$"#, #"(a*)*\1b"#, #"(?:(?:a*)*)*\1()b"#, "^(a+)+$", #"^(\w+\s?)*$"#, "(x+x+)+y",
            "(?:a{1,100}){1,100}b",
        ], ["a", "x"]
    )
    func stepsOfTheBacktrackerAreBounded(source: String, repeated: String) throws {
        var text = String(repeating: repeated, count: Self.length / repeated.count) + "!"
        let tried = try text.withUTF8 { try PatternBacktracker(programs(source, for: .backtracker)).tried($0) }
        // A comparison with a group's content counts all its characters, and is made before the bound is checked.
        #expect(tried.steps <= PatternBacktracker.stepLimit + Self.length + 1)
    }

    /// The number of words of places examined for all characters, if no automaton could be built or a string keeps needing new
    /// states.
    @Test(
        arguments: [
            ("(a{1,100}b?){1,100}c", 0), ("[a-z]{1,1000}!", 0), ("(a|b)*a(a|b){20}$", 4), ("^(a+)+$", 0),
            ("^((a{1,50}){1,50}){1,20}$", 3), ("(?=(a{1,300}b){1,60})c", 8), ("(.{1,200}){1,200}!!", 0),
            ("^(a?){1000}$", 3), ("^(a?b?c?){0,50}$", 200), ("[ab]*a[ab]{1000}$", 19), ("(.*a){20}", 90),
            ("^(a{1,100}b?){1,100}c", 1100),
        ]
    )
    func wordsOfTheAutomatonAreBounded(source: String, most: Int) throws {
        let programs = try programs(source, for: .automaton)
        let alphabet = PatternAlphabet(sets: programs.sets, assertions: [])
        var random = SplitMix(state: 7)
        let texts = [
            [UInt8](repeating: 0x61, count: Self.length),
            (0..<Self.length).map { _ in UInt8.random(in: 0x61...0x62, using: &random) },
        ]
        #expect(try StringPattern(source).width <= most)
        for (text, program) in texts.flatMap({ text in programs.programs.map { (text, $0) } }) where most > 0 {
            var determinizer = try PatternDeterminizer(
                program, alphabet, lookCount: programs.lookCount, stopsAtMatch: true)
            var state = PatternDeterminizer.start
            for byte in text { state = determinizer.next(state, Int(alphabet.ascii[Int(byte)])) >> 1 }
            #expect(determinizer.work <= most * text.count)
        }
    }

    /// The result is correct at any cost: for strings that end as the pattern requires, and for others.
    @Test(
        arguments: [
            ("^x(a{1,100}b?){1,100}c$", "x", "a", "b", "c"), ("^[ab]*a[ab]{1000}c$", "", "ab", "a", "c"),
            ("^(?:[ab]*(?:a|bb)){3}[ab]{0,3000}c$", "", "abb", "bb", "c"),
            ("^(?:(?:a?b?){1,40}c?){1,40}c$", "", "aab", "b", "c"), ("^((ab){1,50}a?){1,50}c$", "", "ab", "aab", "c"),
            (#"^(?:\b[ab]{1,40}\b ?){1,40}c$"#, "", "a", " b", " c"),
        ]
    )
    func theAnswerIsRightWhateverItTakes(source: String, start: String, first: String, second: String, end: String)
        throws
    {
        let pattern = try StringPattern(source)
        let programs = try programs(source, for: .backtracker)
        var random = SplitMix(state: 3)
        for count in [0, 1, 2, 3, 5, 8, 13, 30, 60] {
            let middle = (0..<count).map { _ in Bool.random(using: &random) ? first : second }.joined()
            for text in [start + middle + end, start + middle, middle + end, start + middle + "d" + end] {
                var copy = text
                guard let isMatch = copy.withUTF8({ PatternBacktracker(programs).matches($0) }) else { continue }
                #expect(pattern.matches(text) == isMatch, "\(text)")
            }
        }
    }

    @Test func widthOfOrdinaryPatterns() throws {
        #expect(try StringPattern("^x(a{1,100}b?){1,100}c").width > 200)
        for ordinary in ["^(a+)+$", #"^([a-z0-9]{1,63}\.){1,127}[a-z]{2,63}$"#, "^[a-z]{1,65536}$", #"^\p{L}+$"#] {
            #expect(try StringPattern(ordinary).width < 200, "\(ordinary)")
        }
    }
}
