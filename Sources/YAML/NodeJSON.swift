extension Node {
    /// The node as JSON text, members in document order: `{"limit":10,"tags":["a"]}`. Numbers keep their text; `.inf`
    /// and `.nan`, which JSON cannot say, become `null`.
    package func jsonText() -> String {
        var text = ""
        writeJSON(to: &text)
        return text
    }

    package func writeJSON(to text: inout String) {
        switch value {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .number(let number): text += number.isFinite ? number.text : "null"
        case .string(let string): string.writeJSON(to: &text)
        case .sequence(let elements):
            text += "["
            for (position, element) in elements.enumerated() {
                if position > 0 { text += "," }
                element.writeJSON(to: &text)
            }
            text += "]"
        case .mapping(let mapping):
            text += "{"
            for (position, entry) in mapping.entries.enumerated() {
                if position > 0 { text += "," }
                entry.key.writeJSON(to: &text)
                text += ":"
                entry.value.writeJSON(to: &text)
            }
            text += "}"
        }
    }
}

extension String {
    fileprivate func writeJSON(to text: inout String) {
        text += "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..."\u{1F}":
                text += "\\u00" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16)
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
