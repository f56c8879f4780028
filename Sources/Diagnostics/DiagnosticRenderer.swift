/// Renders diagnostics as text for people and editors, or as JSON for tools.
///
/// Text has the form that Xcode and editors recognise, followed by the source line and a caret:
///
///     openapi.yaml:7:5: error: the key 'title' stands twice in this mapping [duplicate-key]
///         title: Pets
///         ^
///     openapi.yaml:6:5: note: it stands here first
///         title: Cats
///         ^
package struct DiagnosticRenderer: Sendable {
    package enum Style: String, CaseIterable, Sendable {
        case text
        /// One JSON object per line.
        case json
    }

    package let style: Style

    package init(style: Style = .text) { self.style = style }

    /// Returns the collected diagnostics of at least the given severity, in the order of the reports. Each line ends with a
    /// newline.
    package func render(_ diagnostics: Diagnostics, from severity: Severity = .note) -> String {
        var excerpts = Excerpts(diagnostics)
        var output = ""
        let shown = diagnostics.all.filter { $0.severity >= severity }
        switch style {
        case .json:
            for diagnostic in shown { output += DiagnosticJSON(diagnostic, diagnostics).text + "\n" }
        case .text:
            for (diagnostic, places) in grouped(shown) {
                render(diagnostic, &excerpts, to: &output)
                render(places, &excerpts, to: &output)
            }
            renderCountOfDropped(diagnostics, from: severity, to: &output)
        }
        return output
    }

    /// Groups warnings that say the same about many places in a file: the first one, with the other places. Errors are not grouped,
    /// since each of them must be fixed.
    private func grouped(_ diagnostics: [Diagnostic]) -> [(first: Diagnostic, others: [SourceLocation])] {
        struct Finding: Hashable {
            var defect: Defect
            var message: String
            var file: FileID
        }
        var groups: [(first: Diagnostic, others: [SourceLocation])] = []
        var positions: [Finding: Int] = [:]
        for diagnostic in diagnostics {
            let location = diagnostic.location
            guard diagnostic.severity < .error, diagnostic.notes.isEmpty, location.line > 0 else {
                groups.append((diagnostic, []))
                continue
            }
            let finding = Finding(defect: diagnostic.defect, message: diagnostic.message, file: location.file)
            if let position = positions[finding] {
                groups[position].others.append(location)
            } else {
                positions[finding] = groups.count
                groups.append((diagnostic, []))
            }
        }
        return groups
    }

    private static let listedPlaces = 10

    private func render(_ places: [SourceLocation], _ excerpts: inout Excerpts, to output: inout String) {
        guard let first = places.first else { return }
        let listed = places.dropFirst().prefix(Self.listedPlaces).map { "\($0.line):\($0.column)" }
        let rest = places.count - 1 - listed.count
        output += excerpts.prefix(first) + "note: the same here"
        if !listed.isEmpty { output += ", at \(listed.joined(separator: ", "))" }
        if rest > 0 { output += " and at \(rest) more places" }
        output += "\n"
    }

    private func render(_ diagnostic: Diagnostic, _ excerpts: inout Excerpts, to output: inout String) {
        output += excerpts.prefix(diagnostic.location)
        output += "\(diagnostic.severity.rawValue): \(diagnostic.message.escapingControls)"
        output += " [\(diagnostic.defect.identifier)]\n"
        output += excerpts.excerpt(diagnostic.location)
        for note in diagnostic.notes {
            output += excerpts.prefix(note.location) + "note: \(note.message.escapingControls)\n"
            output += excerpts.excerpt(note.location)
        }
    }

    private func renderCountOfDropped(_ diagnostics: Diagnostics, from least: Severity, to output: inout String) {
        for severity in Severity.allCases.reversed() where severity >= least {
            let dropped = diagnostics.count(severity) - Diagnostics.keptOfEachSeverity
            if dropped > 0 { output += "\(severity.rawValue): \(dropped) more of this severity are not shown\n" }
        }
    }
}
