import ApusDiagnostics

/// Selects the operations of a document that are generated. What only the other operations use is left out as well.
package struct OperationFilter: Sendable, Equatable {
    /// Operations that match any of the patterns.
    package struct Selection: Sendable, Equatable {
        /// Operation ids, or method and path: `GET /pets/{id}`.
        package var operations: [Pattern] = []
        package var tags: [Pattern] = []
        package var paths: [Pattern] = []

        package init() {}

        package var isEmpty: Bool { operations.isEmpty && tags.isEmpty && paths.isEmpty }
    }

    /// A string in which `?` stands for one character, `*` for any number of characters up to the next slash, and `**` for any
    /// number of characters including slashes.
    package struct Pattern: Sendable, Equatable {
        package var text: String
        /// The location of the pattern in the configuration; `nil` for a flag.
        package var location: SourceLocation?

        package init(_ text: String, at location: SourceLocation? = nil) {
            self.text = text
            self.location = location
        }
    }

    /// Empty: all operations.
    package var include = Selection()
    package var exclude = Selection()

    package init() {}

    package var isEmpty: Bool { include.isEmpty && exclude.isEmpty }
}

extension OperationFilter.Pattern {
    package func matches(_ name: String) -> Bool {
        Self.matches(Array(text)[...], Array(name)[...])
    }

    private static func matches(_ pattern: ArraySlice<Character>, _ text: ArraySlice<Character>) -> Bool {
        guard let first = pattern.first else { return text.isEmpty }
        let rest = pattern.dropFirst()
        switch first {
        case "*" where rest.first == "*":
            return (text.startIndex...text.endIndex).contains { matches(rest.drop { $0 == "*" }, text[$0...]) }
        case "*":
            let end = text.firstIndex(of: "/") ?? text.endIndex
            return (text.startIndex...end).contains { matches(rest, text[$0...]) }
        case "?":
            return !text.isEmpty && text.first != "/" && matches(rest, text.dropFirst())
        default:
            return text.first == first && matches(rest, text.dropFirst())
        }
    }
}
