/// `text/plain` bodies by their charset.
enum TextCoding {
    /// The text of `bytes`; `nil` where they are not in the charset, or the charset is none we read.
    ///
    /// No charset means UTF-8, which holds every US-ASCII text too.
    static func decode(_ bytes: [UInt8], charset: String?) -> String? {
        switch charset {
        case nil, "utf-8", "utf8": String(validating: bytes, as: UTF8.self)
        case "us-ascii", "ascii": bytes.allSatisfy { $0 < 0x80 } ? String(decoding: bytes, as: UTF8.self) : nil
        case "iso-8859-1", "latin1": String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        default: nil
        }
    }

    static func isKnown(charset: String?) -> Bool { decode([], charset: charset) != nil }
}
