/// Bytes that are not JSON as RFC 8259 defines it, or that exceed a limit.
public struct JSONSyntaxError: Error, Hashable, Sendable {
    /// The rule that the bytes break.
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

    /// The rule that the bytes break.
    public let kind: Kind

    /// A human-readable description of the error: `expected ',' or '}'`.
    public let message: String

    /// The position of the error, in bytes from the start of the document (including a byte order mark). For ASCII documents, it is
    /// the position that Python's `json` module reports.
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
