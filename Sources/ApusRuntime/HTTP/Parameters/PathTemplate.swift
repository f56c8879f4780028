/// A path of a document, split at its variables: `/a/{b}.json` -> `/a/`, b, `.json`.
struct PathTemplate: Sendable, Hashable {
    enum Part: Sendable, Hashable {
        case literal(String)
        case variable(String)
    }

    var parts: [Part] = []

    /// A brace that is not closed is literal text.
    init(_ text: some StringProtocol) {
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { parts.append(.literal(String(rest[..<open]))) }
            parts.append(.variable(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.literal(String(rest))) }
    }

    /// The segments between the slashes, after the first: `/a/{b}/` -> `a`, `{b}`, (empty).
    static func segments(of text: String) -> [PathTemplate] {
        let path = text.hasPrefix("/") ? text.dropFirst() : text[...]
        return path.split(on: "/").map { PathTemplate($0) }
    }
}
