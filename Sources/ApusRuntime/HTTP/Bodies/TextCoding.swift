/// `text/plain` bodies, decoded according to their charset.
enum TextCoding {
    /// The text of `bytes`; `nil` if they are not valid in the charset or the charset is not supported.
    ///
    /// No charset means UTF-8, which includes US-ASCII.
    static func decode(_ bytes: [UInt8], charset: String?) -> String? {
        switch charset {
        case nil, "utf-8", "utf8": String(validating: bytes, as: UTF8.self)
        case "us-ascii", "ascii": bytes.allSatisfy { $0 < 0x80 } ? String(decoding: bytes, as: UTF8.self) : nil
        case "iso-8859-1", "latin1": String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        default: nil
        }
    }

    /// The value that a text represents: the string itself, a number, a date, or a value of an enumeration.
    ///
    /// `check` validates it against its schema; without `check`, its type does if it can.
    static func value<Value: JSONDecodable>(
        _ text: String, as type: Value.Type, isValidated: Bool = true, conventions: InputConventions? = nil,
        _ check: Validator.Check? = nil
    ) throws(ParameterProblem) -> Value {
        let check = isValidated ? check : nil
        if check == nil, let text = text as? Value { return text }
        let json = ParameterJSON(.primitive(text), shape: Value.jsonShape, conventions: conventions)
        return isValidated ? try json.value(type, check) : try json.decode(type)
    }

    /// The text that represents a value; `nil` for `null`.
    ///
    /// - Throws: ``JSONError`` if no text represents it: for an array or an object.
    static func text(of value: some JSONEncodable) throws(JSONError) -> String? {
        guard let text = try ParameterText.of(value, style: .simple) else { return nil }
        guard case .primitive(let text) = text else {
            throw JSONError(.unwritable("a text body must be a string, a number or a boolean"), path: [])
        }
        return text
    }

    static func isKnown(charset: String?) -> Bool { decode([], charset: charset) != nil }
}
