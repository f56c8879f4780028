/// Parses a pattern of ECMA-262, section 22.2.1, into a tree.
///
/// The `u` flag is tried first, as JSON Schema expects [2020-12 Core, section 6.4]. A pattern that is valid only without it is
/// parsed according to annex B, where characters that have no special meaning stand for themselves: `[\w-.]`, `\-`, `\@`, `a{`.
/// Characters are code points in both cases.
package struct PatternParser {
    /// The maximum depth of nested groups: code that works on the tree recurses over them.
    private static let depthLimit = 100

    var scanner: PatternScanner
    let isUnicode: Bool
    let groups: GroupNames
    /// The names of the groups that match together with what is being read.
    private var names: Set<String> = []
    var groupCount = 0
    /// `(?i:`, `(?m:`, `(?s:`
    var ignoresCase = false
    private var isMultiline = false
    private var isDotAll = false

    package static func parse(_ pattern: String) throws(PatternError) -> (root: PatternNode, groupCount: Int) {
        do {
            return try parse(pattern, isUnicode: true)
        } catch let error {
            guard let result = try? parse(pattern, isUnicode: false) else { throw error }
            return result
        }
    }

    /// Checks that a string is a pattern, either with the `u` flag or according to annex B.
    package static func check(_ pattern: String, isUnicode: Bool) throws(PatternError) {
        _ = try parse(pattern, isUnicode: isUnicode)
    }

    /// Whether a string is a valid pattern with the `u` flag.
    static func accepts(_ pattern: String) -> Bool { (try? parse(pattern, isUnicode: true)) != nil }

    private static func parse(
        _ pattern: String, isUnicode: Bool
    ) throws(PatternError) -> (root: PatternNode, groupCount: Int) {
        let scalars = Array(pattern.unicodeScalars)
        var parser = PatternParser(
            scanner: PatternScanner(scalars), isUnicode: isUnicode, groups: GroupNames(scalars)
        )
        let root = try parser.disjunction(depth: 0)
        if !parser.scanner.isAtEnd { throw parser.scanner.error("unmatched ')'") }
        return (root, parser.groupCount)
    }

    private init(scanner: PatternScanner, isUnicode: Bool, groups: GroupNames) {
        self.scanner = scanner
        self.isUnicode = isUnicode
        self.groups = groups
    }

    private mutating func disjunction(depth: Int) throws(PatternError) -> PatternNode {
        guard depth <= Self.depthLimit else { throw scanner.error("groups are nested too deep") }
        var alternatives: [PatternNode] = []
        var terms: [PatternNode] = []
        // Groups in different alternatives may have the same name, since at most one of them matches.
        let outer = names
        var all = names
        while let next = scanner.peek, next != ")" {
            if scanner.skip("|") {
                alternatives.append(Self.sequence(terms))
                terms = []
                all.formUnion(names)
                names = outer
            } else {
                terms.append(try term(depth: depth))
            }
        }
        names.formUnion(all)
        alternatives.append(Self.sequence(terms))
        return alternatives.count == 1 ? alternatives[0] : .alternatives(alternatives)
    }

    private static func sequence(_ terms: [PatternNode]) -> PatternNode {
        switch terms.count {
        case 0: .empty
        case 1: terms[0]
        default: .sequence(terms)
        }
    }

    private mutating func term(depth: Int) throws(PatternError) -> PatternNode {
        let start = scanner.position
        let firstGroup = groupCount + 1
        var isQuantifiable = true
        let node: PatternNode
        switch scanner.next() {
        case "^":
            (node, isQuantifiable) = (.assertion(isMultiline ? .lineStart : .textStart), false)
        case "$":
            (node, isQuantifiable) = (.assertion(isMultiline ? .lineEnd : .textEnd), false)
        case "\\" where scanner.skip("b"):
            (node, isQuantifiable) = (.assertion(.wordBoundary), false)
        case "\\" where scanner.skip("B"):
            (node, isQuantifiable) = (.assertion(.noWordBoundary), false)
        case "\\": node = try escape()
        case "(": (node, isQuantifiable) = try group(depth: depth)
        case "[": node = try characterClass()
        case ".": node = .set(isDotAll ? .all : CodePointSet.lineTerminators.inverted)
        case "*", "+", "?": throw scanner.error("nothing to repeat", at: start)
        case "{":
            scanner.position = start
            if try braces() != nil { throw scanner.error("nothing to repeat", at: start) }
            scanner.position = start + 1
            node = .set(CodePointSet(0x7B))
        case let bracket? where isUnicode && (bracket == "}" || bracket == "]"):
            throw scanner.error("lone '\(bracket)'", at: start)
        case let scalar?: node = .set(folded(CodePointSet(scalar.value)))
        case nil: node = .empty
        }
        let end = scanner.position
        guard var repetition = try quantifier() else { return node }
        guard isQuantifiable else { throw scanner.error("nothing to repeat", at: end) }
        repetition.groups = firstGroup..<groupCount + 1
        return .repetition(node, repetition)
    }

    private mutating func quantifier() throws(PatternError) -> PatternNode.Repetition? {
        var repetition: PatternNode.Repetition
        if scanner.skip("*") {
            repetition = .init(minimum: 0, maximum: nil)
        } else if scanner.skip("+") {
            repetition = .init(minimum: 1, maximum: nil)
        } else if scanner.skip("?") {
            repetition = .init(minimum: 0, maximum: 1)
        } else if let braces = try braces() {
            repetition = braces
        } else {
            return nil
        }
        repetition.isLazy = scanner.skip("?")
        return repetition
    }

    /// `{2}`, `{2,}`, `{2,3}`
    private mutating func braces() throws(PatternError) -> PatternNode.Repetition? {
        let start = scanner.position
        guard scanner.skip("{") else { return nil }
        if let minimum = scanner.number() {
            let hasComma = scanner.skip(",")
            let maximum = hasComma ? scanner.number() : minimum
            if scanner.skip("}") {
                guard maximum.map({ $0 >= minimum }) ?? true else {
                    throw scanner.error("the quantifier's numbers are out of order", at: start)
                }
                return .init(minimum: minimum, maximum: maximum)
            }
        }
        if isUnicode { throw scanner.error("incomplete quantifier", at: start) }
        scanner.position = start
        return nil
    }

    /// Reads a group after `(`. Returns whether a quantifier may follow.
    private mutating func group(depth: Int) throws(PatternError) -> (PatternNode, Bool) {
        let start = scanner.position - 1
        let flags = (ignoresCase, isMultiline, isDotAll)
        var wrap: (PatternNode) -> PatternNode = { $0 }
        var isQuantifiable = true
        if scanner.skip("?=") {
            (wrap, isQuantifiable) = ({ .look(isAhead: true, isNegative: false, $0) }, !isUnicode)
        } else if scanner.skip("?!") {
            (wrap, isQuantifiable) = ({ .look(isAhead: true, isNegative: true, $0) }, !isUnicode)
        } else if scanner.skip("?<=") {
            (wrap, isQuantifiable) = ({ .look(isAhead: false, isNegative: false, $0) }, false)
        } else if scanner.skip("?<!") {
            (wrap, isQuantifiable) = ({ .look(isAhead: false, isNegative: true, $0) }, false)
        } else if scanner.skip("?<") || scanner.peek != "?" {
            if scanner.previous == "<" {
                let name = try scanner.groupName()
                guard names.insert(name).inserted else {
                    throw scanner.error("two groups are named '\(name)'", at: start)
                }
            }
            groupCount += 1
            let number = groupCount
            wrap = { .group(number, $0) }
        } else if !scanner.skip("?:") {
            try modifiers(from: start)
        }
        let content = try disjunction(depth: depth + 1)
        guard scanner.skip(")") else { throw scanner.error("unterminated group", at: start) }
        (ignoresCase, isMultiline, isDotAll) = flags
        return (wrap(content), isQuantifiable)
    }

    /// `?i-m:`
    private mutating func modifiers(from start: Int) throws(PatternError) {
        scanner.position += 1
        var isOn = true
        var seen: Set<Unicode.Scalar> = []
        while let scalar = scanner.next() {
            switch scalar {
            case ":" where !seen.isEmpty || isOn: return
            case "-" where isOn: isOn = false
            case "i" where seen.insert(scalar).inserted: ignoresCase = isOn
            case "m" where seen.insert(scalar).inserted: isMultiline = isOn
            case "s" where seen.insert(scalar).inserted: isDotAll = isOn
            default: throw scanner.error("invalid group", at: start)
            }
        }
        throw scanner.error("invalid group", at: start)
    }

    func folded(_ set: CodePointSet) -> CodePointSet { ignoresCase ? set.ignoringCase : set }
}
