#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A type that is read from JSON.
public protocol JSONDecodable {
    /// - Throws: ``JSONError`` with the path to the value that does not fit.
    init(json: borrowing JSONView) throws(JSONError)

    /// The kind of JSON that the type is read from, for text that is converted to JSON (parameters, forms). Default: `any`.
    static var jsonShape: JSONShape { get }

    /// Whether `null` is a value of the type, so that an optional property distinguishes it from an absent value. Default: no.
    static var acceptsNull: Bool { get }

    /// Whether a value that the type reads is one that the document intends, not one that is only read leniently: a date-time
    /// without an offset, a value that an enumeration does not list. It decides between the members of a union. Default: yes.
    static func isExact(_ json: borrowing JSONView) -> Bool
}

/// A type that is written as JSON.
public protocol JSONEncodable {
    /// Writes exactly one value.
    func write(to writer: inout JSONWriter)
}

/// A type that is read from JSON and written as JSON.
public typealias JSONCodable = JSONDecodable & JSONEncodable

/// The kind of JSON that a type is read from.
public indirect enum JSONShape: Hashable, Sendable {
    /// JSON of several kinds, or of a kind that the type does not specify.
    case any
    /// `true` or `false`
    case boolean
    /// A number without a fraction.
    case integer
    /// Any number.
    case number
    /// A string.
    case string
    /// An array with the shape of its elements.
    case array(JSONShape)
    /// An object with the shape of its values.
    case object(JSONShape)

    // Created once, since a case with a payload takes memory.
    static let anyArray = JSONShape.array(.any)
    static let anyObject = JSONShape.object(.any)
}

extension JSONDecodable {
    public static var jsonShape: JSONShape { .any }

    @inlinable public static var acceptsNull: Bool { false }

    @inlinable public static func isExact(_ json: borrowing JSONView) -> Bool { true }

    /// Reads UTF-8 text.
    ///
    ///     let request = try UpdateConversationRequest(jsonBytes: body)
    ///
    /// - Throws: ``JSONError``; of kind `syntax` if the bytes are not JSON.
    @inlinable
    public init(jsonBytes bytes: some ContiguousBytes, limits: JSONLimits = .standard) throws(JSONError) {
        let document: JSONDocument
        do throws(JSONSyntaxError) {
            document = try JSONDocument(bytes, limits: limits)
        } catch {
            throw JSONError(error)
        }
        try self.init(json: document.root)
    }

    /// Reads text.
    ///
    /// - Throws: ``JSONError``; of kind `syntax` if the text is not JSON.
    @inlinable
    public init(jsonText text: String, limits: JSONLimits = .standard) throws(JSONError) {
        try self.init(jsonBytes: Array(text.utf8), limits: limits)
    }
}

extension JSONEncodable {
    /// The value as compact UTF-8 text.
    ///
    /// - Throws: ``JSONError`` of kind `unwritable`: see ``JSONWriter``.
    @inlinable
    public func jsonBytes() throws(JSONError) -> [UInt8] {
        var writer = JSONWriter()
        write(to: &writer)
        return try writer.finish()
    }

    /// The value as compact text.
    ///
    /// - Throws: ``JSONError`` of kind `unwritable`: see ``JSONWriter``.
    public func jsonText() throws(JSONError) -> String { String(decoding: try jsonBytes(), as: UTF8.self) }
}

extension JSONView {
    /// Reads the value as a `T`.
    @inlinable
    public func decode<T: JSONDecodable>(_ type: T.Type = T.self) throws(JSONError) -> T { try T(json: self) }
}
