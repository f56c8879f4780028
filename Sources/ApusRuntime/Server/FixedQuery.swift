/// The part after the `?` of an operation's path: query items that each of its requests must contain.
struct FixedQuery: Sendable, Hashable {
    /// Decoded.
    let items: Set<String>

    init(_ text: Substring) { items = Self.items(of: text) }

    func isContained(in query: Substring) -> Bool { items.isEmpty || items.isSubset(of: Self.items(of: query)) }

    private static func items(of text: Substring) -> Set<String> {
        Set(text.split(separator: "&").map { PercentCoding.decode($0, plusIsSpace: true) })
    }
}
