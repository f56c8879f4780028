import ApusDiagnostics

// Question marks.
extension LibyamlSource {
    /// A question mark in flow style that is followed by text begins a plain scalar (YAML 1.2.2, rule 126, `ns-plain-first`).
    /// libyaml reads it as something else, which begins at the mark or at the text.
    mutating func mendQuestionMark(_ index: Int, _ offset: Int) -> Bool {
        guard flowDepth > 0 else { return false }
        if isQuestionMark(offset), isInPlainFlow(offset + 1) {
            replaceQuestionMark(index, offset)
        } else if isQuestionMark(offset - 1), isInPlainFlow(offset) {
            replaceQuestionMark(index - 1, offset - 1)
        } else {
            return false
        }
        return true
    }

    private mutating func replaceQuestionMark(_ index: Int, _ offset: Int) {
        bytes[offset] = UInt8(ascii: "x")
        questionMarks.insert(index)
    }

    private func isQuestionMark(_ offset: Int) -> Bool {
        bytes.indices.contains(offset) && bytes[offset] == UInt8(ascii: "?")
    }

    private func isInPlainFlow(_ offset: Int) -> Bool { bytes.indices.contains(offset) && !bytes[offset].endsName }
}

// Anchors and aliases.
extension LibyamlSource {
    /// Names extend to white space or a flow indicator (YAML 1.2.2, rule 102, `ns-anchor-char`). libyaml reads the rest as a scalar
    /// or a value; because of that, a mapping may begin with the anchor.
    mutating func mendName(_ offset: Int, at location: SourceLocation) throws(Diagnostic) -> Bool {
        guard let start = nameStart(offset) else { return false }
        let end = bytes[start...].firstIndex { !$0.isAnchorCharacterOfLibyaml } ?? bytes.endIndex
        // `&a: x` is read as libyaml reads it, with an empty key, as in all other tools that use libyaml.
        guard end + 1 < bytes.count, !bytes[end].endsName, !bytes[end + 1].endsName else { return false }
        let name = Array(bytes[start...].prefix { !$0.endsName })
        if bytes[start - 1] == UInt8(ascii: "*"), standIns[name] == nil { return false }

        guard let standIn = standIns[name] ?? unusedStandIn(for: name) else {
            throw Diagnostic(defect: .yamlSyntax, message: "libyaml cannot read this anchor's name", location: location)
        }
        standIns[name] = standIn
        for (position, byte) in standIn.enumerated() { bytes[start + position] = byte }
        return true
    }

    /// Where the name begins: after `*`, or after `&`, which may follow a tag.
    private func nameStart(_ offset: Int) -> Int? {
        var rest = bytes[offset...]
        if rest.first == UInt8(ascii: "!") { rest = rest.drop { !$0.isWhiteSpace }.drop { $0.isWhiteSpace } }
        guard let sign = rest.first, sign == UInt8(ascii: "&") || sign == UInt8(ascii: "*") else { return nil }
        return rest.startIndex + 1
    }

    /// A name of the same length, in characters that libyaml accepts, that no other anchor of the text begins with.
    private func unusedStandIn(for name: [UInt8]) -> [UInt8]? {
        guard name.allSatisfy({ $0 < 0x80 }) else { return nil }
        for filler in "_-x0".utf8 {
            let standIn = name.map { $0.isAnchorCharacterOfLibyaml ? $0 : filler }
            if !holds([UInt8(ascii: "&")] + standIn) { return standIn }
        }
        return nil
    }

    private func holds(_ pattern: [UInt8]) -> Bool {
        bytes.indices.contains { bytes[$0] == pattern[0] && bytes[$0...].starts(with: pattern) }
    }
}

extension UInt8 {
    /// White space and flow indicators.
    fileprivate var endsName: Bool { isWhiteSpace || ",[]{}".utf8.contains(self) }

    fileprivate var isAnchorCharacterOfLibyaml: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
