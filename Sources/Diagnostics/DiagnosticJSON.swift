import ApusJSON

/// A diagnostic as one line of JSON:
///
///     {"file":"a.yaml","line":7,"column":5,"severity":"error","identifier":"yaml-syntax","message":"…","notes":[…]}
///
/// `file`, `line` and `column` are `null` if they are not known; a note has these three fields and `message`.
struct DiagnosticJSON {
    private(set) var text = ""

    init(_ diagnostic: Diagnostic, _ diagnostics: Diagnostics) {
        text = "{"
        writePlace(diagnostic.location, diagnostics)
        text += ",\"severity\":\"\(diagnostic.severity.rawValue)\",\"identifier\":\"\(diagnostic.defect.identifier)\","
        writeMessage(diagnostic.message)
        text += ",\"notes\":["
        for (position, note) in diagnostic.notes.enumerated() {
            text += position == 0 ? "{" : ",{"
            writePlace(note.location, diagnostics)
            text += ","
            writeMessage(note.message)
            text += "}"
        }
        text += "]}"
    }

    private mutating func writePlace(_ location: SourceLocation, _ diagnostics: Diagnostics) {
        text += "\"file\":"
        if let file = diagnostics.file(location.file) { writeString(file.name) } else { text += "null" }
        let isPlaceKnown = location.line > 0
        text += ",\"line\":" + (isPlaceKnown ? "\(location.line)" : "null")
        text += ",\"column\":" + (isPlaceKnown ? "\(location.column)" : "null")
    }

    private mutating func writeMessage(_ message: String) {
        text += "\"message\":"
        writeString(message)
    }

    /// Characters that are not safe to show are escaped, too.
    private mutating func writeString(_ string: String) {
        for scalar in string.quotedJSON.unicodeScalars {
            if scalar.isUnsafeToShow {
                // In UTF-16, as JSON requires.
                for unit in UTF16.encode(scalar) ?? .init() { text += Self.escape(unit) }
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
    }

    /// `\u202E`
    private static func escape(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16, uppercase: true)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
