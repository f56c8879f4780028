/// Checks that a text is a regular expression of ECMA-262 (section 22.2.1), as a recursive descent over its grammar.
package struct PatternSyntax {
    package enum Mode: Sendable {
        /// With the `u` flag: every escape and bracket has a meaning or is an error.
        case unicode
        /// Without it and with annex B, as browsers read patterns: what has no meaning stands for itself.
        case legacy
    }

    package struct SyntaxError: Error, CustomStringConvertible {
        package let message: String
        /// In Unicode scalars, 1 for the first.
        package let position: Int

        package var description: String { "\(message) at character \(position)" }
    }

    package static func check(_ pattern: String, mode: Mode) throws(SyntaxError) {
        let scalars = Array(pattern.unicodeScalars)
        let groups = PatternGroups(scalars)
        var syntax = PatternSyntax(reader: PatternReader(scalars), mode: mode, groups: groups)
        try syntax.readDisjunction(depth: 0)
        if !syntax.reader.isAtEnd { throw syntax.reader.error("unmatched ')'") }
    }

    /// Groups within each other; the check recurses over them.
    private static let depthLimit = 100

    var reader: PatternReader
    let mode: Mode
    let groups: PatternGroups
    private var namesOfAlternative: Set<String> = []

    private init(reader: PatternReader, mode: Mode, groups: PatternGroups) {
        self.reader = reader
        self.mode = mode
        self.groups = groups
    }

    // MARK: Disjunction, Alternative, Term

    private mutating func readDisjunction(depth: Int) throws(SyntaxError) {
        guard depth <= Self.depthLimit else { throw reader.error("groups are nested too deep") }
        // One name may stand in several alternatives, of which only one matches.
        let outer = namesOfAlternative
        var all = outer
        while let next = reader.peek, next != ")" {
            if reader.skip("|") {
                all.formUnion(namesOfAlternative)
                namesOfAlternative = outer
            } else {
                try readTerm(depth: depth)
            }
        }
        namesOfAlternative.formUnion(all)
    }

    private mutating func readTerm(depth: Int) throws(SyntaxError) {
        let start = reader.position
        var isQuantifiable = true
        switch reader.next() {
        case "^", "$":
            isQuantifiable = false
        case "\\":
            if reader.skip("b") || reader.skip("B") { isQuantifiable = false } else { try readEscape() }
        case "(":
            isQuantifiable = try readGroup(from: start, depth: depth)
        case "[":
            try readClass(from: start)
        case "*", "+", "?":
            throw SyntaxError(message: "nothing to repeat", position: start + 1)
        case "{":
            reader.position = start
            if try readBraces() { throw SyntaxError(message: "nothing to repeat", position: start + 1) }
            reader.position = start + 1
        case let bracket? where (bracket == "]" || bracket == "}") && mode == .unicode:
            throw SyntaxError(message: "lone '\(bracket)'", position: start + 1)
        default:
            break
        }
        try readQuantifier(isAllowed: isQuantifiable)
    }

    private mutating func readQuantifier(isAllowed: Bool) throws(SyntaxError) {
        let start = reader.position
        var isQuantifier = reader.skip("*") || reader.skip("+") || reader.skip("?")
        if !isQuantifier { isQuantifier = try readBraces() }
        guard isQuantifier else { return }
        if !isAllowed { throw SyntaxError(message: "nothing to repeat", position: start + 1) }
        _ = reader.skip("?")
    }

    /// `{2}`, `{2,}`, `{2,3}`. Without the `u` flag anything else with a brace stands for itself.
    private mutating func readBraces() throws(SyntaxError) -> Bool {
        let start = reader.position
        guard reader.skip("{") else { return false }
        guard let low = reader.digits() else {
            reader.position = start
            if mode == .unicode { throw SyntaxError(message: "incomplete quantifier", position: start + 1) }
            return false
        }
        let high = reader.skip(",") ? reader.digits() : low
        guard reader.skip("}") else {
            reader.position = start
            if mode == .unicode { throw SyntaxError(message: "incomplete quantifier", position: start + 1) }
            return false
        }
        if let high, PatternReader.isLess(high, low) {
            throw SyntaxError(message: "the quantifier's numbers are out of order", position: start + 1)
        }
        return true
    }

    /// After `(`. Says whether a quantifier may follow.
    private mutating func readGroup(from start: Int, depth: Int) throws(SyntaxError) -> Bool {
        var isQuantifiable = true
        if reader.skip("?") {
            if reader.skip("=") || reader.skip("!") {
                isQuantifiable = mode == .legacy
            } else if reader.skip("<=") || reader.skip("<!") {
                isQuantifiable = false
            } else if reader.skip("<") {
                let name = try reader.groupName()
                guard namesOfAlternative.insert(name).inserted else {
                    throw SyntaxError(message: "two groups are called '\(name)'", position: start + 1)
                }
            } else if !reader.skip(":") {
                try readModifiers(from: start)
            }
        }
        try readDisjunction(depth: depth + 1)
        guard reader.skip(")") else { throw SyntaxError(message: "unterminated group", position: start + 1) }
        return isQuantifiable
    }

    /// `(?i-m:`
    private mutating func readModifiers(from start: Int) throws(SyntaxError) {
        var seen: Set<Unicode.Scalar> = []
        var hasMinus = false
        while let next = reader.next() {
            if next == ":" && (!seen.isEmpty || !hasMinus) { return }
            if next == "-" && !hasMinus {
                hasMinus = true
            } else if !["i", "m", "s"].contains(next) || !seen.insert(next).inserted {
                break
            }
        }
        throw SyntaxError(message: "invalid group", position: start + 1)
    }
}
