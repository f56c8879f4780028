import ApusJSON
import ApusYAML

/// A query for places in a document [RFC 9535]: `$.paths.*.get`, `$..parameters[?@.name == 'limit']`.
package struct JSONPath: Sendable, Equatable {
    var segments: [Segment]

    struct Segment: Sendable, Equatable {
        /// Whether it looks at all descendants, not at children alone: `..`
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

    /// What a filter demands of a child, which it calls `@`.
    indirect enum Condition: Sendable, Equatable {
        case or([Condition])
        case and([Condition])
        case not(Condition)
        case exists(Query)
        case comparison(Operand, Comparison, Operand)
        /// `match` and `search`: whether a text is, or holds, what a pattern describes.
        case matches(Operand, Pattern)
    }

    struct Pattern: Sendable, Equatable {
        private let pattern: StringPattern

        /// `isWhole`: nothing may stand beside what it describes.
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
        /// `$`; else `@`.
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

/// Why a text is not a query, and where in it.
struct JSONPathError: Error {
    let message: String
    let offset: Int
}
