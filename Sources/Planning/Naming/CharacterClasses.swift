// What characters are to names. Unicode's tables are consulted only outside ASCII, since names are nearly always ASCII.

extension Unicode.Scalar {
    /// Whether it can be inside an identifier.
    var isInName: Bool { isASCII ? UInt8(value).isLetterOrDigit || self == "_" : properties.isXIDContinue }

    var isUpper: Bool { isASCII ? UInt8(value).isUpper : properties.isUppercase }

    var isLower: Bool { isASCII ? UInt8(value).isLower : properties.isLowercase }
}

/// Bytes of ASCII.
extension UInt8 {
    var isUpper: Bool { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self }

    var isLower: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= self }

    var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }

    var isLetterOrDigit: Bool { isLower || isUpper || isDigit }

    /// Whether it can be inside an identifier.
    var isInName: Bool { isLetterOrDigit || self == UInt8(ascii: "_") }
}
