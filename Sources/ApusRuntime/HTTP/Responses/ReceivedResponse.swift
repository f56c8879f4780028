public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A response as it came.
public struct ReceivedResponse: Sendable, Hashable {
    /// The status's number.
    public var status: Int
    /// The header fields.
    public var headers: HTTPFields
    /// The body's bytes; empty for none.
    public var body: Data

    /// For tests and for transports that answer by themselves.
    public init(status: Int, headers: HTTPFields = [:], body: Data = Data()) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The body as text, by its charset; `nil` where it is none.
    public var text: String? {
        TextCoding.decode(Array(body), charset: headers[.contentType].flatMap(MediaType.init)?.charset)
    }
}

extension ReceivedResponse: CustomStringConvertible {
    /// `404: {"detail":"..."}`, the body cut after 200 characters.
    public var description: String {
        guard !body.isEmpty else { return "\(status)" }
        guard let text else { return "\(status) and \(body.count) bytes" }
        return "\(status): \(text.count > 200 ? "\(text.prefix(200))..." : text)"
    }
}
