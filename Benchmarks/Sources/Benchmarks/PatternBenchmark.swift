import ApusRuntime

/// Patterns that keep a backtracking engine busy for longer than anyone waits, on texts made for that.
struct PatternBenchmark {
    private static let length = 100_000

    /// A pattern, and the strings that a text repeats and ends with.
    private static let cases: [(pattern: String, repeated: String, end: String)] = [
        ("^(a+)+$", "a", "!"),
        (#"^(\w+\s?)*$"#, "a", "!"),
        ("(x+x+)+y", "x", ""),
        ("^(a|aa)+$", "a", "b"),
        ("^(([a-z])+.)+[A-Z]([a-z])+$", "a", ""),
        (#"^([a-zA-Z0-9_.-]+)@([a-zA-Z0-9_.-]+)\.([a-z]{2,5})$"#, "a@", "!"),
        (#"^(?:(?:\d+)+\.?)*$"#, "1", "x"),
        ("(.*a){20}", "b", ""),
        ("(a|b)*a(a|b){20}$", "ab", "c"),
        ("^(?=(?:a+)+$)", "a", "!"),
        ("(a{1,100}b?){1,100}c", "a", ""),
        ("[a-z]{1,1000}!", "a", ""),
        (#"^(a+)+\1b$"#, "a", ""),
    ]

    func run(_ table: inout Table) throws {
        table.heading("Patterns on \(Self.length) hostile characters, the first of them included")
        for (source, repeated, end) in Self.cases {
            let text = String(repeating: repeated, count: Self.length / repeated.count) + end
            let compiling = try measure { blackHole(try StringPattern(source)) }
            var isMatch = false
            // The pattern is created anew each time: what it learns from one text, it knows for the next.
            let both = try measure { isMatch = try StringPattern(source).matches(text) }
            let name = try source + (StringPattern(source).isLinear ? "" : "  (bounded)")
            table.line(name, (both - compiling).seconds, "compile \(compiling.seconds)", result: [isMatch ? 1 : 0])
        }
    }
}
