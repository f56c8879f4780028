/// A JSON array with a type for each position (`prefixItems`). Generated types conform with one line per element:
///
///     public init(json elements: inout JSONArrayReader) throws(JSONError) { latitude = try elements.required() }
///     public func write(to elements: inout JSONArrayWriter) { elements.write(latitude) }
///
/// Conformance to `Codable` is included: see <doc:JSONAndCodable>.
public protocol JSONTuple: JSONCodable, Codable, Hashable, Sendable {
    /// Reads the elements in turn.
    ///
    /// - Throws: ``JSONError`` with the path to the first element that does not fit, or to the array that is too short.
    init(json elements: inout JSONArrayReader) throws(JSONError)
    /// Writes the elements in turn.
    func write(to elements: inout JSONArrayWriter)
}

extension JSONTuple {
    public init(json: borrowing JSONView) throws(JSONError) {
        var elements = try JSONArrayReader(json)
        try self.init(json: &elements)
    }

    public func write(to writer: inout JSONWriter) {
        var elements = JSONArrayWriter(writer)
        write(to: &elements)
        writer = elements.finish()
    }

    public static var jsonShape: JSONShape { .anyArray }
}

/// Reads the elements of one JSON array, each as a type of its own. Elements that no call reads are ignored.
public struct JSONArrayReader: ~Copyable {
    /// The array.
    public let view: JSONView
    private var elements: JSONElements
    private var position = 0

    /// - Throws: ``JSONError`` of kind `mismatch` unless `view` is an array.
    public init(_ view: borrowing JSONView) throws(JSONError) {
        guard view.kind == .array else { throw view.mismatch("an array") }
        self.view = copy view
        elements = view.elements
    }

    /// Reads the next element, which is required.
    public mutating func required<T: JSONDecodable>() throws(JSONError) -> T {
        position += 1
        guard let element = elements.next() else {
            throw JSONError(
                .other("an array of \(position) or more elements is expected, but the length is \(view.count)"),
                at: view)
        }
        return try T(json: element)
    }

    /// Reads the next element; `nil` if the array has ended, or if it is `null` and `T` has no value for that.
    public mutating func optional<T: JSONDecodable>() throws(JSONError) -> T? {
        position += 1
        guard let element = elements.next(), !element.isNull || T.acceptsNull else { return nil }
        return try T(json: element)
    }

    /// Reads all elements that no earlier call has read.
    public mutating func rest<T: JSONDecodable>() throws(JSONError) -> [T] {
        var rest: [T] = []
        while let element = elements.next() { rest.append(try T(json: element)) }
        return rest
    }
}
