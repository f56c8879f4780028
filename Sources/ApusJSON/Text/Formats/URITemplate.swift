/// RFC 6570, section 2: `http://example.com/{+path}{?query*}`.
func isURITemplate(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var rest = Array(String(decoding: text, as: UTF8.self).unicodeScalars)[...]
    while let scalar = rest.popFirst() {
        switch scalar {
        case "{":
            guard let end = rest.firstIndex(of: "}"), isExpression(rest[..<end]) else { return false }
            rest = rest[(end + 1)...]
        case "%":
            guard rest.prefix(2).count == 2, rest.prefix(2).allSatisfy(\.isASCIIHexDigit) else { return false }
            rest = rest.dropFirst(2)
        case "\"", "<", ">", "\\", "^", "`", "|", "}": return false
        default:
            guard scalar.isASCII ? 0x21...0x7E ~= scalar.value : scalar.isInternational || scalar.isPrivate else {
                return false
            }
        }
    }
    return true
}

/// An optional operator, then variables: `?query*,limit:3`.
private func isExpression(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    var list = text
    if let first = list.first, "+#./;?&=,!@|".unicodeScalars.contains(first) { list = list.dropFirst() }
    return list.split(separator: ",", omittingEmptySubsequences: false).allSatisfy(isVariable)
}

/// `name`, `name*`, `name:30`
private func isVariable(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    var name = text
    if name.last == "*" {
        name = name.dropLast()
    } else if let colon = name.firstIndex(of: ":") {
        let length = name[(colon + 1)...]
        guard 1...4 ~= length.count, length.first != "0", length.allSatisfy(\.isASCIIDigit) else { return false }
        name = name[..<colon]
    }
    return name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
        var rest = part
        while let scalar = rest.popFirst() {
            if scalar == "%" {
                guard rest.prefix(2).count == 2, rest.prefix(2).allSatisfy(\.isASCIIHexDigit) else { return false }
                rest = rest.dropFirst(2)
            } else if !scalar.isASCIILetter, !scalar.isASCIIDigit, scalar != "_" {
                return false
            }
        }
        return !part.isEmpty
    }
}
