// Values of each type.
extension Validator {
    /// Any value.
    @inlinable
    public mutating func any() {}

    /// No value.
    public mutating func never() { report(.never) }

    /// `null` and nothing else.
    @inlinable
    public mutating func null() {
        if word.tag != TapeWord.null { report(type: .null) }
    }

    /// `true` or `false`.
    @inlinable
    public mutating func boolean() {
        if word.tag != TapeWord.boolean { report(type: .boolean) }
    }

    /// An integer. This includes `1.0` and `1e2`, as in JSON Schema, except for a server with other conventions.
    @inlinable
    public mutating func integer(
        minimum: NumberBound? = nil, exclusiveMinimum: NumberBound? = nil, maximum: NumberBound? = nil,
        exclusiveMaximum: NumberBound? = nil, multipleOf: NumberBound? = nil
    ) {
        let word = word
        guard word.tag == TapeWord.number,
            word.bits & TapeWord.integer != 0 || takesWholeNumbers && tape.isInteger(word)
        else {
            return report(type: .integer)
        }
        bounds(minimum, exclusiveMinimum, maximum, exclusiveMaximum, multipleOf)
    }

    /// A number. It is compared with the limits digit by digit, not rounded to a `Double` first.
    @inlinable
    public mutating func number(
        minimum: NumberBound? = nil, exclusiveMinimum: NumberBound? = nil, maximum: NumberBound? = nil,
        exclusiveMaximum: NumberBound? = nil, multipleOf: NumberBound? = nil
    ) {
        guard word.tag == TapeWord.number else { return report(type: .number) }
        bounds(minimum, exclusiveMinimum, maximum, exclusiveMaximum, multipleOf)
    }

    @inlinable
    @inline(__always)
    mutating func bounds(
        _ minimum: NumberBound?, _ exclusiveMinimum: NumberBound?, _ maximum: NumberBound?,
        _ exclusiveMaximum: NumberBound?, _ multipleOf: NumberBound?
    ) {
        if let minimum { check(minimum: minimum) }
        if let exclusiveMinimum { check(exclusiveMinimum: exclusiveMinimum) }
        if let maximum { check(maximum: maximum) }
        if let exclusiveMaximum { check(exclusiveMaximum: exclusiveMaximum) }
        if let multipleOf { check(multipleOf: multipleOf) }
    }

    @usableFromInline
    mutating func check(minimum bound: NumberBound) {
        if tape.compare(word, bound) < 0 { report(.minimum(bound.number)) }
    }

    @usableFromInline
    mutating func check(exclusiveMinimum bound: NumberBound) {
        if tape.compare(word, bound) <= 0 { report(.exclusiveMinimum(bound.number)) }
    }

    @usableFromInline
    mutating func check(maximum bound: NumberBound) {
        if tape.compare(word, bound) > 0 { report(.maximum(bound.number)) }
    }

    @usableFromInline
    mutating func check(exclusiveMaximum bound: NumberBound) {
        if tape.compare(word, bound) >= 0 { report(.exclusiveMaximum(bound.number)) }
    }

    @usableFromInline
    mutating func check(multipleOf divisor: NumberBound) {
        if !tape.isMultiple(word, of: divisor) { report(.multipleOf(divisor.number)) }
    }

    /// A string. Lengths are in code points.
    @inlinable
    public mutating func string(
        minLength: Int? = nil, maxLength: Int? = nil, pattern: StringPattern? = nil, format: StringFormat? = nil
    ) {
        let word = word
        guard word.tag == TapeWord.string else { return reportNoString(format) }
        if !word.hasLength(atLeast: minLength, atMost: maxLength) { checkLength(minLength, maxLength) }
        if let pattern { check(pattern) }
        if let format { check(format, maxLength) }
    }

    @usableFromInline
    mutating func checkLength(_ minLength: Int?, _ maxLength: Int?) {
        let length = tape.scalarCount(of: word)
        if let minLength, length < minLength { report(.minLength(minLength)) }
        if let maxLength, length > maxLength { report(.maxLength(maxLength)) }
    }

    /// A string that contains a match of an ECMA-262 pattern: see ``StringPattern``. The pattern is a literal, which is compiled
    /// when it is first used.
    @inlinable
    public mutating func string(
        minLength: Int? = nil, maxLength: Int? = nil, pattern: StaticString, format: StringFormat? = nil
    ) {
        let word = word
        guard word.tag == TapeWord.string else { return reportNoString(format) }
        if !word.hasLength(atLeast: minLength, atMost: maxLength) { checkLength(minLength, maxLength) }
        check(pattern)
        if let format { check(format, maxLength) }
    }

    @usableFromInline
    mutating func check(_ pattern: StaticString) { check(PatternCache.pattern(pattern)) }

    @usableFromInline
    mutating func check(_ pattern: StringPattern) {
        switch tape.withString(word, pattern.outcome) {
        case .match: break
        case .noMatch: report(.pattern(pattern.source))
        case .undecided:
            report(.pattern(pattern.source), message: "takes too many steps to match \(pattern.source)")
        }
    }

    @usableFromInline
    mutating func check(_ format: StringFormat, _ maxLength: Int?) {
        if let conventions, checkByConvention(conventions, format, maxLength) { return }
        if !tape.withString(word, format.accepts) { report(.format(format.name)) }
    }

    @usableFromInline
    @inline(never)
    mutating func reportNoString(_ format: StringFormat?) {
        let row = format.flatMap { [conventions] format in conventions?.format(format.name) }
        report(.type([.string]), detail: row.map { .wording($0.noString) })
    }
}

// Arrays.
extension Validator {
    /// An array of anything.
    public mutating func array(minItems: Int? = nil, maxItems: Int? = nil, uniqueItems: Bool = false) {
        guard word.tag == TapeWord.array else { return reportNoArray(isSet: uniqueItems) }
        if minItems != nil || maxItems != nil { checkCount(minItems, maxItems, isSet: uniqueItems) }
        if uniqueItems { checkUniqueItems() }
    }

    /// An array; runs `check` on each element.
    @inlinable
    public mutating func array(
        minItems: Int? = nil, maxItems: Int? = nil, uniqueItems: Bool = false, _ check: (inout Validator) -> Void
    ) {
        guard word.tag == TapeWord.array else { return reportNoArray(isSet: uniqueItems) }
        if minItems != nil || maxItems != nil { checkCount(minItems, maxItems, isSet: uniqueItems) }
        if uniqueItems { checkUniqueItems() }
        var element = index &+ 2
        for _ in 0..<word.length where !isStopped {
            visit(element, check)
            element = tape.indexAfter(element)
        }
        if evaluation.instance == index { markElements(from: 0) }
    }

    @usableFromInline
    @inline(never)
    mutating func reportNoArray(isSet: Bool) { report(.type([.array]), detail: isSet ? .set : nil) }

    @usableFromInline
    mutating func checkCount(_ minItems: Int?, _ maxItems: Int?, isSet: Bool) {
        let count = isSet && conventions != nil && view.equalElements() != nil ? distinctCount() : word.length
        if let minItems, count < minItems {
            report(.minItems(minItems, actual: count), detail: isSet ? .set : nil)
        }
        if let maxItems, count > maxItems {
            report(.maxItems(maxItems, actual: count), detail: isSet ? .set : nil)
        }
    }

    @usableFromInline
    mutating func checkUniqueItems() {
        if let (first, second) = view.equalElements() { report(.uniqueItems(first, second)) }
    }
}

// Enumerations.
extension Validator {
    /// One of these strings.
    @inlinable
    public mutating func enumeration(_ values: StaticString...) {
        for value in values where tape.isString(word, value) { return }
        report(enumeration: values)
    }

    @usableFromInline
    @inline(never)
    mutating func report(enumeration values: [StaticString]) {
        report(.enumeration(values.map { .string(String(describing: $0)) }))
    }

    /// One of the strings that an enumeration names.
    @inlinable
    public mutating func enumeration<T: CaseIterable & RawRepresentable<String>>(_ type: T.Type) {
        for value in T.allCases where tape.isString(word, value.rawValue) { return }
        report(.enumeration(T.allCases.map { .string($0.rawValue) }))
    }

    /// One of the numbers that an enumeration names.
    @inlinable
    public mutating func enumeration<T: CaseIterable & RawRepresentable>(_ type: T.Type)
    where T.RawValue: JSONEncodable {
        let view = view
        for value in T.allCases where view.isEqual(value.rawValue) { return }
        report(.enumeration(T.allCases.map { (try? JSONValue(encoding: $0.rawValue)) ?? .null }))
    }

    /// One of these values, each given as JSON text: `constants("1", "\"x\"", "null")`.
    public mutating func constants(_ texts: StaticString...) { listed(texts, isLiteral: true) }

    /// One of the values of an enumeration that has its own name, each given as JSON text: `cases("1", "2")`.
    public mutating func cases(_ texts: StaticString...) { listed(texts, isLiteral: false) }

    private mutating func listed(_ texts: [StaticString], isLiteral: Bool) {
        let view = view
        for text in texts where view.isEqual(json: text) { return }
        let values = texts.map { (try? JSONValue(jsonText: String(describing: $0))) ?? .null }
        report(.enumeration(values), detail: isLiteral ? .literal : nil)
    }

    /// One of the strings of an enumeration that has no name in the document.
    public mutating func literal<T: CaseIterable & RawRepresentable<String>>(_ type: T.Type) {
        for value in T.allCases where tape.isString(word, value.rawValue) { return }
        let values = T.allCases.map { JSONValue.string($0.rawValue) }
        report(.enumeration(values), detail: .literal)
    }

    /// One of the numbers of an enumeration that has no name in the document.
    public mutating func literal<T: CaseIterable & RawRepresentable>(_ type: T.Type) where T.RawValue: JSONEncodable {
        let view = view
        for value in T.allCases where view.isEqual(value.rawValue) { return }
        let values = T.allCases.map { (try? JSONValue(encoding: $0.rawValue)) ?? .null }
        report(.enumeration(values), detail: .literal)
    }
}
