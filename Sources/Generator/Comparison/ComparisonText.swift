import ApusDiagnostics

extension Comparison {
    /// One line per change, in the form of diagnostics, and a line with the counts.
    package func text(_ diagnostics: Diagnostics) -> String {
        let lines = changes.map { change in
            let area = change.kind.isOfSwift ? "Swift: " : ""
            let place = Self.place(change.location, diagnostics).map { $0 + ": " } ?? ""
            return
                "\(place)\(change.level.rawValue): \(area)\(change.message.escapingControls) [\(change.kind.rawValue)]"
        }
        return (lines + ["\(breaking) breaking, \(compatible) compatible"]).joined(separator: "\n")
    }

    /// One object: the counts, and the changes with `file`, `line` and `column`, which are `null` if they are not known.
    package func json(_ diagnostics: Diagnostics) -> String {
        let list = changes.map { change in
            let isKnown = change.location.line > 0
            return JSONText.object([
                ("level", .string(change.level.rawValue)),
                ("area", .string(change.kind.isOfSwift ? "swift" : "wire")),
                ("identifier", .string(change.kind.rawValue)),
                ("message", .string(change.message)),
                ("file", diagnostics.file(change.location.file).map { .string($0.name) } ?? .null),
                ("line", isKnown ? .integer(Int(change.location.line)) : .null),
                ("column", isKnown ? .integer(Int(change.location.column)) : .null),
            ])
        }
        return JSONText.object([
            ("breaking", .integer(breaking)), ("compatible", .integer(compatible)), ("changes", .array(list)),
        ]).text
    }

    private static func place(_ location: SourceLocation, _ diagnostics: Diagnostics) -> String? {
        guard let file = diagnostics.file(location.file), location.line > 0 else { return nil }
        return "\(file.name.escapingControls):\(location.line):\(location.column)"
    }
}
