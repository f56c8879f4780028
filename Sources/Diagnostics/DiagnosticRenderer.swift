/// Shows diagnostics, as text for people and editors or as JSON for tools.
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
        /// One JSON object a line.
        case json
    }

    package let style: Style

    package init(style: Style = .text) { self.style = style }

    /// What was collected and weighs at least so much, in the order of the reports, each line ended by a newline.
    package func render(_ diagnostics: Diagnostics, from severity: Severity = .note) -> String {
        var excerpts = Excerpts(diagnostics)
        var output = ""
        for diagnostic in diagnostics.all where diagnostic.severity >= severity {
            switch style {
            case .text: render(diagnostic, &excerpts, to: &output)
            case .json: output += DiagnosticJSON(diagnostic, diagnostics).text + "\n"
            }
        }
        if style == .text { renderCountOfDropped(diagnostics, from: severity, to: &output) }
        return output
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
