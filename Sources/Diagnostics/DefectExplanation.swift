extension Defect {
    /// The identifier, the meaning, the rule that is broken, and what the commands do about it: what `apus explain` prints.
    package var fullExplanation: String {
        var lines = [identifier, "", explanation, ""]
        if let rule { lines.append("Rule: \(rule.section) (\(rule.isRequirement ? "MUST" : "SHOULD"))") }
        lines.append("apus generate: \(effect)")
        if level != .note { lines.append("apus validate: \(Weighing.validation.severity(of: self).rawValue)") }
        return lines.joined(separator: "\n")
    }

    /// One line for each defect, sorted: its identifier and its meaning.
    package static var list: String {
        let width = allCases.map(\.identifier.count).max() ?? 0
        return allCases.sorted { $0.identifier < $1.identifier }.map { defect in
            let padding = String(repeating: " ", count: width - defect.identifier.count)
            return "\(defect.identifier)\(padding)  \(defect.explanation)"
        }.joined(separator: "\n")
    }

    private var effect: String {
        switch level {
        case .error: "error; no right code exists for the document, so nothing is written"
        case .leftOut:
            "warning; what is affected is left out, or generated as far as it can be right (with --strict: error)"
        case .warning: "warning; the meaning is clear, and everything is generated (with --strict: error)"
        case .note: "note; nothing has to be changed"
        }
    }
}
