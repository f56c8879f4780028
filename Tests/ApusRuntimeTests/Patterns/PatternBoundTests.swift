import Testing

@testable import ApusRuntime

/// What texts cost, in steps: time says little on a busy machine.
struct PatternBoundTests {
    private static let length = 20_000

    private func programs(
        _ source: String, for target: PatternCompiler.Target
    ) throws -> PatternPrograms {
        let (root, groupCount) = try PatternParser.parse(source)
        return try PatternCompiler.compile(root, groupCount: groupCount, for: target)
    }

    /// With back-references, and without, by the engine that tries branch by branch.
    @Test(
        arguments: [
            #"^(a+)+\1b$"#, #"(a*)*\1b"#, #"(?:(?:a*)*)*\1()b"#, "^(a+)+$", #"^(\w+\s?)*$"#, "(x+x+)+y",
            "(?:a{1,100}){1,100}b",
        ], ["a", "x"]
    )
    func branches(source: String, repeated: String) throws {
        var text = String(repeating: repeated, count: Self.length / repeated.count) + "!"
        let tried = try text.withUTF8 { try PatternBacktracker(programs(source, for: .backtracker)).tried($0) }
        // One comparison with what a group holds counts all its characters, and is made before the bound is asked for.
        #expect(tried.steps <= PatternBacktracker.stepLimit + Self.length + 1)
    }

    /// Counted repetitions in each other are in thousands of places at once.
    @Test(
        arguments: [
            "(a{1,100}b?){1,100}c", "^((a{1,50}){1,50}){1,20}$", "[ab]*a[ab]{1000}$", "(?=(a{1,300}b){1,60})c",
            "(.{1,200}){1,200}!!",
            "([ab]{1,10}a?){1,1000}c", "(a|b)*a(a|b){20}$", "[a-z]{1,1000}!", "^(a+)+$", "(.*a){20}",
        ]
    )
    func places(source: String) throws {
        let programs = try programs(source, for: .automaton)
        let alphabet = PatternAlphabet(sets: programs.sets, assertions: [])
        var random = SplitMix(state: 7)
        let texts = [
            [UInt8](repeating: 0x61, count: Self.length),
            (0..<Self.length).map { _ in UInt8.random(in: 0x61...0x62, using: &random) },
        ]
        for (text, program) in texts.flatMap({ text in programs.programs.map { (text, $0) } }) {
            var determinizer = PatternDeterminizer(program, alphabet, lookCount: programs.lookCount, stopsAtMatch: true)
            determinizer.begin(text.count)
            var state = PatternDeterminizer.start
            for byte in text { state = determinizer.next(state, Int(alphabet.ascii[Int(byte)])) >> 1 }
            let bound = PatternDeterminizer.workBase + PatternDeterminizer.workPerByte * text.count
            #expect(determinizer.work <= bound + program.instructions.count)
        }
    }

    @Test func whatIsRefusedUndecided() throws {
        let pattern = try StringPattern("(a{1,100}b?){1,100}c")
        #expect(pattern.width > 1000)
        var text = String(repeating: "a", count: Self.length)
        #expect(text.withUTF8 { pattern.outcome($0) } == .undecided)
        #expect(pattern.matches("aaabaac"))
        for ordinary in ["^(a+)+$", #"^([a-z0-9]{1,63}\.){1,127}[a-z]{2,63}$"#, "^[a-z]{1,65536}$", #"^\p{L}+$"#] {
            #expect(try StringPattern(ordinary).width < 100, "\(ordinary)")
        }
    }
}
