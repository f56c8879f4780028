import ApusDiagnostics
import ApusYAML

// Real documents quote numbers and forget to quote strings. If only one interpretation makes sense, it is used, with a warning;
// `version: 1.0` is the most common case.

extension String: NodeReadable {
    static func read(_ node: Node, in context: ReadingContext) -> String? {
        let text: String
        switch node.value {
        case .string(let string): return string
        case .number(let number): text = number.text
        case .bool(let value): text = "\(value)"
        case .null, .sequence, .mapping: return context.wrongType(node, expected: "a string")
        }
        context.reportLoose(node, as: text, expected: "a string")
        return text
    }
}

extension Bool: NodeReadable {
    static func read(_ node: Node, in context: ReadingContext) -> Bool? {
        if let value = node.bool { return value }
        guard let text = node.string, let value = Bool(text) else {
            return context.wrongType(node, expected: "a boolean")
        }
        context.reportLoose(node, as: text, expected: "a boolean")
        return value
    }
}

/// Sizes and counts: what JSON Schema calls a non-negative integer.
extension Int: NodeReadable {
    static func read(_ node: Node, in context: ReadingContext) -> Int? {
        if let value = node.integer, value >= 0 { return value }
        if node.number?.isInteger == true {
            context.report(.valueOutOfRange, "expected an integer from 0 to \(Int.max)", at: node.location)
            return nil
        }
        guard let text = node.string, let value = Int(text), value >= 0 else {
            return context.wrongType(node, expected: "an integer")
        }
        context.reportLoose(node, as: text, expected: "an integer")
        return value
    }
}

extension NumberText: NodeReadable {
    static func read(_ node: Node, in context: ReadingContext) -> NumberText? {
        if let number = node.number, number.isFinite { return number }
        // Only the simplest notation of a quoted number is accepted.
        guard let text = node.string, let value = Int(text), text == "\(value)" else {
            return context.wrongType(node, expected: "a number")
        }
        context.reportLoose(node, as: text, expected: "a number")
        return NumberText(text)
    }
}

/// A field whose value is one of a few words.
package protocol Choice: RawRepresentable<String>, CaseIterable, Sendable {}

/// Reads a ``Choice``; a generic type, since a protocol cannot conform to `NodeReadable`.
struct Chosen<Value: Choice>: NodeReadable {
    let value: Value

    static func read(_ node: Node, in context: ReadingContext) -> Self? {
        guard let text = String.read(node, in: context) else { return nil }
        if let value = Value(rawValue: text) { return Self(value: value) }
        let choices = Value.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        context.report(.unknownValue, "expected one of \(choices), found '\(text)'", at: node.location)
        return nil
    }
}
