// Assertions that apply to values of one type, and ignore others.
extension Validator {
    /// Runs `check` on a value of the type, and accepts any other value. For numbers use `.number`.
    @inlinable
    public mutating func when(_ type: JSONType, _ check: (inout Validator) -> Void) {
        if isOf(type) { check(&self) }
    }

    @usableFromInline
    func isOf(_ type: JSONType) -> Bool {
        switch type {
        case .null: word.tag == TapeWord.null
        case .boolean: word.tag == TapeWord.boolean
        case .number: word.tag == TapeWord.number
        case .integer: word.tag == TapeWord.number && tape.isInteger(word)
        case .string: word.tag == TapeWord.string
        case .array: word.tag == TapeWord.array
        case .object: word.tag == TapeWord.object
        }
    }

    /// Members that an object must have, with any values; unlike with `required`, they do not count as named.
    public mutating func present(_ keys: StaticString...) {
        guard word.tag == TapeWord.object else { return }
        for key in keys where !has(key) { report(missing: key) }
    }

    /// Members that an object must have if it has the one that `key` names.
    public mutating func dependentRequired(_ key: StaticString, _ required: StaticString...) {
        guard word.tag == TapeWord.object, has(key) else { return }
        for other in required where !has(other) {
            report(.dependentRequired(String(describing: key)), at: index, key: String(describing: other))
        }
    }

    /// Runs `check` on an object that has the member that `key` names.
    public mutating func dependentSchema(_ key: StaticString, _ check: (inout Validator) -> Void) {
        if word.tag == TapeWord.object, has(key) { check(&self) }
    }

    /// Runs `check` on every key of an object, as a string.
    public mutating func propertyNames(_ check: (inout Validator) -> Void) {
        guard word.tag == TapeWord.object else { return }
        MemberCursor(tape, object: index).forEachOther(in: tape) { key, _ in
            if !isStopped { visitKey(key, check) }
        }
    }

    private func has(_ key: StaticString) -> Bool {
        MemberCursor(tape, object: index).value(of: key, in: tape) >= 0
    }
}

// Elements of arrays, by their positions and by their contents.
extension Validator {
    /// An array with as many elements as there are checks; runs one check on each.
    public mutating func tuple(_ checks: Check...) {
        guard word.tag == TapeWord.array else { return report(.type([.array]), detail: .tuple) }
        let (count, expected) = (word.length, checks.count)
        if count > expected {
            report(.maxItems(expected, actual: count), detail: .tuple)
        }
        first(checks)
        if count >= expected { return }
        if conventions == nil { return report(.minItems(expected, actual: count)) }
        for position in count..<expected where startReport() {
            endReport(.missing, at: index)
            issues[issues.count - 1].path.append(.index(position))
        }
    }

    /// Runs one check on each of the first elements of an array.
    public mutating func prefixItems(_ checks: Check...) { first(checks) }

    private mutating func first(_ checks: [Check]) {
        guard word.tag == TapeWord.array else { return }
        var element = index + 2
        for check in checks.prefix(word.length) where !isStopped {
            visit(element, check)
            if evaluation.instance == index { evaluation.children.append(element) }
            element = tape.indexAfter(element)
        }
    }

    /// Runs `check` on each element of an array except the first ones.
    public mutating func items(after count: Int, _ check: (inout Validator) -> Void) {
        guard word.tag == TapeWord.array else { return }
        var element = index + 2
        for position in 0..<word.length where !isStopped {
            if position >= count { visit(element, check) }
            element = tape.indexAfter(element)
        }
        if evaluation.instance == index { markElements(from: count) }
    }

    /// The number of elements of an array that must match `check`.
    public mutating func contains(min: Int = 1, max: Int? = nil, _ check: (inout Validator) -> Void) {
        guard word.tag == TapeWord.array else { return }
        var matches = 0
        var element = index + 2
        for _ in 0..<word.length where !isStopped {
            var fits = false
            visit(element) { fits = $0.succeeds(check) }
            if fits {
                matches += 1
                if evaluation.instance == index { evaluation.children.append(element) }
            }
            element = tape.indexAfter(element)
        }
        if isStopped { return }
        if matches < min { report(.minContains(min, actual: matches)) }
        if let max, matches > max { report(.maxContains(max, actual: matches)) }
    }
}

// Members whose keys match patterns.
extension Validator {
    /// Runs `check` on each member whose key matches, of the object that `object` has entered. The pattern is a literal, which is
    /// compiled when it is first used.
    public mutating func patternProperties(_ pattern: StaticString, _ check: (inout Validator) -> Void) {
        patternProperties(PatternCache.pattern(pattern), check)
    }

    /// Runs `check` on each member whose key matches, of the object that `object` has entered.
    public mutating func patternProperties(_ pattern: StringPattern, _ check: (inout Validator) -> Void) {
        MemberCursor(tape, object: index).forEachOther(in: tape) { key, value in
            let key = tape.word(at: key)
            if isStopped { return }
            switch tape.withString(key, pattern.outcome) {
            case .noMatch: return
            case .match: visit(value, check)
            case .undecided:
                visit(value) {
                    $0.report(.pattern(pattern.source), message: "takes too many steps to match \(pattern.source)")
                }
            }
            tape.withString(key) { _ = members.find($0, in: tape) }
        }
    }
}
