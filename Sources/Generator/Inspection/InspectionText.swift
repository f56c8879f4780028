import ApusDiagnostics

extension Inspection {
    /// A page for people: one row per kind, the most common first.
    package var text: String {
        let heading = "\(title.escapingControls) \(version.escapingControls): OpenAPI \(specification)"
        var lines = ["\(heading), \(kilobytes(bytes))", ""]
        lines += row("operations", operations, total: true)
        if webhooks + callbacks > 0 { lines += row("webhooks", "\(webhooks), callbacks \(callbacks)") }
        lines += row("schemas", "\(namedSchemas) named, \(inlineSchemas) inline")
        lines += row("requests", requestMediaTypes)
        lines += row("answers", responseMediaTypes)
        let schemes = security.map { "\($0.name.escapingControls) (\($0.kind)) \($0.operations)" }
        lines += row("security", (schemes + ["none \(openOperations)"]).joined(separator: ", "))
        lines += row("not supported", unsupported, total: true)
        lines += row("warnings", warnings, total: true)
        lines += row("errors", errors, total: true)
        if let output {
            lines += row(
                "Swift",
                "\(output.lines) lines, \(kilobytes(output.bytes)), \(output.declarations) declarations, "
                    + "\(output.methods) methods"
            )
            lines += row("compiles in", "about \(Int(output.debugCompileSeconds.rounded(.up))) s on one core (debug)")
        }
        return lines.joined(separator: "\n")
    }

    private func row(_ name: String, _ text: String) -> [String] {
        [name + String(repeating: " ", count: 14 - name.count) + text]
    }

    private func row(_ name: String, _ counts: [Count], total: Bool = false) -> [String] {
        let parts = counts.map { "\($0.name.escapingControls) \($0.count)" }.joined(separator: ", ")
        guard total else { return row(name, parts.isEmpty ? "none" : parts) }
        let sum = counts.reduce(0) { $0 + $1.count }
        return row(name, parts.isEmpty ? "0" : "\(sum): \(parts)")
    }

    private func kilobytes(_ bytes: Int) -> String { "\((bytes + 1023) / 1024) KB" }
}
