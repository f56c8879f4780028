// Objects. The functions for members check the innermost object that `object` or `model` has entered.
extension Validator {
    /// An object.
    public mutating func object() {
        if word.tag != TapeWord.object { report(type: .object) }
    }

    /// An object; runs `check` on its members.
    @inlinable
    public mutating func object(_ check: (inout Validator) -> Void) {
        guard word.tag == TapeWord.object else { return reportModel() }
        withMembers(check)
    }

    @usableFromInline
    @inline(never)
    mutating func reportModel() { report(.model) }

    /// The schema of `T`: its members, if it is an object schema.
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

    /// A required member.
    @inlinable
    public mutating func required(_ key: StaticString) {
        if isStopped { return }
        if members.find(key, in: tape) < 0 { report(missing: key) }
    }

    /// A required member; runs `check` on its value.
    @inlinable
    public mutating func required(_ key: StaticString, _ check: (inout Validator) -> Void) {
        if isStopped { return }
        let value = members.find(key, in: tape)
        if value < 0 { report(missing: key) } else { visit(value, check) }
    }

    /// A read-only or write-only member, which is required in one direction and optional in the other.
    @inlinable
    public mutating func required(_ key: StaticString, of direction: Direction) {
        if direction == self.direction { required(key) } else { optional(key) }
    }

    /// A read-only or write-only member, which is required in one direction; runs `check` on its value.
    @inlinable
    public mutating func required(
        _ key: StaticString, of direction: Direction, _ check: (inout Validator) -> Void
    ) {
        if direction == self.direction { required(key, check) } else { optional(key, check) }
    }

    /// An optional member; runs `check` on its value.
    @inlinable
    public mutating func optional(_ key: StaticString, _ check: (inout Validator) -> Void) {
        if isStopped { return }
        let value = members.find(key, in: tape)
        if value >= 0 { visit(value, check) }
    }

    /// An optional member with any value.
    @inlinable
    public mutating func optional(_ key: StaticString) { _ = members.find(key, in: tape) }

    /// No members except those that earlier calls have named.
    @inlinable
    public mutating func noAdditionalProperties() {
        if !isStopped, !members.isExhausted { reportAdditionalProperties() }
    }

    @usableFromInline
    @inline(never)
    mutating func reportAdditionalProperties() {
        forEachOther { $0.report(.additionalProperty, at: $1, key: nil) }
    }

    /// Runs `check` on the value of each member that no earlier call has named.
    @inlinable
    public mutating func additionalProperties(_ check: (inout Validator) -> Void) {
        forEachOther { $0.visit($1, check) }
    }

    /// The number of members that the object has; keys that occur twice count once.
    public mutating func propertyCount(min: Int? = nil, max: Int? = nil) {
        let count = tape.distinctKeyCount(object: index)
        if let min, count < min { report(.minProperties(min, actual: count)) }
        if let max, count > max { report(.maxProperties(max, actual: count)) }
    }

    /// An object with any keys.
    public mutating func map(minProperties: Int? = nil, maxProperties: Int? = nil) {
        guard word.tag == TapeWord.object else { return report(type: .object) }
        if minProperties != nil || maxProperties != nil { propertyCount(min: minProperties, max: maxProperties) }
        if let account = notes?.account { account.kept.insert(index) }
    }

    /// An object with any keys; runs `keys` on each key, as a string, and `values` on each value.
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

    /// Checks a key; issues are reported for the key.
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
    /// The number of members of an object, where those with the same key count once; 0 for any other kind.
    func distinctKeyCount(object: Int) -> Int {
        let cursor = MemberCursor(self, object: object)
        if cursor.isUnique { return cursor.count }
        var count = 0
        cursor.forEachOther(in: self) { _, _ in count += 1 }
        return count
    }
}
