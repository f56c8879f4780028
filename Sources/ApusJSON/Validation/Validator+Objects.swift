// Objects. The functions for members check the innermost object that `object` or `model` has entered.
extension Validator {
    /// An object.
    public mutating func object() {
        if word.tag != TapeWord.object { report(type: .object) }
    }

    /// An object, with the checks that `check` makes of its members.
    @inlinable
    public mutating func object(_ check: (inout Validator) -> Void) {
        guard word.tag == TapeWord.object else { return reportModel() }
        withMembers(check)
    }

    @usableFromInline
    @inline(never)
    mutating func reportModel() { report(.model) }

    /// The schema of `T`: its members, where it is one of objects.
    @inlinable
    public mutating func model<T: Validated>(_ type: T.Type) {
        if isInNestedTrial { return judge(type) }
        enter(type)
    }

    @inlinable
    @inline(__always)
    mutating func enter<T: Validated>(_ type: T.Type) {
        if T.validatesObject { object(T.validate) } else { T.validate(&self) }
    }

    /// The schema of `T`.
    @inlinable
    public mutating func value<T: Validated>(_ type: T.Type) { model(type) }

    /// A member that must be there.
    @inlinable
    public mutating func required(_ key: StaticString) {
        if isStopped { return }
        if members.find(key, in: tape) < 0 { report(missing: key) }
    }

    /// A member that must be there, with the checks that `check` makes of its value.
    @inlinable
    public mutating func required(_ key: StaticString, _ check: (inout Validator) -> Void) {
        if isStopped { return }
        let value = members.find(key, in: tape)
        if value < 0 { report(missing: key) } else { visit(value, check) }
    }

    /// A read-only or write-only member, which must be there in one direction and may be there in the other.
    @inlinable
    public mutating func required(_ key: StaticString, of direction: Direction) {
        if direction == self.direction { required(key) } else { optional(key) }
    }

    /// A read-only or write-only member, which must be there in one direction, with the checks that `check` makes of its value.
    @inlinable
    public mutating func required(
        _ key: StaticString, of direction: Direction, _ check: (inout Validator) -> Void
    ) {
        if direction == self.direction { required(key, check) } else { optional(key, check) }
    }

    /// A member that may be there, with the checks that `check` makes of its value.
    @inlinable
    public mutating func optional(_ key: StaticString, _ check: (inout Validator) -> Void) {
        if isStopped { return }
        let value = members.find(key, in: tape)
        if value >= 0 { visit(value, check) }
    }

    /// A member that may be there, whatever its value.
    @inlinable
    public mutating func optional(_ key: StaticString) { _ = members.find(key, in: tape) }

    /// No members but those that calls before have named.
    @inlinable
    public mutating func noAdditionalProperties() {
        if !isStopped, !members.isExhausted { reportAdditionalProperties() }
    }

    @usableFromInline
    @inline(never)
    mutating func reportAdditionalProperties() {
        forEachOther { $0.report(.additionalProperty, at: $1, key: nil) }
    }

    /// The members that no call before has named, with the checks that `check` makes of each one's value.
    @inlinable
    public mutating func additionalProperties(_ check: (inout Validator) -> Void) {
        forEachOther { $0.visit($1, check) }
    }

    /// How many members the object has; keys that occur twice count once.
    public mutating func propertyCount(min: Int? = nil, max: Int? = nil) {
        let count = tape.distinctKeyCount(object: index)
        if let min, count < min { report(.minProperties(min, actual: count)) }
        if let max, count > max { report(.maxProperties(max, actual: count)) }
    }

    /// An object of any keys.
    public mutating func map(minProperties: Int? = nil, maxProperties: Int? = nil) {
        guard word.tag == TapeWord.object else { return report(type: .object) }
        if minProperties != nil || maxProperties != nil { propertyCount(min: minProperties, max: maxProperties) }
        if let account = notes?.account { account.kept.insert(index) }
    }

    /// An object of any keys, with the checks that `keys` makes of each key, as a string, and `values` of each value.
    @inlinable
    public mutating func map(
        minProperties: Int? = nil, maxProperties: Int? = nil, keys: ((inout Validator) -> Void)? = nil,
        _ values: (inout Validator) -> Void
    ) {
        guard word.tag == TapeWord.object else { return report(type: .object) }
        if minProperties != nil || maxProperties != nil { propertyCount(min: minProperties, max: maxProperties) }
        let members = MemberCursor(tape, object: index)
        members.forEachOther(in: tape) { key, value in
            if isStopped { return }
            if let keys { visitKey(key, keys) }
            visit(value, values)
        }
        if evaluation.instance == index { markMembers() }
    }

    /// Checks a key; what is found is about the key.
    @usableFromInline
    mutating func visitKey(_ key: Int, _ check: (inout Validator) -> Void) {
        let reported = issues.count
        visit(key, check)
        for position in issues.indices.dropFirst(reported) {
            var issue = issues[position]
            let note = issue.note
            issue = ValidationIssue(.propertyName(issue.kind), path: issue.path, offset: issue.offset)
            issue.note = note
            issues[position] = issue
        }
    }
}

extension JSONTape {
    /// How many members an object has, those of one key counted once; 0 for any other kind.
    func distinctKeyCount(object: Int) -> Int {
        let cursor = MemberCursor(self, object: object)
        if cursor.isUnique { return cursor.count }
        var count = 0
        cursor.forEachOther(in: self) { _, _ in count += 1 }
        return count
    }
}
