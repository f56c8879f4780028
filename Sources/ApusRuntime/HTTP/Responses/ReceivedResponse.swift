public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A response as it was received.
public struct ReceivedResponse: Sendable, Hashable {
    /// The status code.
    public var status: Int
    /// The header fields.
    public var headers: HTTPFields
    /// The body's bytes; empty for none.
    public var body: Data
    /// The operation that it answers.
    public internal(set) var operation = ClientOperation.unknown

    /// For tests, and for transports that respond themselves.
    public init(status: Int, headers: HTTPFields = [:], body: Data = Data()) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The body as text, decoded with its charset; `nil` if it is not text.
    public var text: String? {
        TextCoding.decode(Array(body), charset: headers[.contentType].flatMap(MediaType.init)?.charset)
    }
}

extension ReceivedResponse: CustomStringConvertible {
    /// `404: {"detail":"..."}`, the body truncated to 200 characters.
    public var description: String {
        guard !body.isEmpty else { return "\(status)" }
        guard let text else { return "\(status) and \(body.count) bytes" }
        return "\(status): \(text.count > 200 ? "\(text.prefix(200))..." : text)"
    }
}
