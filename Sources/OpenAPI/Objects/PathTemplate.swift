import ApusDiagnostics

/// A path with variables: `/pets/{id}/photos` [Path Templating].
///
/// Some documents distinguish operations of one path by a query, which is sent with every request (`/responses?beta=true`), or by a
/// fragment, which is never sent (`/files/{id}#shared-link`).
package struct PathTemplate: Sendable, Hashable {
    package enum Part: Sendable, Hashable {
        case literal(String)
        case variable(String)
    }

    package struct SyntaxError: Error {
        package let message: String
    }

    package let parts: [Part]
    /// Only the path, with a slash at its beginning.
    private let path: String
    /// `beta=true`
    package let query: String?
    package let fragment: String?
    package let beginsWithSlash: Bool

    package init(_ text: String) throws(SyntaxError) {
        let (target, fragment) = Self.halves(text, at: "#")
        let (path, query) = Self.halves(target, at: "?")
        beginsWithSlash = path.hasPrefix("/")
        self.path = beginsWithSlash ? path : "/" + path
        self.query = query.flatMap { $0.isEmpty ? nil : PercentEncoding.query($0) }
        self.fragment = fragment
        parts = try Self.parts(self.path)
        if self.variables.contains(where: { $0.contains("/") }) {
            throw SyntaxError(message: "a variable contains a slash")
        }
        if query?.contains("{") == true { throw SyntaxError(message: "its query contains a variable") }
        let variables = self.variables
        if let repeated = variables.indices.first(where: { variables[..<$0].contains(variables[$0]) }) {
            throw SyntaxError(message: "the variable '\(variables[repeated])' appears in it twice")
        }
    }

    private static func halves(_ text: String, at separator: Unicode.Scalar) -> (String, String?) {
        guard let position = text.utf8.firstIndex(of: UInt8(ascii: separator)) else { return (text, nil) }
        return (String(text[..<position]), String(text[text.utf8.index(after: position)...]))
    }

    private static func isBrace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") }

    /// The target of requests: the path, and the query if there is one.
    package var target: String { query.map { path + "?" + $0 } ?? path }

    /// The parts of any text with variables in braces, such as a server's URL.
    package static func parts(_ text: String) throws(SyntaxError) -> [Part] {
        var parts: [Part] = []
        var rest = text[...]
        while let brace = rest.utf8.firstIndex(where: isBrace) {
            guard rest.utf8[brace] == UInt8(ascii: "{") else {
                throw SyntaxError(message: "a '}' has no '{' before it")
            }
            if brace > rest.startIndex { parts.append(.literal(String(rest[..<brace]))) }
            let inside = rest[rest.utf8.index(after: brace)...]
            guard let end = inside.utf8.firstIndex(where: isBrace), inside.utf8[end] == UInt8(ascii: "}") else {
                throw SyntaxError(message: "a '{' has no '}' after it")
            }
            guard end > inside.startIndex else { throw SyntaxError(message: "a variable has no name") }
            parts.append(.variable(String(inside[..<end])))
            rest = inside[inside.utf8.index(after: end)...]
        }
        if !rest.isEmpty { parts.append(.literal(String(rest))) }
        return parts
    }

    package var variables: [String] {
        parts.compactMap { if case .variable(let name) = $0 { name } else { nil } }
    }

    /// Equal for templates that match the same requests: `/pets/{id}` and `/pets/{name}`.
    package var shape: [Part] {
        let path = parts.map { part -> Part in if case .variable = part { .variable("") } else { part } }
        return path + (query.map { [.literal("?" + $0)] } ?? [])
    }
}
