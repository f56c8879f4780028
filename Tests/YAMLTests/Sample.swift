import Testing

/// A text that tests damage.
struct Sample: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String

    var testDescription: String { name }

    init(name: String, text: String) {
        self.name = name
        self.text = text
    }

    /// The middle part is repeated `times` times.
    init(_ name: String, _ start: String, _ middle: String, times: Int, _ end: String = "") {
        self.init(name: name, text: start + String(repeating: middle, count: times) + end)
    }

    init(_ name: String, _ text: String, times: Int, _ end: String = "") {
        self.init(name, "", text, times: times, end)
    }

    /// Documents with a bit of everything.
    static let documents = [
        Sample(name: "sample.yaml", text: yaml),
        Sample(name: "sample.json", text: json),
        Sample(name: "sample.md", text: "# Page é😀\n\n```yaml\n\(yaml)\n```\n\n~~~~json\n{\"a\": [1]}\n~~~~\n"),
        Sample(name: "sample.txt", text: "text\n```json\n\(json)\n```\n"),
    ]

    private static let yaml = """
        %YAML 1.2
        --- # é😀
        openapi: &v 3.1.0
        'info': {title: "Caf\\u00e9 \\"x\\"", version: *v, ?x: [?y, &a:b z]}
        base: &base
          text: |+2
             kept

          folded: >-
            one
            two\u{2028}
        other: !!map
          <<: [*base, {a: !!str 1}]
          ? key
          : - -1.5e+3
            - !local [~, .inf, 0x1F, ]
        ...
        """

    private static let json = """
        {"openapi": "3.1.0", "é😀\\ud83d\\ude00": [1.5e+3, -0, true, false, null, {}, []],
         "a": {"b": {"c": "\\u00e9\\n\\""}}, "a2": ""}
        """
}
