extension Array: JSONDecodable where Element: JSONDecodable {
    @inlinable
    public init(json: borrowing JSONView) throws(JSONError) {
        guard json.word.tag == TapeWord.array else { throw json.mismatch("an array") }
        self.init()
        reserveCapacity(json.count)
        var element = JSONView(document: json.document, index: json.index &+ 2)
        for _ in 0..<json.count {
            append(try Element(json: element))
            element.index = element.tape.indexAfter(element.index)
        }
    }

    public static var jsonShape: JSONShape { .array(Element.jsonShape) }

    @inlinable
    public static func isExact(_ json: borrowing JSONView) -> Bool { json.elements.allSatisfy { Element.isExact($0) } }
}

extension Array: JSONEncodable where Element: JSONEncodable {
    @inlinable
    public func write(to writer: inout JSONWriter) {
        var array = JSONArrayWriter(writer)
        // Through the buffer, elements are not copied.
        withUnsafeBufferPointer { elements in
            for index in elements.indices { array.write(elements[index]) }
        }
        writer = array.finish()
    }
}

extension Set: JSONDecodable where Element: JSONDecodable {
    public init(json: borrowing JSONView) throws(JSONError) { self.init(try [Element](json: json)) }

    public static var jsonShape: JSONShape { .array(Element.jsonShape) }
}

extension Set: JSONEncodable where Element: JSONEncodable {
    public func write(to writer: inout JSONWriter) { Array(self).write(to: &writer) }
}

/// The members of an object. If a key occurs twice, the last one wins. Keys that are canonically equivalent (`é` in its two
/// spellings) are the same key for Swift's dictionaries and therefore one entry; so are keys that spell the same value of `Key`.
extension Dictionary: JSONDecodable where Key: JSONKey, Value: JSONDecodable {
    @inlinable
    public init(json: borrowing JSONView) throws(JSONError) {
        var object = try JSONObjectReader(json)
        self = try object.additionalProperties(capacity: json.count)
    }

    public static var jsonShape: JSONShape { .object(Value.jsonShape) }

    @inlinable
    public static func isExact(_ json: borrowing JSONView) -> Bool {
        json.members.allSatisfy { Value.isExact($0.value) }
    }
}

extension Dictionary: JSONEncodable where Key: JSONKey, Value: JSONEncodable {
    /// Members are written in the order of their keys.
    @inlinable
    public func write(to writer: inout JSONWriter) { writer.object { $0.write(additionalProperties: self) } }
}

/// `null` is `nil`.
extension Optional: JSONDecodable where Wrapped: JSONDecodable {
    @inlinable
    public init(json: borrowing JSONView) throws(JSONError) {
        self = json.isNull && !Wrapped.acceptsNull ? nil : try Wrapped(json: json)
    }

    public static var jsonShape: JSONShape { Wrapped.jsonShape }

    @inlinable public static var acceptsNull: Bool { true }

    @inlinable
    public static func isExact(_ json: borrowing JSONView) -> Bool { json.isNull || Wrapped.isExact(json) }
}

extension Optional: JSONEncodable where Wrapped: JSONEncodable {
    @inlinable
    public func write(to writer: inout JSONWriter) {
        if let self { self.write(to: &writer) } else { writer.writeNull() }
    }
}
