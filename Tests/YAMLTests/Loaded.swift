import ApusDiagnostics
import ApusYAML

/// The loader's result for a text, in a form that tests can write down.
struct Loaded {
    let node: Node?
    /// Each finding is written as `error 2:1 duplicate-key, note 1:1`.
    let findings: [String]
    let messages: [String]

    init(_ text: String, name: String = "test.yaml", limits: Limits = Limits()) {
        self.init(bytes: Array(text.utf8), name: name, limits: limits)
    }

    init(bytes: [UInt8], name: String = "test.yaml", limits: Limits = Limits()) {
        let diagnostics = Diagnostics()
        node = Loader(limits: limits).load(file: SourceFile(name: name, bytes: bytes), diagnostics: diagnostics)
        messages = diagnostics.all.map(\.message)
        findings = diagnostics.all.map { diagnostic in
            let notes = diagnostic.notes.map { ", note \($0.location.text)" }.joined()
            return "\(diagnostic.severity) \(diagnostic.location.text) \(diagnostic.defect.identifier)\(notes)"
        }
    }

    /// The tree as JSON text.
    var json: String? { node?.jsonText() }
}

extension SourceLocation {
    /// `2:1`
    var text: String { "\(line):\(column)" }
}

/// A text whose places are marked: `"①a: 1\n②a: 2"` is `"a: 1\na: 2"` with ① at 1:1 and ② at 2:1.
struct MarkedText {
    private(set) var text = ""
    private var places: [Character: String] = [:]

    init(_ marked: String) {
        var (line, column) = (1, 1)
        for character in marked {
            if "①②③".contains(character) {
                places[character] = "\(line):\(column)"
                continue
            }
            text.append(character)
            switch character {
            case "\n", "\r", "\r\n": (line, column) = (line + 1, 1)
            default: column += character.unicodeScalars.count
            }
        }
    }

    /// `error ② duplicate-key, note ①` -> `error 2:1 duplicate-key, note 1:1`
    func resolve(_ finding: String) -> String {
        finding.map { places[$0] ?? String($0) }.joined()
    }
}
