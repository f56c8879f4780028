/// Breaks one line of code at the places that its groups allow.
struct LineBreaker {
    /// The line as one or more lines of at most `Layout.width` columns.
    let lines: [String]

    init(_ line: CodeLine) {
        let parts = Self.flattened(line.parts)
        let spaces = Self.leadingSpaces(parts[...])
        lines = Self.broken(Self.trimmed(parts[...]), indentation: line.indentation + spaces)
    }

    /// A function, head first: on one line if its body has at most one statement and fits.
    static func function(_ lines: [CodeLine]) -> [String] {
        guard var head = lines.first else { return [] }
        let body = lines.dropFirst()
        if body.isEmpty {
            head.parts.append("}")
            return LineBreaker(head).lines
        }
        let indentation = head.indentation + leadingSpaces(head.parts[...])
        if body.count == 1, let statement = body.first {
            let text =
                flat(trimmed(flattened(head.parts)[...])) + " " + flat(trimmed(flattened(statement.parts)[...])) + " }"
            // `swift format` breaks a body that ends in the last column.
            if columns(text, indentation) < Layout.width { return [spaces(indentation) + text] }
        }
        return LineBreaker(head).lines + body.flatMap { LineBreaker($0).lines } + [spaces(indentation) + "}"]
    }

    private typealias Parts = ArraySlice<Code>

    private static func broken(_ line: Parts, indentation: Int) -> [String] {
        let whole = flat(line)
        let holdsStatements = line.contains(where: \.holdsStatements)
        if !holdsStatements, columns(whole, indentation) <= Layout.width { return [spaces(indentation) + whole] }
        if let position = line.firstIndex(of: .chain) {
            let head = broken(line[..<position], indentation: indentation)
            let member = trimmed(line[(position + 1)...])
            // A call that is broken anyway ends in `)`, which its member can follow.
            guard head.count > 1, let last = head.last else {
                return head + broken(member, indentation: indentation + 4)
            }
            let start = last.prefix { $0 == " " }.count
            return head.dropLast() + broken([.text(String(last.dropFirst(start)))] + member, indentation: start)
        }
        let group = firstGroup(of: line, holdsStatements: holdsStatements)
        if let lines = brokenType(line, before: group ?? line.endIndex, indentation: indentation) { return lines }
        guard let group, case .group(let items, let kind) = line[group] else {
            return brokenResult(whole, indentation: indentation)
        }
        if kind == .names { return filled(line, group, items, indentation: indentation) }
        var head = flat(line[..<group])
        while head.last == " " { head.removeLast() }
        return [spaces(indentation) + head] + broken(items, kind, indentation: indentation + 4)
            + broken(trimmed(line[(group + 1)...]), indentation: indentation)
    }

    /// `protocol A: B, C,`, then the other names on the next lines, and the rest on a line of its own.
    private static func filled(_ line: Parts, _ group: Int, _ names: [Code], indentation: Int) -> [String] {
        var lines = [spaces(indentation) + flat(line[..<group])]
        for (index, name) in names.enumerated() {
            let text = flat([name])
            if index == 0 {
                lines[0] += text
            } else if columns(lines[lines.count - 1], 0) + columns(text, 0) + 3 < Layout.width {
                lines[lines.count - 1] += ", " + text
            } else {
                lines[lines.count - 1] += ","
                lines.append(spaces(indentation + 4) + text)
            }
        }
        return lines + broken(trimmed(line[(group + 1)...]), indentation: indentation)
    }

    /// The items of a group on one line, or each on its own line.
    private static func broken(_ items: [Code], _ kind: Code.Group, indentation: Int) -> [String] {
        var items = items.map { trimmed(flattened([$0])[...]) }.filter { !$0.isEmpty }
        for index in items.indices {
            switch kind {
            case .list: if index < items.count - 1 { items[index].append(",") }
            case .elements: items[index].append(",")
            case .statements, .names: break
            }
        }
        let isBlock = kind == .statements && items.count > 1 || items.contains { $0.contains(where: \.holdsStatements) }
        let together = items.map(flat).joined(separator: " ")
        if !isBlock, columns(together, indentation) <= Layout.width { return [spaces(indentation) + together] }
        return items.flatMap { broken($0, indentation: indentation) }
    }

    /// `name() async throws(Failure) -> Result {` with its effects and result on a line of their own, and `) async throws(Failure)
    /// -> Result {` with its result on a line of its own, if the line is too long.
    private static func brokenResult(_ line: String, indentation: Int) -> [String] {
        let inner = spaces(indentation + 4)
        func lines(_ head: Substring, _ rest: Substring) -> [String] {
            [spaces(indentation) + head, inner + rest.dropLast(2), spaces(indentation) + "{"]
        }
        guard line.hasSuffix(" {") else { return [spaces(indentation) + line] }
        if let effects = line.firstRange(of: "() async ") {
            let head = line.index(effects.lowerBound, offsetBy: 2)
            return lines(line[..<head], line[head...].dropFirst())
        }
        guard let arrow = line.firstRange(of: ") -> ") else { return [spaces(indentation) + line] }
        let head = line.index(after: arrow.lowerBound)
        return lines(line[..<head], line[head...].dropFirst())
    }

    /// `name: Type` with the type on a line of its own, if both are too long for one line.
    private static func brokenType(_ line: Parts, before end: Int, indentation: Int) -> [String]? {
        guard columns(flat(line[..<end]), indentation) > Layout.width, case .text(let text) = line.first,
            let colon = text.firstRange(of: ": "), !text[..<colon.lowerBound].contains(where: { "\"/().".contains($0) })
        else { return nil }
        var type = [.text(String(text[colon.upperBound...]))] + line.dropFirst()
        var isOpened = false
        if case .text(let last) = type.last, last.hasSuffix(" {") {
            type[type.count - 1] = .text(String(last.dropLast(2)))
            isOpened = true
        }
        return [spaces(indentation) + text[...colon.lowerBound]] + broken(type[...], indentation: indentation + 4)
            + (isOpened ? [spaces(indentation) + "{"] : [])
    }

    /// The first group, or the first that contains several statements, which are on lines of their own.
    private static func firstGroup(of line: Parts, holdsStatements: Bool) -> Int? {
        line.firstIndex { part in
            guard case .group = part else { return false }
            return !holdsStatements || part.holdsStatements
        }
    }

    // MARK: Text

    /// The line without breaks.
    static func flat(_ line: ArraySlice<Code>) -> String {
        var text = ""
        for part in line { append(part, to: &text) }
        return text
    }

    private static func append(_ code: Code, to text: inout String) {
        switch code {
        case .text(let part): text += part
        case .sequence(let parts): for part in parts { append(part, to: &text) }
        case .group(let items, let kind):
            if kind == .statements { text += " " }
            for (index, item) in items.enumerated() {
                if index > 0 { text += kind == .statements ? "; " : ", " }
                append(item, to: &text)
            }
            if kind == .statements { text += " " }
        case .indented(let code): append(code, to: &text)
        case .chain, .line, .brief, .lines: break
        }
    }

    /// The parts with nested sequences flattened; adjacent texts are merged.
    private static func flattened(_ parts: [Code]) -> [Code] {
        var result: [Code] = []
        func add(_ part: Code) {
            switch part {
            case .sequence(let parts): for part in parts { add(part) }
            case .text(let text):
                if case .text(let before) = result.last {
                    result[result.count - 1] = .text(before + text)
                } else if !text.isEmpty {
                    result.append(part)
                }
            case .group, .chain: result.append(part)
            case .line, .indented, .brief, .lines: break
            }
        }
        for part in parts { add(part) }
        return result
    }

    private static func leadingSpaces(_ line: Parts) -> Int {
        guard case .text(let text) = line.first else { return 0 }
        return text.utf8.prefix { $0 == UInt8(ascii: " ") }.count
    }

    private static func trimmed(_ line: Parts) -> Parts {
        guard case .text(let text) = line.first else { return line }
        let rest = text.drop { $0 == " " }
        return rest.isEmpty ? trimmed(line.dropFirst()) : [.text(String(rest))] + line.dropFirst()
    }

    private static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

    /// In characters; `é` is one character.
    private static func columns(_ text: String, _ indentation: Int) -> Int {
        let size = indentation + text.utf8.count
        // A text never has more characters than bytes.
        if size <= Layout.width || text.utf8.allSatisfy({ $0 < 0x80 }) { return size }
        return indentation + text.count
    }
}

extension Code {
    /// Whether it contains several statements of a closure, each of which is on its own line.
    fileprivate var holdsStatements: Bool {
        switch self {
        case .group(let items, let kind):
            kind == .statements && items.count > 1 || items.contains(where: \.holdsStatements)
        case .sequence(let parts): parts.contains(where: \.holdsStatements)
        case .text, .chain, .line, .indented, .brief, .lines: false
        }
    }
}
