// What FastAPI's answers say that the kinds of issues do not: noted only for a server that answers so.
extension Validator {
    func note(_ words: PydanticWords?) -> PydanticNote? {
        if words == nil, labels.isEmpty { return nil }
        let labels = labels.map { label in
            let depth = JSONView(document: document, index: label.index).path.count
            return PydanticNote.Label(depth: depth, name: String(describing: label.name))
        }
        return PydanticNote(words: words, labels: labels)
    }

    /// Reports an issue, and how pydantic puts it.
    @inline(never)
    mutating func report(_ kind: ValidationIssue.Kind, words: @autoclosure () -> PydanticWords?) {
        if startReport() { endReport(kind, at: index, words: isPydantic ? words() : nil) }
    }

    /// Checks an alternative that pydantic knows by a name.
    mutating func labelled(_ name: StaticString, _ check: Check) {
        labels.append((index, name))
        check(&self)
        labels.removeLast()
    }

    /// The elements of a set, of which equal ones count once.
    func distinctCount() -> Int { Set(view.elements.map { try? JSONValue(json: $0) }).count }

    /// A text by the format that pydantic has under the name. -> false where it has none
    mutating func checkPydantic(_ format: StringFormat, maxLength: Int?) -> Bool {
        guard let row = PydanticFormats.rows[format.name] else { return false }
        if let words = tape.withString(word, { row.words($0, maxLength) }) {
            report(.format(format.name), words: words)
        }
        return true
    }
}

// Discriminated unions.
extension Validator {
    /// The alternative that a member names, and no other: each with the value by which it is chosen. `otherwise` is the one
    /// of objects whose member is absent or names none.
    ///
    ///     value.discriminated(by: "kind", ("cat", { $0.model(Cat.self) }), ("dog", { $0.model(Dog.self) }))
    public mutating func discriminated(
        by key: StaticString, _ alternatives: (tag: StaticString, check: Check)..., otherwise: Check? = nil
    ) {
        guard word.tag == TapeWord.object else { return reportModel() }
        let tag = MemberCursor(tape, object: index).value(of: key, in: tape)
        if tag >= 0 {
            for (name, check) in alternatives where isTag(name, at: tag) {
                return labelled(name, check)
            }
        }
        if let otherwise { return otherwise(&self) }
        guard tag >= 0 else { return reportNoTag(key) }
        let expected = alternatives.map { String(describing: $0.tag) }
        let kind = ValidationIssue.Kind.enumeration(expected.map { .string($0) })
        if !isPydantic { return report(kind, at: tag, key: nil) }
        let found = JSONView(document: document, index: tag)
        report(kind, words: .unknownTag(found, String(describing: key), expected))
    }

    /// Whether a value is what a tag says: `1` for the number, `true` for the boolean.
    private func isTag(_ name: StaticString, at value: Int) -> Bool {
        let word = tape.word(at: value)
        if word.tag == TapeWord.string { return tape.isString(word, name) }
        return JSONView(document: document, index: value).tag == String(describing: name)
    }

    private mutating func reportNoTag(_ key: StaticString) {
        if !isPydantic { return report(missing: key) }
        report(.missing, words: .noTag(String(describing: key)))
    }
}
