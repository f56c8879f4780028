/// RFC 6901, section 3: `/paths/~1pets/get`.
func isJSONPointer(_ text: some Collection<UInt8>) -> Bool {
    guard let first = text.first else { return true }
    guard first == UInt8(ascii: "/") else { return false }
    var isEscape = false
    for byte in text {
        if isEscape, byte != UInt8(ascii: "0"), byte != UInt8(ascii: "1") { return false }
        isEscape = !isEscape && byte == UInt8(ascii: "~")
    }
    return !isEscape
}

/// `1/title`, `0#`: the number of levels to go up, then a pointer, or `#` for the key there
/// [draft-handrews-relative-json-pointer-01, section 3].
func isRelativeJSONPointer(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let digits = text.prefix(while: isDigit)
    guard let first = digits.first, digits.count == 1 || first != UInt8(ascii: "0") else { return false }
    let rest = text.dropFirst(digits.count)
    return rest.elementsEqual([UInt8(ascii: "#")]) || isJSONPointer(rest)
}
