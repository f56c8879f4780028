import ApusJSON
import ApusYAML

/// A query for places in a document [RFC 9535]: `$.paths.*.get`, `$..parameters[?@.name == 'limit']`.
package struct JSONPath: Sendable, Equatable {
    var segments: [Segment]

    struct Segment: Sendable, Equatable {
        /// Whether it looks at all descendants, not only at children: `..`
        var isDescendant = false
        var selectors: [Selector]
    }

    enum Selector: Sendable, Equatable {
        case name(String)
        case wildcard
        case index(Int)
        case slice(start: Int?, end: Int?, step: Int)
        case filter(Condition)
    }

    /// The condition that a filter sets for a child, which it calls `@`.
    indirect enum Condition: Sendable, Equatable {
        case or([Condition])
        case and([Condition])
        case not(Condition)
        case exists(Query)
        case comparison(Operand, Comparison, Operand)
        /// `match` and `search`: whether a pattern matches a whole string, or a part of it.
        case matches(Operand, Pattern)
    }

    struct Pattern: Sendable, Equatable {
        private let pattern: StringPattern

        /// `isWhole`: the pattern must match the whole string.
        init(_ text: String, isWhole: Bool) throws(PatternError) {
            pattern = try StringPattern(isWhole ? "^(?:\(text))$" : text)
        }

        func matches(_ text: String) -> Bool { pattern.matches(text) }

        static func == (lhs: Self, rhs: Self) -> Bool { lhs.pattern.source == rhs.pattern.source }
    }

    enum Comparison: String, Sendable, CaseIterable {
        case equal = "=="
        case notEqual = "!="
        case lessOrEqual = "<="
        case greaterOrEqual = ">="
        case less = "<"
        case greater = ">"
    }

    struct Query: Sendable, Equatable {
        /// Whether the query begins with `$`; otherwise, it begins with `@`.
        var isAbsolute: Bool
        var segments: [Segment]
    }

    enum Operand: Sendable, Equatable {
        case literal(Node.Value)
        case query(Query)
        case length(Query)
        case count(Query)
    }

    /// A step from a value to one within it.
    enum Step: Sendable, Hashable {
        case key(String)
        case index(Int)
    }
}

/// The reason why a text is not a query, and its position in the text.
struct JSONPathError: Error {
    let message: String
    let offset: Int
}
