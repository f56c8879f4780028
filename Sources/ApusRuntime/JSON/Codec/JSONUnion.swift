/// One of several types of JSON values.
public protocol JSONUnion: JSONCodable, Codable, Hashable, Sendable {}

// A union takes the first case whose type reads the value as the document has it in mind. What is only read leniently, such
// as a date-time without an offset beside a string, goes to the first case that does where no other takes it.
extension JSONView {
    /// The first case whose type reads this value; where none does, the value as it stands.
    ///
    ///     self = try json.first(Self.string, Self.integer, otherwise: Self.other)
    @inlinable
    public func first<Union, each Member: JSONDecodable>(
        _ cases: repeat @escaping (each Member) -> Union,
        otherwise: (JSONValue) -> Union
    ) throws(JSONError) -> Union {
        var lenient: Union?
        for make in repeat each cases {
            if let union = attempt(make, &lenient) { return union }
        }
        if let lenient { return lenient }
        return otherwise(try JSONValue(json: self))
    }

    /// The first case whose type reads this value.
    ///
    /// - Throws: ``JSONError`` of kind `noMember` where none does.
    @inlinable
    public func first<Union, each Member: JSONDecodable>(
        _ cases: repeat @escaping (each Member) -> Union
    ) throws(JSONError) -> Union {
        var lenient: Union?
        for make in repeat each cases {
            if let union = attempt(make, &lenient) { return union }
        }
        if let lenient { return lenient }
        throw noMember()
    }

    /// The first case whose type reads this value and that its check allows: for types that differ in what they hold alone.
    ///
    ///     self = try json.first((Self.v4, { $0.string(format: .ipv4) }), (Self.v6, { $0.string(format: .ipv6) }))
    public func first<Union, each Member: JSONDecodable>(
        _ cases: repeat (make: (each Member) -> Union, check: Validator.Check),
        otherwise: ((JSONValue) -> Union)? = nil
    ) throws(JSONError) -> Union {
        var lenient: Union?
        for (make, check) in repeat each cases {
            guard let union = attempt(make, &lenient) else { continue }
            if Validator.validate(self, limit: 1, check).isValid { return union }
            lenient = lenient ?? union
        }
        if let lenient { return lenient }
        guard let otherwise else { throw noMember() }
        return otherwise(try JSONValue(json: self))
    }

    @inlinable
    func attempt<Union, Member: JSONDecodable>(_ make: (Member) -> Union, _ lenient: inout Union?) -> Union? {
        guard isPossible(Member.jsonShape) || isNull && Member.acceptsNull else { return nil }
        do throws(JSONError) {
            let union = make(try Member(json: self))
            if Member.isExact(self) { return union }
            lenient = lenient ?? union
        } catch {}
        return nil
    }

    /// Whether a type of this shape may read the value: spares the error that says that it does not.
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

    /// The string that the member `key` of this object has, nil where there is none: what tells a union's members apart.
    public func discriminator(_ key: StaticString) -> String? {
        guard kind == .object else { return nil }
        var cursor = MemberCursor(tape, object: index)
        let value = cursor.find(key, in: tape)
        return value < 0 ? nil : JSONView(document: document, index: value).string
    }

    /// The error for a value that is none of a union's members.
    public func noMember() -> JSONError { JSONError(.noMember, at: self) }
}
