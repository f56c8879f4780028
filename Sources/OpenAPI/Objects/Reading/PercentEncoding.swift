/// Encodes characters in a document's URLs that a URL must not contain.
enum PercentEncoding {
    /// `a b=é` -> `a%20b=%C3%A9`; what is already encoded is kept.
    static func query(_ text: String) -> String {
        encoded(text) { isUnreserved($0) || "!$&'()*+,;=:@/?%".utf8.contains($0) }
    }

    /// `/é` -> `/%C3%A9`: only the characters beyond ASCII.
    static func nonASCII(_ text: String) -> String { encoded(text) { $0 < 0x80 } }

    private static func encoded(_ text: String, keeping isKept: (UInt8) -> Bool) -> String {
        text.utf8.reduce(into: "") { result, byte in
            if isKept(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result += digits.count == 1 ? "%0" + digits : "%" + digits
            }
        }
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~".utf8.contains(byte)
        }
    }
}
