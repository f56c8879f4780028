// Alternatives. A trial runs an alternative's checks up to the first issue and keeps none; only when the whole turns out
// to fail are they run again, to say what each of them misses.
extension Validator {
    public typealias Check = (inout Validator) -> Void

    /// `null`, or what `check` allows.
    @inlinable
    public mutating func nullable(_ check: (inout Validator) -> Void) {
        if word.tag != TapeWord.null { check(&self) }
    }

    // Named parameters before the variadic one: an array of closures would be memory.

    /// At least one of the alternatives.
    public mutating func anyOf(
        _ first: Check, _ second: Check, _ third: Check? = nil, _ fourth: Check? = nil, _ others: Check...
    ) {
        if succeeds(first) || succeeds(second) || succeeds(third) || succeeds(fourth) { return }
        for other in others where succeeds(other) { return }
        guard startReport() else { return }
        let found = [findings(first), findings(second), findings(third), findings(fourth)] + others.map { findings($0) }
        endReport(.anyOf(found.compactMap(\.self)), at: index)
    }

    /// Exactly one of the alternatives.
    public mutating func oneOf(
        _ first: Check, _ second: Check, _ third: Check? = nil, _ fourth: Check? = nil, _ others: Check...
    ) {
        var matches = (succeeds(first) ? 1 : 0) + (succeeds(second) ? 1 : 0)
        matches += (succeeds(third) ? 1 : 0) + (succeeds(fourth) ? 1 : 0)
        for other in others where succeeds(other) { matches += 1 }
        guard matches != 1, startReport() else { return }
        if matches > 1 { return endReport(.oneOf(matches: matches, []), at: index) }
        let found = [findings(first), findings(second), findings(third), findings(fourth)] + others.map { findings($0) }
        endReport(.oneOf(matches: 0, found.compactMap(\.self)), at: index)
    }

    /// All of the parts.
    @inlinable
    public mutating func allOf(_ first: Check, _ second: Check, _ others: Check...) {
        first(&self)
        if !isStopped { second(&self) }
        for other in others where !isStopped { other(&self) }
    }

    /// Nothing that `check` allows.
    public mutating func not(_ check: Check) {
        if succeeds(check) { report(.not) }
    }

    /// Whether the value fits. An alternative that is not there does not.
    private mutating func succeeds(_ check: Check?) -> Bool {
        if let check { succeeds(check) } else { false }
    }

    private mutating func succeeds(_ check: Check) -> Bool {
        let wasStopped = isStopped
        isStopped = false
        trials += 1
        check(&self)
        trials -= 1
        defer { isStopped = wasStopped }
        return !isStopped
    }

    /// What an alternative reports; nil for one that is not there.
    private mutating func findings(_ check: Check?) -> [ValidationIssue]? {
        if let check { findings(check) } else { nil }
    }

    private mutating func findings(_ check: Check) -> [ValidationIssue]? {
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

    /// Stops unless the value fits the schema of `T`, which is found out once only.
    @usableFromInline
    mutating func judge<T: Validated>(_ type: T.Type) {
        let key = Verdict(type: ObjectIdentifier(type), index: index)
        if let isValid = verdicts[key] {
            isStopped = isStopped || !isValid
            return
        }
        let isValid = succeeds { value in
            if T.validatesObject { value.object(T.validate) } else { T.validate(&value) }
        }
        verdicts[key] = isValid
        isStopped = isStopped || !isValid
    }
}
