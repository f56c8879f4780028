/// Generates patterns that are valid with the `u` flag, each from a seed.
struct PatternGrammar {
    private var random: SplitMix
    private var groupCount = 0
    private var names: [String] = []
    /// The number of closed groups, to which back-references may refer.
    private var closed = 0

    init(seed: UInt64) { random = SplitMix(state: seed) }

    mutating func pattern() -> String {
        var text = disjunction(depth: 0)
        if chance(35) { text = "^" + text }
        if chance(35) { text += "$" }
        return text
    }

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    private mutating func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }

    private mutating func disjunction(depth: Int) -> String {
        let count = chance(70) ? 1 : Int.random(in: 2...3, using: &random)
        var alternatives: [String] = []
        for _ in 0..<count { alternatives.append(alternative(depth: depth)) }
        return alternatives.joined(separator: "|")
    }

    private mutating func alternative(depth: Int) -> String {
        var text = ""
        for _ in 0..<Int.random(in: (depth == 0 ? 1 : 0)...4, using: &random) { text += term(depth: depth) }
        return text
    }

    private mutating func term(depth: Int) -> String {
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<4: return pick(["^", "$", #"\b"#, #"\B"#, #"\b"#])
        case 4..<9 where depth < 3:
            let open = pick(["(?=", "(?!", "(?<=", "(?<!"])
            return open + disjunction(depth: depth + 1) + ")"
        case 9..<13 where closed > 0:
            if let name = names.last, chance(30) { return #"\k<\#(name)>"# + quantifier() }
            return #"(?:\\#(Int.random(in: 1...closed, using: &random)))"# + quantifier()
        case 13..<32 where depth < 3: return group(depth: depth) + quantifier()
        default: return atom() + quantifier()
        }
    }

    private mutating func group(depth: Int) -> String {
        if chance(40) { return "(?:" + disjunction(depth: depth + 1) + ")" }
        groupCount += 1
        var open = "("
        var name: String?
        if chance(15) {
            name = "n\(groupCount)"
            open = "(?<n\(groupCount)>"
        }
        let text = open + disjunction(depth: depth + 1) + ")"
        if let name { names.append(name) }
        closed = groupCount
        return text
    }

    private mutating func quantifier() -> String {
        guard chance(35) else { return "" }
        let low = Int.random(in: 0...3, using: &random)
        let counted = ["{\(low)}", "{\(low),}", "{\(low),\(low + Int.random(in: 0...3, using: &random))}"]
        return pick(["*", "+", "?", "*", "+", "?"] + counted) + (chance(15) ? "?" : "")
    }

    private mutating func atom() -> String {
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<50: return pick(Self.characters)
        case 50..<60: return pick(Self.escapes)
        case 60..<72: return pick(Self.classes)
        case 72..<77: return pick(Self.properties)
        case 77..<82: return "."
        default: return characterClass()
        }
    }

    private mutating func characterClass() -> String {
        var text = chance(30) ? "[^" : "["
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            switch Int.random(in: 0..<100, using: &random) {
            case 0..<40: text += pick(Self.characters)
            case 40..<70: text += pick(Self.ranges)
            case 70..<80: text += pick(Self.escapes)
            case 80..<92: text += pick(Self.classes)
            default: text += pick(Self.properties)
            }
        }
        if chance(10) { text += "-" }
        return text + "]"
    }

    static let characters = [
        "a", "b", "c", "A", "B", "Z", "0", "1", "9", "_", " ", "@", "é", "λ", "Ж", "中", "😀", "#", "%", ":", ",", "a",
        "b",
    ]
    static let escapes = [
        #"\."#, #"\/"#, #"\$"#, #"\^"#, #"\*"#, #"\["#, #"\]"#, #"\("#, #"\{"#, #"\}"#, #"\|"#, #"\\"#, #"\n"#, #"\t"#,
        #"\r"#, #"\x41"#, #"\u0061"#, #"\u{1F600}"#, #"\ud83d\ude00"#, #"\cJ"#, #"\0"#, #"\v"#, #"\f"#,
    ]
    static let classes = [#"\d"#, #"\D"#, #"\w"#, #"\W"#, #"\s"#, #"\S"#]
    static let ranges = ["a-z", "A-Z", "0-9", "a-c", "b-b", "α-ω", "!-~", #"\x00-\x1f"#, "é-中", "😀-😏", "1-5", "А-я"]
    static let properties = [
        #"\p{L}"#, #"\P{L}"#, #"\p{Lu}"#, #"\p{Nd}"#, #"\p{Script=Greek}"#, #"\p{sc=Cyrl}"#, #"\p{Alphabetic}"#,
        #"\p{ASCII}"#, #"\P{ASCII}"#, #"\p{Emoji}"#, #"\p{gc=Zs}"#, #"\p{Lowercase}"#, #"\p{White_Space}"#,
    ]
}

/// A small random number generator with a seed.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}
