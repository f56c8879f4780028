// What responses may say in addition to the kinds of issues; recorded only for a server with its own conventions.
extension Validator {
    func note(_ detail: IssueNote.Detail?) -> IssueNote? {
        if detail == nil, labels.isEmpty { return nil }
        let labels = labels.map { label in
            let depth = JSONView(document: document, index: label.index).path.count
            return IssueNote.Label(depth: depth, name: String(describing: label.name))
        }
        return IssueNote(detail: detail, labels: labels)
    }

    /// Reports an issue with the details that its kind does not include.
    @inline(never)
    mutating func report(_ kind: ValidationIssue.Kind, detail: @autoclosure () -> IssueNote.Detail?) {
        if startReport() { endReport(kind, at: index, detail: conventions == nil ? nil : detail()) }
    }

    /// Checks an alternative that has a name.
    mutating func labelled(_ name: StaticString, _ check: Check) {
        if conventions == nil { return check(&self) }
        labels.append((index, name))
        check(&self)
        labels.removeLast()
    }

    /// The number of elements of a set, where equal ones count once.
    func distinctCount() -> Int { Set(view.elements.map { try? JSONValue(json: $0) }).count }

    /// Checks a string against the conventions' format of this name. Returns `false` if they have none.
    mutating func checkByConvention(
        _ conventions: InputConventions, _ format: StringFormat, _ maxLength: Int?
    ) -> Bool {
        guard let row = conventions.format(format.name) else { return false }
        if let wording = tape.withString(word, { row.problem($0, maxLength) }) {
            report(.format(format.name), detail: .wording(wording))
        }
        return true
    }
}

// Discriminated unions.
extension Validator {
    /// Only the alternative that a member names; each has the value that selects it. `otherwise` is the alternative for objects
    /// whose member is absent or names none.
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
        if conventions == nil { return report(kind, at: tag, key: nil) }
        let found = (try? JSONValue(json: JSONView(document: document, index: tag))) ?? .null
        report(kind, detail: .unknownTag(found, key: String(describing: key), expected: expected))
    }

    /// Whether a value matches a tag: `1` for the number, `true` for the boolean.
    private func isTag(_ name: StaticString, at value: Int) -> Bool {
        let word = tape.word(at: value)
        if word.tag == TapeWord.string { return tape.isString(word, name) }
        return JSONView(document: document, index: value).tag == String(describing: name)
    }

    private mutating func reportNoTag(_ key: StaticString) {
        if conventions == nil { return report(missing: key) }
        report(.missing, detail: .noTag(key: String(describing: key)))
    }
}
