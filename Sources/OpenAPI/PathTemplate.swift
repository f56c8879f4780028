import ApusDiagnostics

/// A path with variables: `/pets/{id}/photos` [Path Templating].
package struct PathTemplate: Sendable, Hashable {
    package enum Part: Sendable, Hashable {
        case literal(String)
        case variable(String)
    }

    package struct SyntaxError: Error {
        package let message: String
    }

    package let parts: [Part]

    package init(_ text: String) throws(SyntaxError) {
        guard text.hasPrefix("/") else { throw SyntaxError(message: "it does not begin with a slash") }
        guard !text.utf8.contains(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }) else {
            throw SyntaxError(message: "a query or fragment is no part of a path")
        }
        parts = try Self.parts(text)
        let variables = self.variables
        if let repeated = variables.indices.first(where: { variables[..<$0].contains(variables[$0]) }) {
            throw SyntaxError(message: "the variable '\(variables[repeated])' stands in it twice")
        }
    }

    /// Of any text with variables in braces, e.g. a server's URL.
    package static func parts(_ text: String) throws(SyntaxError) -> [Part] {
        var parts: [Part] = []
        var rest = text[...]
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            guard rest[brace] == "{" else { throw SyntaxError(message: "a '}' has no '{' before it") }
            if brace > rest.startIndex { parts.append(.literal(String(rest[..<brace]))) }
            let inside = rest[rest.index(after: brace)...]
            guard let end = inside.firstIndex(where: { $0 == "{" || $0 == "}" }), inside[end] == "}" else {
                throw SyntaxError(message: "a '{' has no '}' after it")
            }
            guard end > inside.startIndex else { throw SyntaxError(message: "a variable has no name") }
            parts.append(.variable(String(inside[..<end])))
            rest = inside[inside.index(after: end)...]
        }
        if !rest.isEmpty { parts.append(.literal(String(rest))) }
        return parts
    }

    package var variables: [String] {
        parts.compactMap { if case .variable(let name) = $0 { name } else { nil } }
    }

    /// Equal for templates that match the same paths: `/pets/{id}` and `/pets/{name}`.
    package var shape: [Part] {
        parts.map { if case .variable = $0 { .variable("") } else { $0 } }
    }
}
