/// Reads the members of one JSON object into a model's properties.
///
/// Members that no call asks for are ignored. Asking for the members in their usual order is fastest.
public struct JSONObjectReader: ~Copyable {
    @usableFromInline let tape: JSONTape
    @usableFromInline var members: MemberCursor
    /// The member that was found last; keeps the document alive.
    @usableFromInline var member: JSONView

    /// - Throws: ``JSONError`` of kind `mismatch` unless `view` is an object.
    @inlinable
    public init(_ view: borrowing JSONView) throws(JSONError) {
        guard view.word.tag == TapeWord.object else { throw view.mismatch("an object") }
        tape = view.tape
        members = MemberCursor(view.tape, object: view.index)
        member = copy view
    }

    /// The object.
    public var view: JSONView { JSONView(document: member.document, index: members.object) }

    /// Reads a required member.
    @inlinable
    public mutating func required<T: JSONDecodable>(_ key: StaticString) throws(JSONError) -> T {
        member.index = members.find(key, in: tape)
        guard member.index >= 0 else { throw missing(key) }
        return try T(json: member)
    }

    /// Reads a member; `nil` if it is absent, or if it is `null` and `T` has no value for that.
    @inlinable
    public mutating func optional<T: JSONDecodable>(_ key: StaticString) throws(JSONError) -> T? {
        member.index = members.find(key, in: tape)
        if member.index < 0 || !T.acceptsNull && tape.word(at: member.index).tag == TapeWord.null { return nil }
        return try T(json: member)
    }

    /// Reads all members that no earlier call has asked for.
    ///
    /// - Parameter capacity: The expected number of members.
    @inlinable
    public mutating func additionalProperties<Key: JSONKey, T: JSONDecodable>(
        capacity: Int = 0
    ) throws(JSONError) -> [Key: T] {
        var properties = [Key: T](minimumCapacity: capacity)
        var member = member
        try members.forEachOther(in: tape) { key, value throws(JSONError) in
            member.index = value
            let text = tape.string(of: tape.word(at: key))
            guard let key = Key(jsonKey: text) else { throw JSONError(.unknownCase(text), at: member) }
            properties[key] = try T(json: member)
        }
        return properties
    }

    @usableFromInline
    @inline(never)
    func missing(_ key: StaticString) -> JSONError { JSONError(.missing, at: view, key: String(describing: key)) }
}
