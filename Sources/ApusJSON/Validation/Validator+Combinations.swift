// Alternatives. A trial runs an alternative's checks up to the first issue, and keeps no issues. Only if the whole check fails are
// they run again, to report what is wrong for each alternative.
extension Validator {
    /// A function that checks the validator's current value against a schema.
    public typealias Check = (inout Validator) -> Void

    /// `null`, or what `check` allows.
    @inlinable
    public mutating func nullable(_ check: (inout Validator) -> Void) {
        if word.tag != TapeWord.null { check(&self) }
    }

    // An array of closures that capture nothing, such as those in generated code, is made at compile time.

    /// At least one of the alternatives.
    public mutating func anyOf(_ alternatives: Check...) {
        var fits = false
        for alternative in alternatives where succeeds(alternative) {
            // What another alternative evaluates counts too.
            guard evaluation.instance == index else { return }
            fits = true
        }
        guard !fits, startReport() else { return }
        let found = alternatives.map { findings($0) }
        endReport(.anyOf(found), at: index)
    }

    /// At least one of the alternatives, each with its name in a server's response.
    ///
    ///     value.anyOf(("int", { $0.integer() }), ("str", { $0.string() }))
    public mutating func anyOf(_ alternatives: (name: StaticString, check: Check)...) {
        var fits = false
        for alternative in alternatives where succeeds(alternative.check) {
            guard evaluation.instance == index else { return }
            fits = true
        }
        guard !fits, startReport() else { return }
        let found = alternatives.map { alternative in findings { $0.labelled(alternative.name, alternative.check) } }
        endReport(.anyOf(found), at: index)
    }

    /// Exactly one of the alternatives.
    public mutating func oneOf(_ alternatives: Check...) {
        let matches = alternatives.count { succeeds($0) }
        guard matches != 1, startReport() else { return }
        let found = matches == 0 ? alternatives.map { findings($0) } : []
        endReport(.oneOf(matches: matches, found), at: index)
    }

    /// All of the parts.
    public mutating func allOf(_ parts: Check...) {
        for part in parts where !isStopped { part(&self) }
    }

    /// Any value that `check` does not allow.
    public mutating func not(_ check: (inout Validator) -> Void) {
        let evaluated = evaluation.children.count
        if succeeds(check) { report(.not) }
        evaluation.children.removeLast(evaluation.children.count - evaluated)
    }

    /// What `then` allows if `condition` allows the value; otherwise, what `otherwise` allows.
    public mutating func conditional(
        _ condition: (inout Validator) -> Void, then: (inout Validator) -> Void = { $0.any() },
        else otherwise: (inout Validator) -> Void = { $0.any() }
    ) {
        if succeeds(condition) { then(&self) } else { otherwise(&self) }
    }

    mutating func succeeds(_ check: (inout Validator) -> Void) -> Bool {
        let wasStopped = isStopped
        let evaluated = evaluation.children.count
        isStopped = false
        trials += 1
        check(&self)
        trials -= 1
        defer { isStopped = wasStopped }
        // A check that failed has evaluated nothing.
        if isStopped { evaluation.children.removeLast(evaluation.children.count - evaluated) }
        return !isStopped
    }

    /// The issues that `check` reports.
    private mutating func findings(_ check: Check) -> [ValidationIssue] {
        var outer: [ValidationIssue] = []
        swap(&outer, &issues)
        if !isStopped { check(&self) }
        swap(&outer, &issues)
        return outer
    }
}

// Models in nested trials.
extension Validator {
    @usableFromInline var isInNestedTrial: Bool { trials > 1 }

    /// Stops unless the value matches the schema of `T`, which is checked only once.
    @usableFromInline
    mutating func judge<T: Validated>(_ type: T.Type) {
        // A verdict does not say what was evaluated, or where a dynamic reference would lead in another context.
        if evaluation.instance == index || !dynamicAnchors.isEmpty { return enter(type) }
        let key = TrialNotes.Verdict(type: ObjectIdentifier(type), index: index)
        let notes = self.notes ?? TrialNotes()
        self.notes = notes
        if let isValid = notes.verdicts[key] {
            isStopped = isStopped || !isValid
            return
        }
        let isValid = succeeds { $0.enter(type) }
        notes.verdicts[key] = isValid
        isStopped = isStopped || !isValid
    }
}
