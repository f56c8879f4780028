#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A string as a value of a type, whose format does not allow what the string says; nil where it is not one all the same.
@usableFromInline package typealias LaxStrings =
    @Sendable (_ type: Any.Type, _ text: UnsafeBufferPointer<UInt8>) -> Any?

/// A JSON text, read once: checked in whole against RFC 8259 and indexed, so that every value can be reached, skipped and
/// read again without parsing.
///
///     let document = try JSONDocument(#"{"title": "Ship it"}"#)
///     document.root["title"]?.string    // "Ship it"
///
/// The document holds a copy of the bytes; views, errors and validators refer to it. Immutable, hence `Sendable`.
public final class JSONDocument: @unchecked Sendable {
    @usableFromInline let tape: JSONTape

    /// Holds the text, and the index too unless that has outgrown it. Owned.
    private let block: UnsafeMutablePointer<UInt64>

    /// The length of the text in bytes.
    public let byteCount: Int

    /// How strings are read that are not written as the format of their type has it; nil: not at all.
    package let laxStrings: LaxStrings?

    /// Reads UTF-8 text. A leading byte order mark is accepted.
    ///
    /// - Throws: ``JSONSyntaxError`` for the first thing that is wrong.
    @inlinable
    public convenience init(_ bytes: some ContiguousBytes, limits: JSONLimits = .standard) throws(JSONSyntaxError) {
        let index = bytes.withUnsafeBytes { text in
            Result { () throws(JSONSyntaxError) in try JSONIndex(text, limits: limits) }
        }
        self.init(try index.get())
    }

    /// Reads what a server was sent that takes more than the formats of strings allow.
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

    /// The value that is the document.
    @inlinable public var root: JSONView { JSONView(document: self, index: 0) }
}
