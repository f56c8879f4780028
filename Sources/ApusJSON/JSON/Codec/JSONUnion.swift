/// One of several types of JSON values.
public protocol JSONUnion: JSONCodable, Codable, Hashable, Sendable {}

// A value that fits only one case is read leniently, as values usually are: a date-time without an offset, a string that an
// enumeration does not list. If several cases are possible, the value must be one that the document intends for a case.
extension JSONView {
    /// The first case whose type reads this value; if none does, the value as it is.
    ///
    ///     self = try json.first(Self.string, Self.integer, otherwise: Self.other)
    @inlinable
    @_disfavoredOverload
    public func first<Union, each Member: JSONDecodable>(
        _ cases: repeat @escaping (each Member) -> Union,
        otherwise: (JSONValue) -> Union
    ) throws(JSONError) -> Union {
        var trial = UnionTrial<Union>()
        for make in repeat each cases {
            if let union = attempt(make, &trial) { return union }
        }
        if let union = trial.onlyLenient { return union }
        return otherwise(try JSONValue(json: self))
    }

    /// The first case whose type reads this value.
    ///
    /// - Throws: ``JSONError`` of kind `noMember` if none does.
    @inlinable
    @_disfavoredOverload
    public func first<Union, each Member: JSONDecodable>(
        _ cases: repeat @escaping (each Member) -> Union
    ) throws(JSONError) -> Union {
        var trial = UnionTrial<Union>()
        for make in repeat each cases {
            if let union = attempt(make, &trial) { return union }
        }
        if let union = trial.onlyLenient { return union }
        throw noMember()
    }

    // The same for a single case, which a discriminator has chosen.

    /// The case if its type reads this value; otherwise, the value as it is.
    @inlinable
    public func first<Union, Member: JSONDecodable>(
        _ make: (Member) -> Union, otherwise: (JSONValue) -> Union
    ) throws(JSONError) -> Union {
        if let member: Member = single() { return make(member) }
        return otherwise(try JSONValue(json: self))
    }

    /// The case if its type reads this value.
    ///
    /// - Throws: ``JSONError`` of kind `noMember` if it does not.
    @inlinable
    public func first<Union, Member: JSONDecodable>(_ make: (Member) -> Union) throws(JSONError) -> Union {
        guard let member: Member = single() else { throw noMember() }
        return make(member)
    }

    @inlinable
    func single<Member: JSONDecodable>() -> Member? {
        guard isPossible(Member.jsonShape) || isNull && Member.acceptsNull else { return nil }
        return try? Member(json: self)
    }

    @inlinable
    func attempt<Union, Member: JSONDecodable>(
        _ make: (Member) -> Union, _ trial: inout UnionTrial<Union>
    ) -> Union? {
        guard isPossible(Member.jsonShape) || isNull && Member.acceptsNull else { return nil }
        trial.count += 1
        do throws(JSONError) {
            let union = make(try Member(json: self))
            if Member.isExact(self) { return union }
            trial.lenient = union
        } catch {}
        return nil
    }

    /// Whether a type of this shape may read the value. This avoids creating an error if it does not.
    @usableFromInline
    func isPossible(_ shape: JSONShape) -> Bool {
        switch shape {
        case .any: true
        case .boolean: kind == .boolean
        case .integer, .number: kind == .number
        case .string: kind == .string
        case .array: kind == .array
        case .object: kind == .object
        }
    }

    /// The error for a value that fits none of a union's members.
    public func noMember() -> JSONError { JSONError(.noMember, at: self) }
}

/// The result of trying the cases of a union in turn.
@usableFromInline
struct UnionTrial<Union> {
    /// The number of cases that are possible for a value of this kind.
    @usableFromInline var count = 0
    /// The value as a case that reads it leniently.
    @usableFromInline var lenient: Union?

    @usableFromInline init() {}

    @inlinable var onlyLenient: Union? { count == 1 ? lenient : nil }
}

// Discriminators, which distinguish a union's members.
extension JSONView {
    /// The value of the member `key` of this object as text: a string, an integer or a boolean; `nil` for anything else.
    public func discriminator(_ key: StaticString) -> String? { member(key)?.tag }

    /// The same for a member of a member: `json.discriminator("meta", "kind")`.
    public func discriminator(_ key: StaticString, _ inner: StaticString) -> String? {
        member(key)?.member(inner)?.tag
    }

    private func member(_ key: StaticString) -> JSONView? {
        guard kind == .object else { return nil }
        var cursor = MemberCursor(tape, object: index)
        let value = cursor.find(key, in: tape)
        return value < 0 ? nil : JSONView(document: document, index: value)
    }

    /// `kind` for a string, `1` for a number without a fraction, `true` for a boolean.
    package var tag: String? {
        switch kind {
        case .string: string
        case .number: (try? Int(json: self)).map { String($0) }
        case .boolean: boolean.map { String($0) }
        case .null, .array, .object: nil
        }
    }
}

extension JSONWriter {
    /// Writes the members of a model after a member that specifies which of a union's members it is.
    ///
    ///     writer.write(tap, tag: "kind", "tap")
    @inlinable
    public mutating func write<Model: JSONModel>(_ model: Model, tag key: StaticString, _ value: String) {
        var object = JSONObjectWriter(self)
        object.write(key, value)
        model.write(to: &object)
        self = object.finish()
    }
}
