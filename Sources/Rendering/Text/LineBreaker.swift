/// Breaks one line of source, as bytes, where its groups allow.
enum LineBreaker {
    typealias Bytes = [UInt8]

    private static let open: UInt8 = 1
    private static let separator: UInt8 = 2
    private static let close: UInt8 = 3
    static let brief: UInt8 = 4
    private static let openElements: UInt8 = 5
    private static let chain: UInt8 = 6
    private static let statement: UInt8 = 7
    private static let space = UInt8(ascii: " ")

    /// The line as one or more lines of at most `Layout.width` columns.
    static func broken(_ line: ArraySlice<UInt8>) -> [Bytes] {
        let whole = flat(line)
        let holdsStatements = line.contains(statement)
        if !holdsStatements, columns(whole[...]) <= Layout.width { return [whole] }
        let indent = indent(of: line)
        let inner = indent + Bytes(repeating: space, count: 4)
        if let position = line.firstIndex(of: chain) {
            let head = broken(line[..<position])
            let member = line[(position + 1)...].drop { $0 == space }
            // A call that is broken anyway ends in `)`, where its member can stand.
            if head.count == 1 { return head + broken((inner + member)[...]) }
            return head.dropLast() + broken((head[head.count - 1] + member)[...])
        }
        let group = firstGroup(of: line)
        if let lines = brokenType(line, before: group?.start ?? line.endIndex) { return lines }
        guard let group else { return brokenResult(whole) }
        var items = group.items.map { Bytes($0.drop { $0 == space }) }.filter { !$0.isEmpty }
        if line[group.start] == openElements, !items.isEmpty { items[items.count - 1].append(UInt8(ascii: ",")) }
        var head = flat(line[..<group.start])
        while head.last == space { head.removeLast() }

        let together = inner + flat(Bytes(items.joined(separator: [space]))[...])
        var lines = [head]
        if !holdsStatements, columns(together[...]) <= Layout.width {
            lines.append(together)
        } else {
            lines += items.flatMap { broken((inner + $0)[...]) }
        }
        return lines + broken((indent + line[group.end...].drop { $0 == space })[...])
    }

    /// `) async throws(Failure) -> Result {` with its result and brace on lines of their own, where it is too long.
    /// `name() async throws(Failure) -> Result {` with its effects and result on a line of their own.
    private static func brokenResult(_ line: Bytes) -> [Bytes] {
        guard line.suffix(2).elementsEqual(" {".utf8) else { return [line] }
        let indent = indent(of: line[...])
        if let effects = line.firstRange(of: Bytes("() async ".utf8)) {
            let head = effects.lowerBound + 2
            return [
                Bytes(line[..<head]), indent + Bytes("    ".utf8) + line[(head + 1)...].dropLast(2),
                indent + [UInt8(ascii: "{")],
            ]
        }
        guard let arrow = line.firstRange(of: Bytes(") -> ".utf8)) else { return [line] }
        let result = line[arrow.upperBound...].dropLast(2)
        return [
            Bytes(line[...arrow.lowerBound]), indent + Bytes("    -> ".utf8) + result, indent + [UInt8(ascii: "{")],
        ]
    }

    /// `name: Type` with the type on a line of its own, where both are too long for one.
    private static func brokenType(_ line: ArraySlice<UInt8>, before end: Int) -> [Bytes]? {
        let head = line[..<end]
        guard columns(flat(head)[...]) > Layout.width, let colon = head.firstRange(of: Bytes(": ".utf8)),
            !head[..<colon.lowerBound].contains(where: { "\"/().".utf8.contains($0) })
        else { return nil }
        let indent = indent(of: line)
        let opens = line.suffix(2).elementsEqual(" {".utf8)
        let type = indent + Bytes(repeating: space, count: 4) + line[colon.upperBound...].dropLast(opens ? 2 : 0)
        return [Bytes(line[...colon.lowerBound])] + broken(type[...]) + (opens ? [indent + [UInt8(ascii: "{")]] : [])
    }

    /// The line with its groups on it.
    static func flat(_ line: ArraySlice<UInt8>) -> Bytes {
        var result = Bytes()
        result.reserveCapacity(line.count)
        for byte in line {
            if byte >= 0x20 {
                result.append(byte)
            } else if byte == separator {
                result.append(space)
            } else if byte == statement {
                result += [UInt8(ascii: ";"), space]
            }
        }
        return result
    }

    /// In characters, of which `é` is one.
    static func columns(_ line: ArraySlice<UInt8>) -> Int {
        // More characters than bytes there cannot be.
        if line.count <= Layout.width || line.allSatisfy({ $0 < 0x80 }) { return line.count }
        return String(decoding: line, as: UTF8.self).count
    }

    static func indent(of line: ArraySlice<UInt8>) -> Bytes {
        Bytes(line.prefix { $0 == space })
    }

    private struct Group {
        var start: Int
        var end: Int
        var items: [ArraySlice<UInt8>]
    }

    /// The first group, or the first that holds several statements, which stand on lines of their own.
    private static func firstGroup(of line: ArraySlice<UInt8>) -> Group? {
        let holdsStatements = line.contains(statement)
        var rest = line
        while let group = nextGroup(of: rest) {
            if !holdsStatements || line[group.start..<group.end].contains(statement) { return group }
            rest = line[group.end...]
        }
        return nil
    }

    private static func nextGroup(of line: ArraySlice<UInt8>) -> Group? {
        guard let start = line.firstIndex(where: { $0 == open || $0 == openElements }) else { return nil }
        var items: [ArraySlice<UInt8>] = []
        var depth = 0
        var itemStart = start + 1
        for index in itemStart..<line.endIndex {
            switch line[index] {
            case open, openElements: depth += 1
            case close where depth > 0: depth -= 1
            case separator where depth == 0, statement where depth == 0:
                items.append(line[itemStart..<index])
                itemStart = index + 1
            case close:
                items.append(line[itemStart..<index])
                return Group(start: start, end: index + 1, items: items)
            default: break
            }
        }
        return nil
    }
}
