/// The meaning of plain scalars according to YAML 1.2.2, section 10.3.2. For example, `no`, `on`, `1_000`, `12:30` and dates are
/// strings.
///
/// Numbers are rewritten in JSON's grammar where YAML allows more: `+.5` -> `0.5`, `0o17` -> `15`, `007` -> `7`.
enum CoreSchema {
    static func resolve(_ text: UnsafeBufferPointer<UInt8>) -> Node.Value {
        // Most scalars are words; only these characters can begin anything else.
        guard let first = text.first else { return .null }
        switch first {
        case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"): if isNull(text) { return .null }
        case UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"):
            if let value = bool(text) { return .bool(value) }
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            if let number = number(text) { return .number(number) }
        default: break
        }
        return .string(String(decoding: text, as: UTF8.self))
    }

    static func isNull(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.isEmpty || text.isOne(of: "~", "null", "Null", "NULL")
    }

    static func bool(_ text: UnsafeBufferPointer<UInt8>) -> Bool? {
        if text.isOne(of: "true", "True", "TRUE") { return true }
        return text.isOne(of: "false", "False", "FALSE") ? false : nil
    }

    static func number(_ text: UnsafeBufferPointer<UInt8>) -> NumberText? {
        if text.count > 2, text[0] == UInt8(ascii: "0"), text[1] == UInt8(ascii: "o") { return radix(8, text) }
        if text.count > 2, text[0] == UInt8(ascii: "0"), text[1] == UInt8(ascii: "x") { return radix(16, text) }
        if text.isOne(of: ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF") { return NumberText(".inf") }
        if text.isOne(of: "-.inf", "-.Inf", "-.INF") { return NumberText("-.inf") }
        if text.isOne(of: ".nan", ".NaN", ".NAN") { return NumberText(".nan") }
        return decimal(text)
    }

    /// `0o17`, `0x1F`. A number that does not fit in 64 bits stays a string.
    private static func radix(_ radix: Int, _ text: UnsafeBufferPointer<UInt8>) -> NumberText? {
        guard text[2] != UInt8(ascii: "+"), text[2] != UInt8(ascii: "-") else { return nil }
        return UInt64(String(decoding: text.dropFirst(2), as: UTF8.self), radix: radix).map { NumberText(String($0)) }
    }

    /// `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`
    private static func decimal(_ text: UnsafeBufferPointer<UInt8>) -> NumberText? {
        var rest = Slice(base: text, bounds: text.indices)
        let sign = rest.popSign()
        let whole = rest.popDigits()
        let hasPoint = rest.pop(UInt8(ascii: "."))
        let fraction = hasPoint ? rest.popDigits() : ""
        guard !whole.isEmpty || !fraction.isEmpty else { return nil }

        var exponent = ""
        if rest.pop(UInt8(ascii: "e")) || rest.pop(UInt8(ascii: "E")) {
            let sign = rest.popSign()
            let digits = rest.popDigits()
            guard !digits.isEmpty else { return nil }
            exponent = "e" + sign + digits
        }
        guard rest.isEmpty else { return nil }

        let significant = whole.drop { $0 == "0" }
        let point = hasPoint ? "." + (fraction.isEmpty ? "0" : fraction) : ""
        return NumberText((sign == "-" ? "-" : "") + (significant.isEmpty ? "0" : significant) + point + exponent)
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func isOne(of words: StaticString...) -> Bool {
        words.contains { word in
            word.utf8CodeUnitCount == count && word.withUTF8Buffer { $0.elementsEqual(self) }
        }
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    fileprivate mutating func pop(_ byte: UInt8) -> Bool {
        guard first == byte else { return false }
        removeFirst()
        return true
    }

    fileprivate mutating func popSign() -> String {
        if pop(UInt8(ascii: "-")) { return "-" }
        return pop(UInt8(ascii: "+")) ? "+" : ""
    }

    fileprivate mutating func popDigits() -> String {
        let digits = prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        self = self[digits.endIndex...]
        return String(decoding: digits, as: UTF8.self)
    }
}
