/// Bytes that are not JSON as RFC 8259 defines it, or that exceed a limit.
public struct JSONSyntaxError: Error, Hashable, Sendable {
    /// Which rule the bytes break.
    public enum Kind: Hashable, Sendable {
        /// The bytes break the grammar.
        case malformed
        /// The bytes are not UTF-8, or an escape sequence is half of a surrogate pair.
        case encoding
        /// Arrays and objects nest deeper than ``JSONLimits/depth``.
        case tooDeep(limit: Int)
        /// The document is longer than ``JSONLimits/byteCount``.
        case tooLong(limit: Int)
    }

    /// Which rule the bytes break.
    public let kind: Kind

    /// What is wrong, for people: `expected ',' or '}'`.
    public let message: String

    /// Where, in bytes from the start of the document (a byte order mark counts). Equal to the position that Python's
    /// `json` module gives, for ASCII documents.
    public let offset: Int

    /// `offset` is in bytes from the start of the document.
    public init(_ kind: Kind, _ message: String, offset: Int) {
        self.kind = kind
        self.message = message
        self.offset = offset
    }
}

extension JSONSyntaxError: CustomStringConvertible {
    public var description: String { "invalid JSON at byte \(offset): \(message)" }
}
