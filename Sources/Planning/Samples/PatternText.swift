import ApusJSON

/// Strings that match a pattern, created from its syntax tree: `^[A-Z]{3}-\d+$` -> `ABC-1`.
///
/// Look-arounds are ignored, so a string may not match: callers try each one.
struct PatternText {
    /// Strings of increasing length. `variant` determines which of the characters and alternatives are chosen.
    static func candidates(for pattern: String, minLength: Int, variant: Int) -> [String] {
        guard let root = try? PatternParser.parse(pattern).root else { return [] }
        let rounds = Set([1, 0, 2, 3, 5, 8, 13, 21, minLength]).sorted { ($0 == 1 ? -1 : $0) < ($1 == 1 ? -1 : $1) }
        return rounds.filter { $0 <= lengthLimit }.flatMap { extra -> [String] in
            var writer = PatternText(extra: extra, variant: variant)
            writer.append(root)
            let text = String(writer.text)
            // A pattern matches anywhere in a string, unless it is anchored.
            let padding = String(repeating: "a", count: max(0, min(minLength, lengthLimit) - writer.text.count))
            let longer = padding.isEmpty ? [] : [text + padding, padding + text]
            return [text] + longer + (variant == 0 ? [] : ["\(text)\(variant + 1)"])
        }
    }

    private static let lengthLimit = 10_000

    private let extra: Int
    private let variant: Int
    private var text = String.UnicodeScalarView()
    private var groups: [Int: String] = [:]
    private var position = 0

    private init(extra: Int, variant: Int) {
        self.extra = extra
        self.variant = variant
    }

    private mutating func append(_ node: PatternNode) {
        guard text.count <= Self.lengthLimit else { return }
        switch node {
        case .empty, .assertion, .look: break
        case .set(let set): if let scalar = scalar(in: set) { text.append(scalar) }
        case .sequence(let nodes): for node in nodes { append(node) }
        case .alternatives(let nodes): if !nodes.isEmpty { append(nodes[variant % nodes.count]) }
        case .repetition(let node, let repetition):
            let count = min(repetition.minimum + extra, repetition.maximum ?? .max)
            for _ in 0..<max(0, min(count, Self.lengthLimit)) { append(node) }
        case .group(let number, let node):
            let start = text.count
            append(node)
            groups[number] = String(String.UnicodeScalarView(text.dropFirst(start)))
        case .backreference(let numbers):
            text.append(contentsOf: (numbers.compactMap { groups[$0] }.first ?? "").unicodeScalars)
        }
    }

    /// A character of the set that is easy to read, if there is one: each call takes the next one.
    private mutating func scalar(in set: CodePointSet) -> Unicode.Scalar? {
        defer { position += 1 }
        let readable = Self.readable.first { $0.contains { set.contains($0.value) } } ?? []
        let members = readable.filter { set.contains($0.value) }
        if !members.isEmpty { return members[(position + variant) % members.count] }
        let ranges = set.ranges.filter { $0.lowerBound > 0x20 } + set.ranges
        return ranges.lazy.flatMap { $0.prefix(0x1000) }.compactMap(Unicode.Scalar.init).first
    }

    private static let readable: [[Unicode.Scalar]] = [
        "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "1234567890", "-_./ ",
    ].map { Array($0.unicodeScalars) }
}
