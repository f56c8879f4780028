extension PatternSyntax {
    /// After the backslash of an atom.
    mutating func readEscape() throws(SyntaxError) {
        let start = reader.position - 1
        if let digits = reader.digits() {
            if digits.first == "0" {
                guard digits.count > 1 && mode == .unicode else { return }
                throw SyntaxError(message: "octal escape", position: start + 1)
            }
            let number = Int(String(String.UnicodeScalarView(digits))) ?? .max
            if number > groups.count && mode == .unicode {
                throw SyntaxError(message: "no group has the number \(number)", position: start + 1)
            }
        } else if reader.peek == "k" && (mode == .unicode || !groups.names.isEmpty) {
            reader.position += 1
            guard reader.skip("<"), groups.names.contains(try reader.groupName()) else {
                throw SyntaxError(message: "no group has this name", position: start + 1)
            }
        } else if try readClassEscape(from: start) == nil {
            _ = try readCharacterEscape(from: start, inClass: false)
        }
    }

    /// `\d`, `\p{L}`: nothing but whether it was one.
    private mutating func readClassEscape(from start: Int) throws(SyntaxError) -> Void? {
        switch reader.peek {
        case "d", "D", "s", "S", "w", "W":
            reader.position += 1
            return ()
        case "p" where mode == .unicode, "P" where mode == .unicode:
            reader.position += 1
            guard let property = reader.property(), UnicodeProperty.isKnown(property) else {
                throw SyntaxError(message: "unknown Unicode property", position: start + 1)
            }
            return ()
        default:
            return nil
        }
    }

    /// The character that an escape stands for.
    private mutating func readCharacterEscape(from start: Int, inClass: Bool) throws(SyntaxError) -> UInt32 {
        guard let scalar = reader.next() else {
            throw SyntaxError(message: "lone '\\' at the end", position: start + 1)
        }
        switch scalar {
        case "f": return 0x0C
        case "n": return 0x0A
        case "r": return 0x0D
        case "t": return 0x09
        case "v": return 0x0B
        case "c":
            if let letter = reader.peek, letter.isASCII, letter.properties.isAlphabetic {
                reader.position += 1
                return letter.value % 32
            }
            if mode == .legacy {
                // The backslash stands for itself, and `c` is the next character.
                reader.position -= 1
                return 0x5C
            }
        case "x":
            if let value = reader.hexadecimal(2) { return value }
        case "u":
            if let value = reader.hexadecimal(4) { return readLowSurrogate(after: value) }
            if mode == .unicode, let value = reader.bracedCodePoint() { return value }
        default:
            break
        }
        let isSyntax = "^$\\.*+?()[]{}|/".unicodeScalars.contains(scalar)
        guard isSyntax || mode == .legacy || (inClass && scalar == "-") else {
            throw SyntaxError(message: "invalid escape '\\\(scalar)'", position: start + 1)
        }
        return scalar.value
    }

    /// With the `u` flag `\ud83d\ude00` is one character.
    private mutating func readLowSurrogate(after high: UInt32) -> UInt32 {
        let start = reader.position
        guard mode == .unicode, 0xD800...0xDBFF ~= high, reader.skip("\\u"), let low = reader.hexadecimal(4),
            0xDC00...0xDFFF ~= low
        else {
            reader.position = start
            return high
        }
        return 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
    }

    // MARK: Classes

    /// After `[`.
    mutating func readClass(from start: Int) throws(SyntaxError) {
        _ = reader.skip("^")
        while !reader.skip("]") {
            let first = reader.position
            let low = try readClassAtom(from: start)
            guard reader.peek == "-" else { continue }
            reader.position += 1
            if reader.peek == "]" { continue }
            let high = try readClassAtom(from: start)
            if let low, let high {
                guard low <= high else {
                    throw SyntaxError(message: "the range's ends are out of order", position: first + 1)
                }
            } else if mode == .unicode {
                throw SyntaxError(message: "a range cannot begin or end with a class", position: first + 1)
            }
        }
    }

    /// The character, or `nil` for a class such as `\d`.
    private mutating func readClassAtom(from open: Int) throws(SyntaxError) -> UInt32? {
        let start = reader.position
        guard let scalar = reader.next() else {
            throw SyntaxError(message: "unterminated class", position: open + 1)
        }
        guard scalar == "\\" else { return scalar.value }
        if try readClassEscape(from: start) != nil { return nil }
        if reader.skip("b") { return 0x08 }
        if let digits = reader.digits() {
            guard mode == .unicode && (digits.count > 1 || digits.first != "0") else { return 0 }
            throw SyntaxError(message: "invalid escape", position: start + 1)
        }
        return try readCharacterEscape(from: start, inClass: true)
    }
}

extension PatternReader {
    /// The name in `{L}` or `{Script=Greek}`.
    fileprivate mutating func property() -> String? {
        guard skip("{") else { return nil }
        var name = ""
        while let scalar = next() {
            if scalar == "}" { return name }
            name.unicodeScalars.append(scalar)
        }
        return nil
    }
}
