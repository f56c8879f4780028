import ApusOpenAPI
import ApusYAML

/// The examples of a parameter as its documentation lists them.
struct ExampleText {
    let document: Document

    /// ``For example `round` (the usual one), `flat`.``; `nil` if there are none.
    func text(of parameter: Parameter) -> String? {
        var examples = [parameter.example.map { Self.code($0.string ?? $0.jsonText()) }].compactMap { $0 }
        examples += parameter.examples.compactMap { document.resolve($0.value) }.compactMap(text)
        return examples.isEmpty ? nil : "For example \(examples.joined(separator: ", "))."
    }

    /// `{summary: The first, dataValue: {n: 1}, serializedValue: "n=1"}` -> `` `{"n":1}`, sent as `n=1` (The first)``
    private func text(of example: Example) -> String? {
        let value = (example.dataValue ?? example.value).map { Self.code($0.string ?? $0.jsonText()) }
        let sent = example.serializedValue.map { (value == nil ? "" : "sent as ") + Self.code($0) }
        let external = example.externalValue.map { "<\(Documentation.line($0))>" }
        let values = [value, sent, external].compactMap { $0 }
        let remarks = [example.summary, example.description].compactMap { $0 }.map(Documentation.line)
        if values.isEmpty { return nil }
        let remark = remarks.filter { !$0.isEmpty }.joined(separator: ": ")
        return values.joined(separator: ", ") + (remark.isEmpty ? "" : " (\(remark))")
    }

    /// `0`, `[]`, `active`; a string that could be mistaken for something else is in quotes: `"0"`, `""`.
    static func code(of node: Node) -> String {
        let isPlain =
            node.string.map { $0.first?.isLetter == true && !["true", "false", "null"].contains($0) } ?? false
        return code((isPlain ? node.string : nil) ?? node.jsonText())
    }

    /// On one line, and truncated if it is too long for one.
    private static func code(_ text: String) -> String {
        let line = Documentation.line(text)
        let cut = line.count > limit ? line.prefix(limit) + "…" : line[...]
        return cut.contains("`") ? "`` \(cut) ``" : "`\(cut)`"
    }

    private static let limit = 100
}
