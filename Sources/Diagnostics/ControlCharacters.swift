extension String {
    /// Control characters and characters that reorder text are shown as escapes such as `\u{202E}`: a document must not be able to
    /// move the terminal's cursor, forge lines of output, or disguise what a line says.
    package var escapingControls: String {
        guard unicodeScalars.contains(where: { $0.isUnsafeToShow || $0 == "\t" }) else { return self }
        return unicodeScalars.reduce(into: "") { $0 += $1 == "\t" ? "\\t" : $1.escapedControl }
    }
}

extension Unicode.Scalar {
    /// The scalar itself, or its escape if it would not be safe to show. A tab is shown as it is.
    var escapedControl: String {
        guard isUnsafeToShow else { return String(Character(self)) }
        switch self {
        case "\n": return "\\n"
        case "\r": return "\\r"
        default: return "\\u{" + String(value, radix: 16, uppercase: true) + "}"
        }
    }

    var isUnsafeToShow: Bool {
        switch properties.generalCategory {
        case .control: self != "\t"
        // U+200D joins emoji; everything else in this category is invisible.
        case .format: self != "\u{200D}"
        case .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
