/// A ``ParameterText`` in which the value at a path is found immediately, however large the text is.
indirect enum TextNode: Sendable {
    case text(String)
    case json([UInt8])
    case list([TextNode])
    case object(TextObject)

    init(_ text: ParameterText) {
        switch text {
        case .primitive(let text): self = .text(text)
        case .json(let bytes): self = .json(bytes)
        case .array(let items): self = .list(items.map { TextNode($0) })
        case .object(let members): self = .object(TextObject(members))
        }
    }
}

/// The values of each key; the keys are in the order in which they first occur.
struct TextObject: Sendable {
    private(set) var positions: [String: Int] = [:]
    private(set) var entries: [(key: String, values: [TextNode])] = []
    /// The values by their index, if every key is an index: `[0]`, `[1]`, or `[]`.
    private(set) var elements: [TextNode]?

    init(_ members: [ParameterText.Member]) {
        for member in members {
            if let position = positions[member.key] {
                entries[position].values.append(TextNode(member.value))
            } else {
                positions[member.key] = entries.count
                entries.append((member.key, [TextNode(member.value)]))
            }
        }
        let isIndexed = entries.allSatisfy { $0.key.isEmpty || Self.index($0.key) != nil }
        if isIndexed, !entries.isEmpty {
            // Values without an index come last, all in their original order.
            elements = entries.enumerated()
                .sorted { lhs, rhs in
                    let left = Self.index(lhs.element.key) ?? .max
                    let right = Self.index(rhs.element.key) ?? .max
                    return (left, lhs.offset) < (right, rhs.offset)
                }
                .flatMap(\.element.values)
        }
    }

    subscript(key: String) -> [TextNode]? { positions[key].map { entries[$0].values } }

    private static func index(_ key: String) -> Int? {
        key.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(key) : nil
    }
}
