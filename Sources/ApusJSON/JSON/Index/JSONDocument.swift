#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Converts a string that the format of a type does not allow to a value of the type; returns `nil` if that is not possible either.
@usableFromInline package typealias LaxStrings =
    @Sendable (_ type: Any.Type, _ text: UnsafeBufferPointer<UInt8>) -> Any?

/// A JSON text that is read once: it is checked completely against RFC 8259 and indexed, so that every value can be reached,
/// skipped and read again without parsing.
///
///     let document = try JSONDocument(#"{"title": "Ship it"}"#)
///     document.root["title"]?.string    // "Ship it"
///
/// The document contains a copy of the bytes; views, errors and validators refer to it. Immutable, hence `Sendable`.
public final class JSONDocument: @unchecked Sendable {
    @usableFromInline let tape: JSONTape

    /// The memory of the text, and of the index unless that has outgrown it. It is owned.
    private let block: UnsafeMutablePointer<UInt64>

    /// The length of the text in bytes.
    public let byteCount: Int

    /// Reads strings that do not match the format of their type; `nil` if such strings are not read.
    package let laxStrings: LaxStrings?

    /// Reads UTF-8 text. A leading byte order mark is accepted.
    ///
    /// - Throws: ``JSONSyntaxError`` for the first error.
    @inlinable
    public convenience init(_ bytes: some ContiguousBytes, limits: JSONLimits = .standard) throws(JSONSyntaxError) {
        let index = bytes.withUnsafeBytes { text in
            Result { () throws(JSONSyntaxError) in try JSONIndex(text, limits: limits) }
        }
        self.init(try index.get())
    }

    /// Reads the input of a server that accepts more strings than their formats allow.
    package convenience init(_ bytes: [UInt8], laxStrings: LaxStrings?) throws(JSONSyntaxError) {
        let index = bytes.withUnsafeBytes { text in
            Result { () throws(JSONSyntaxError) in try JSONIndex(text, limits: .standard) }
        }
        self.init(try index.get(), laxStrings: laxStrings)
    }

    @usableFromInline
    init(_ index: JSONIndex, laxStrings: LaxStrings? = nil) {
        tape = index.tape
        block = index.block
        byteCount = index.byteCount
        self.laxStrings = laxStrings
    }

    /// Reads text.
    public convenience init(_ text: String, limits: JSONLimits = .standard) throws(JSONSyntaxError) {
        try self.init(Array(text.utf8), limits: limits)
    }

    deinit {
        if tape.words != UnsafePointer(block) { tape.words.deallocate() }
        block.deallocate()
    }

    /// The root value of the document.
    @inlinable public var root: JSONView { JSONView(document: self, index: 0) }
}
