/// JSON as Python prints it.
enum PythonText {
    static func repr(_ value: JSONValue) -> String {
        switch value {
        case .null: "None"
        case .boolean(let value): value ? "True" : "False"
        case .string(let text): repr(text)
        case .array(let items): "[\(items.map(repr).joined(separator: ", "))]"
        case .object(let members): "{\(members.map { "\(repr($0.key)): \(repr($0.value))" }.joined(separator: ", "))}"
        case .number: (try? value.jsonText()) ?? ""
        }
    }

    static func quoted(_ scalar: Unicode.Scalar) -> String { repr(String(scalar)) }

    /// `'a'`, but `"it's"`.
    static func repr(_ text: String) -> String {
        let quote: Unicode.Scalar = text.contains("'") && !text.contains("\"") ? "\"" : "'"
        var result = String(quote)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", quote: result += "\\\(scalar)"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\0"..<" ", "\u{7F}":
                let digits = String(scalar.value, radix: 16)
                result += "\\x" + (digits.count < 2 ? "0" : "") + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + String(quote)
    }
}
