/// Swift source whose line breaks are not decided yet; ``Layout`` decides them.
///
///     "init(\(.list(["a: Int", "b: Int"]))) {"
package enum Code: Sendable, Hashable {
    /// Text within a line.
    case text(String)
    case sequence([Code])
    /// Items that are on one line if they fit, otherwise on a line each.
    indirect case group([Code], Group)
    /// A place where a line that is too long may be broken: before a member of a call's result, or after a case's pattern.
    case chain
    /// The end of a line.
    case line
    /// Lines that are indented by one level.
    indirect case indented(Code)
    /// Before a function's head: the function is written on one line if its body is one statement that fits.
    case brief
    /// Lines whose breaks are already decided, without the last line break.
    case lines(String)

    package enum Group: Sendable, Hashable {
        /// Arguments, between parentheses.
        case list
        /// Elements of a literal, between brackets. If each is on its own line, the last one is also followed by a comma.
        case elements
        /// The statements of a closure, between braces. If there are several, each is on its own line.
        case statements
        /// Names after a colon, which fill as many lines as necessary.
        case names
    }

    package static let empty = Code.text("")

    /// `a: Int, b: Int`, for use between parentheses or brackets.
    package static func list(_ items: [Code]) -> Code { items.isEmpty ? .empty : .group(items, .list) }

    package static func list(of texts: [String]) -> Code { list(texts.map(Code.text)) }

    /// `a, b`, for use between the brackets of a literal.
    package static func elements(_ items: [Code]) -> Code { items.isEmpty ? .empty : .group(items, .elements) }

    package static func elements(of texts: [String]) -> Code { elements(texts.map(Code.text)) }

    /// `Sendable, Hashable`, for use between a colon and a brace.
    package static func names(_ names: [String]) -> Code {
        names.count > 1 ? .group(names.map(Code.text), .names) : .text(names.first ?? "")
    }

    /// `{ $0.string() }`
    package static func closure(_ statements: [Code]) -> Code { "{\(.group(statements, .statements))}" }

    package var isEmpty: Bool {
        switch self {
        case .text(let text), .lines(let text): text.isEmpty
        case .sequence(let parts): parts.allSatisfy(\.isEmpty)
        case .group(let items, _): items.isEmpty
        case .indented(let code): code.isEmpty
        case .chain, .line, .brief: false
        }
    }

    package static func + (lhs: Code, rhs: Code) -> Code { .sequence([lhs, rhs]) }
}

extension [Code] {
    /// Joins the items with the separator between them.
    package func joined(separator: Code) -> Code {
        guard let first else { return .empty }
        if count == 1 { return first }
        return .sequence([first] + dropFirst().flatMap { [separator, $0] })
    }
}

extension Code: ExpressibleByStringInterpolation {
    package init(stringLiteral text: String) { self = .text(text) }

    package init(stringInterpolation: StringInterpolation) { self = stringInterpolation.code }

    package struct StringInterpolation: StringInterpolationProtocol {
        private var parts: [Code] = []
        private var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + 8 * interpolationCount)
        }

        fileprivate var code: Code {
            if parts.isEmpty { return .text(text) }
            return .sequence(text.isEmpty ? parts : parts + [.text(text)])
        }

        package mutating func appendLiteral(_ literal: String) { text += literal }
        package mutating func appendInterpolation(_ text: String) { self.text += text }
        package mutating func appendInterpolation(_ number: Int) { text += String(number) }

        package mutating func appendInterpolation(_ code: Code) {
            if case .text(let text) = code {
                self.text += text
                return
            }
            if !text.isEmpty { parts.append(.text(text)) }
            text = ""
            parts.append(code)
        }
    }
}

extension DefaultStringInterpolation {
    /// Code in a string would lose its groups, so this overload makes it an error. An unavailable overload would not be chosen.
    @available(*, deprecated, message: "declare the string as `Code`, since it contains code")
    package mutating func appendInterpolation(_ code: Code) { appendLiteral(Layout.flat(code)) }
}
