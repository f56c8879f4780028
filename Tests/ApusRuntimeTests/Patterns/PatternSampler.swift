@testable import ApusJSON
@testable import ApusRuntime

/// Generates strings that a pattern is likely to match, and strings that it just does not match.
struct PatternSampler {
    private let root: PatternNode
    private var random: SplitMix
    private var groups: [Int: String] = [:]

    /// Characters of every kind that are in every engine's version of Unicode.
    static let palette = Array(
        "abczABZ0159_- .@/#%:,!é\u{301}λΩЖя中ſ\u{212A}😀😏\n\r\t\u{2028}\u{A0}\0\u{1F}\"\\".unicodeScalars)

    init(_ pattern: String, seed: UInt64) throws {
        root = try PatternParser.parse(pattern).root
        random = SplitMix(state: seed)
    }

    /// Strings of up to about 40 characters, since the engine for the comparison backtracks.
    mutating func strings(_ count: Int) -> [String] {
        (0..<count).map { index in
            groups = [:]
            var text = Array(sample(root).unicodeScalars.prefix(32))
            switch index % 4 {
            case 0: break
            case 1: text = noise(3) + text + noise(3)
            default: mutate(&text)
            }
            return String(String.UnicodeScalarView(text))
        }
    }

    private mutating func noise(_ limit: Int) -> [Unicode.Scalar] {
        (0..<Int.random(in: 0...limit, using: &random)).map { _ in scalar() }
    }

    private mutating func scalar() -> Unicode.Scalar { Self.palette.randomElement(using: &random) ?? "a" }

    private mutating func mutate(_ text: inout [Unicode.Scalar]) {
        for _ in 0..<Int.random(in: 1...2, using: &random) {
            let place = Int.random(in: 0...text.count, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0 where place < text.count: text.remove(at: place)
            case 1 where place < text.count: text[place] = scalar()
            default: text.insert(scalar(), at: place)
            }
        }
    }

    private mutating func sample(_ node: PatternNode) -> String {
        switch node {
        case .empty, .assertion: return ""
        case .set(let set): return sample(set)
        case .sequence(let nodes):
            var text = ""
            for node in nodes { text += sample(node) }
            return text
        case .alternatives(let nodes): return nodes.randomElement(using: &random).map { sample($0) } ?? ""
        case .repetition(let node, let repetition):
            let most = min(repetition.maximum ?? .max, repetition.minimum + 3)
            var text = ""
            for _ in 0..<min(40, Int.random(in: repetition.minimum...most, using: &random)) { text += sample(node) }
            return text
        case .group(let number, let node):
            let text = sample(node)
            groups[number] = text
            return text
        case .backreference(let numbers): return numbers.compactMap { groups[$0] }.first ?? ""
        // A look-around's content is written only sometimes; if it is, the string mostly does not match.
        case .look(_, let isNegative, let node): return isNegative || Bool.random(using: &random) ? "" : sample(node)
        }
    }

    private mutating func sample(_ set: CodePointSet) -> String {
        let fitting = Self.palette.filter { set.contains($0.value) }
        if let scalar = fitting.randomElement(using: &random) { return String(Character(scalar)) }
        guard let value = set.ranges.first?.lowerBound, let scalar = Unicode.Scalar(value) else { return "" }
        return String(Character(scalar))
    }
}
