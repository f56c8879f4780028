extension PatternParser {
    /// After the backslash of an atom.
    mutating func escape() throws(PatternError) -> PatternNode {
        let start = scanner.position - 1
        if let node = try backreference(from: start) { return node }
        if let set = try classEscape(from: start) { return .set(set) }
        return .set(folded(CodePointSet(try characterEscape(from: start, inClass: false))))
    }

    private mutating func backreference(from start: Int) throws(PatternError) -> PatternNode? {
        if let first = scanner.peek, "1"..."9" ~= first {
            let afterBackslash = scanner.position
            let number = scanner.number() ?? .max
            if number <= groups.count { return .backreference([number]) }
            if isUnicode { throw scanner.error("there is no group with the number \(number)", at: start) }
            scanner.position = afterBackslash
        } else if scanner.peek == "k", isUnicode || !groups.numbers.isEmpty {
            scanner.position += 1
            guard scanner.skip("<"), let numbers = groups.numbers[try scanner.groupName()] else {
                throw scanner.error("there is no group with this name", at: start)
            }
            return .backreference(numbers)
        }
        return nil
    }

    /// `\d`, `\p{L}`
    private mutating func classEscape(from start: Int) throws(PatternError) -> CodePointSet? {
        let scalar = scanner.peek
        switch scalar {
        case "d", "D", "s", "S", "w", "W":
            scanner.position += 1
            switch scalar {
            case "d": return .digits
            case "D": return CodePointSet.digits.inverted
            case "s": return .spaces
            case "S": return CodePointSet.spaces.inverted
            case "w": return folded(.words)
            default: return folded(.words).inverted
            }
        case "p" where isUnicode, "P" where isUnicode:
            scanner.position += 1
            guard let set = UnicodeProperties.set(named: try scanner.propertyName(from: start)) else {
                throw scanner.error("unknown Unicode property", at: start)
            }
            return scalar == "p" ? folded(set) : folded(set.inverted)
        default: return nil
        }
    }

    /// The character that an escape stands for.
    private mutating func characterEscape(from start: Int, inClass: Bool) throws(PatternError) -> UInt32 {
        guard let scalar = scanner.next() else { throw scanner.error("lone '\\' at the end", at: start) }
        switch scalar {
        case "f": return 0x0C
        case "n": return 0x0A
        case "r": return 0x0D
        case "t": return 0x09
        case "v": return 0x0B
        case "b" where inClass: return 0x08
        case "c":
            if let control = controlLetter(inClass: inClass) { return control }
            if !isUnicode {
                // The backslash stands for itself, and `c` is the next character.
                scanner.position -= 1
                return 0x5C
            }
        case "x":
            if let value = scanner.hexadecimal(2) { return value }
        case "u":
            if let value = scanner.hexadecimal(4) { return lowSurrogate(after: value) }
            if isUnicode, let value = scanner.bracedCodePoint() { return value }
        case "0"..."9":
            let isNull = scalar == "0" && scanner.peek.map { !("0"..."9" ~= $0) } ?? true
            if isNull { return 0 }
            if !isUnicode { return octal(scalar) }
            throw scanner.error(inClass ? "invalid escape" : "octal escape", at: start)
        default: break
        }
        let isSyntax = "^$\\.*+?()[]{}|/".unicodeScalars.contains(scalar)
        guard isSyntax || !isUnicode || (inClass && scalar == "-") else {
            throw scanner.error("invalid escape '\\\(scalar)'", at: start)
        }
        return scalar.value
    }

    /// `\cA`; in a class of annex B also `\c0` and `\c_`.
    private mutating func controlLetter(inClass: Bool) -> UInt32? {
        guard let next = scanner.peek else { return nil }
        let isLetter = next.isASCII && next.properties.isAlphabetic
        guard isLetter || (inClass && !isUnicode && ("0"..."9" ~= next || next == "_")) else { return nil }
        scanner.position += 1
        return next.value % 32
    }

    /// `\101` -> `A`, as in annex B: up to 255. 8 and 9 stand for themselves.
    private mutating func octal(_ first: Unicode.Scalar) -> UInt32 {
        guard first < "8" else { return first.value }
        var value = first.value - 0x30
        while let next = scanner.peek, "0"..."7" ~= next, value * 8 + next.value - 0x30 <= 0xFF {
            value = value * 8 + next.value - 0x30
            scanner.position += 1
        }
        return value
    }

    /// `\ud83d\ude00` is one character.
    private mutating func lowSurrogate(after high: UInt32) -> UInt32 {
        let start = scanner.position
        guard 0xD800...0xDBFF ~= high, scanner.skip("\\u"), let low = scanner.hexadecimal(4), 0xDC00...0xDFFF ~= low
        else {
            scanner.position = start
            return high
        }
        return 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
    }

    // MARK: Classes

    /// After `[`.
    mutating func characterClass() throws(PatternError) -> PatternNode {
        let start = scanner.position - 1
        let isNegative = scanner.skip("^")
        var ranges: [ClosedRange<UInt32>] = []
        while !scanner.skip("]") {
            let first = scanner.position
            let low = try classAtom(from: start)
            guard scanner.peek == "-" else {
                ranges += low.ranges
                continue
            }
            scanner.position += 1
            if scanner.peek == "]" {
                ranges += low.ranges + [0x2D...0x2D]
                continue
            }
            let high = try classAtom(from: start)
            if let low = low.character, let high = high.character {
                guard low <= high else { throw scanner.error("the range's ends are out of order", at: first) }
                ranges.append(low...high)
            } else if isUnicode {
                throw scanner.error("a range cannot begin or end with a class", at: first)
            } else {
                ranges += low.ranges + high.ranges + [0x2D...0x2D]
            }
        }
        let set = folded(CodePointSet(ranges))
        return .set(isNegative ? set.inverted : set)
    }

    private struct ClassAtom {
        var ranges: [ClosedRange<UInt32>]
        /// nil for a class such as `\d`.
        var character: UInt32?
    }

    private mutating func classAtom(from open: Int) throws(PatternError) -> ClassAtom {
        let start = scanner.position
        guard let scalar = scanner.next() else { throw scanner.error("unterminated class", at: open) }
        var character = scalar.value
        if scalar == "\\" {
            if let set = try classEscape(from: start) { return ClassAtom(ranges: set.ranges) }
            character = try characterEscape(from: start, inClass: true)
        }
        return ClassAtom(ranges: [character...character], character: character)
    }
}
