import ApusYAML

extension JSONPath {
    init(parsing text: String) throws(JSONPathError) {
        var parser = JSONPathParser(text)
        try parser.expect("$")
        segments = try parser.segments()
        guard parser.isAtEnd else { throw parser.error("'\(parser.rest)' is not a segment") }
    }
}

/// Reads a query from left to right.
struct JSONPathParser {
    private let characters: [Character]
    private var position = 0
    private var depth = 0

    init(_ text: String) { characters = Array(text) }

    var isAtEnd: Bool { position == characters.count }
    var rest: String { String(characters[position...].prefix(20)) }
    var next: Character? { isAtEnd ? nil : characters[position] }

    func error(_ message: String) -> JSONPathError { JSONPathError(message: message, offset: position) }

    func isNext(_ text: String) -> Bool { characters[position...].starts(with: text) }

    mutating func skip(_ text: String) -> Bool {
        guard isNext(text) else { return false }
        position += text.count
        return true
    }

    mutating func expect(_ text: String) throws(JSONPathError) {
        guard skip(text) else { throw error("'\(text)' is expected, not \(isAtEnd ? "the end" : "'\(rest)'")") }
    }

    mutating func skipSpace() {
        while let next, next == " " || next == "\t" || next == "\n" || next == "\r" { position += 1 }
    }

    // MARK: Segments

    mutating func segments() throws(JSONPathError) -> [JSONPath.Segment] {
        var segments: [JSONPath.Segment] = []
        while true {
            let start = position
            skipSpace()
            if skip("..") {
                segments.append(.init(isDescendant: true, selectors: isNext("[") ? try bracket() : [try shorthand()]))
            } else if skip(".") {
                segments.append(.init(selectors: [try shorthand()]))
            } else if isNext("[") {
                segments.append(.init(selectors: try bracket()))
            } else {
                position = start
                return segments
            }
        }
    }

    /// After a dot: a name or `*`.
    private mutating func shorthand() throws(JSONPathError) -> JSONPath.Selector {
        if skip("*") { return .wildcard }
        let name = characters[position...].prefix { $0.isLetter || $0.isNumber || $0 == "_" || !$0.isASCII }
        guard let first = name.first, !(first.isASCII && first.isNumber) else {
            throw error(
                "a name or '*' is expected after the dot; names with other characters are written as ['x-name']")
        }
        position += name.count
        return .name(String(name))
    }

    private mutating func bracket() throws(JSONPathError) -> [JSONPath.Selector] {
        try expect("[")
        var selectors: [JSONPath.Selector] = []
        repeat {
            skipSpace()
            selectors.append(try selector())
            skipSpace()
        } while skip(",")
        try expect("]")
        return selectors
    }

    private mutating func selector() throws(JSONPathError) -> JSONPath.Selector {
        switch next {
        case "*":
            position += 1
            return .wildcard
        case "'", "\"": return .name(try string())
        case "?":
            position += 1
            skipSpace()
            return .filter(try disjunction())
        case let character? where character == ":" || character == "-" || character.isNumber: return try indexOrSlice()
        default: throw error("a selector is expected, not '\(rest)'")
        }
    }

    private mutating func indexOrSlice() throws(JSONPathError) -> JSONPath.Selector {
        let start = integer()
        skipSpace()
        guard skip(":") else {
            guard let start else { throw error("an index is expected") }
            return .index(start)
        }
        skipSpace()
        let end = integer()
        skipSpace()
        var step = 1
        if skip(":") {
            skipSpace()
            step = integer() ?? 1
        }
        return .slice(start: start, end: end, step: step)
    }

    private mutating func integer() -> Int? {
        let start = position
        _ = skip("-")
        while let next, next.isASCII, next.isNumber { position += 1 }
        guard let value = Int(String(characters[start..<position])) else {
            position = start
            return nil
        }
        return value
    }

    private mutating func string() throws(JSONPathError) -> String {
        let quote = characters[position]
        position += 1
        var text = ""
        while let next, next != quote {
            position += 1
            guard next == "\\" else {
                text.append(next)
                continue
            }
            guard let escaped = self.next else { break }
            position += 1
            text.append(try character(escapedBy: escaped))
        }
        guard next == quote else { throw error("a string does not end") }
        position += 1
        return text
    }

    private mutating func character(escapedBy escaped: Character) throws(JSONPathError) -> Character {
        switch escaped {
        case "n": return "\n"
        case "t": return "\t"
        case "r": return "\r"
        case "b": return "\u{8}"
        case "f": return "\u{C}"
        case "u":
            let digits = String(characters[position...].prefix(4))
            guard digits.count == 4, let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code) else {
                throw error("'\\u' must be followed by four hexadecimal digits")
            }
            position += 4
            return Character(scalar)
        case "\\", "/", "'", "\"": return escaped
        default: throw error("'\\\(escaped)' is not an escape")
        }
    }

    // MARK: Filters

    private mutating func disjunction() throws(JSONPathError) -> JSONPath.Condition {
        depth += 1
        defer { depth -= 1 }
        // Nested parentheses use the parser's own stack.
        guard depth < 50 else { throw error("the filter is nested too deeply") }
        var terms = [try conjunction()]
        while skip("||") {
            skipSpace()
            terms.append(try conjunction())
        }
        return terms.count == 1 ? terms[0] : .or(terms)
    }

    private mutating func conjunction() throws(JSONPathError) -> JSONPath.Condition {
        var factors = [try factor()]
        skipSpace()
        while skip("&&") {
            skipSpace()
            factors.append(try factor())
            skipSpace()
        }
        return factors.count == 1 ? factors[0] : .and(factors)
    }

    private mutating func factor() throws(JSONPathError) -> JSONPath.Condition {
        if skip("!") {
            skipSpace()
            return .not(try atom())
        }
        return try atom()
    }

    private mutating func atom() throws(JSONPathError) -> JSONPath.Condition {
        if skip("(") {
            skipSpace()
            let condition = try disjunction()
            skipSpace()
            try expect(")")
            return condition
        }
        for (name, isWhole) in [("match", true), ("search", false)] where skip(name + "(") {
            return try pattern(isWhole: isWhole)
        }
        let left = try operand()
        skipSpace()
        guard let comparison = JSONPath.Comparison.allCases.first(where: { isNext($0.rawValue) }) else {
            guard case .query(let query) = left else { throw error("a comparison is expected, not '\(rest)'") }
            return .exists(query)
        }
        position += comparison.rawValue.count
        skipSpace()
        return .comparison(left, comparison, try operand())
    }

    /// After `match(` and `search(`: `@.name, 'a.*')`
    private mutating func pattern(isWhole: Bool) throws(JSONPathError) -> JSONPath.Condition {
        skipSpace()
        let text = try operand()
        skipSpace()
        try expect(",")
        skipSpace()
        guard next == "'" || next == "\"" else { throw error("a string with a pattern is expected") }
        let start = position
        let source = try string()
        skipSpace()
        try expect(")")
        do { return .matches(text, try JSONPath.Pattern(source, isWhole: isWhole)) } catch {
            throw JSONPathError(message: "'\(source)' is not a regular expression", offset: start)
        }
    }

    private mutating func operand() throws(JSONPathError) -> JSONPath.Operand {
        switch next {
        case "@", "$": return .query(try query())
        case "'", "\"": return .literal(.string(try string()))
        case let character? where character == "-" || character.isNumber: return .literal(.number(try number()))
        default: break
        }
        for (word, value) in [("true", Node.Value.bool(true)), ("false", .bool(false)), ("null", .null)]
        where skip(word) { return .literal(value) }
        for (name, make) in [("length", JSONPath.Operand.length), ("count", JSONPath.Operand.count)]
        where skip(name + "(") {
            skipSpace()
            let argument = try query()
            skipSpace()
            try expect(")")
            return make(argument)
        }
        throw error("a query, a literal or a function is expected, not '\(rest)'")
    }

    private mutating func query() throws(JSONPathError) -> JSONPath.Query {
        guard next == "@" || next == "$" else { throw error("a query is expected, not '\(rest)'") }
        let isAbsolute = next == "$"
        position += 1
        depth += 1
        defer { depth -= 1 }
        guard depth < 50 else { throw error("the filter is nested too deeply") }
        return JSONPath.Query(isAbsolute: isAbsolute, segments: try segments())
    }

    private mutating func number() throws(JSONPathError) -> NumberText {
        let text = characters[position...].prefix { $0.isNumber || "+-.eE".contains($0) }
        guard Double(String(text)) != nil else { throw error("'\(String(text))' is not a number") }
        position += text.count
        return NumberText(String(text))
    }
}
