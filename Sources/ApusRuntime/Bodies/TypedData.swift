#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Bytes of a type that the document leaves open: a body of `image/*`.
public struct TypedData: Sendable, Hashable {
    /// The media type: `image/png`.
    public var contentType: String
    /// The content.
    public var data: Data

    /// Bytes to send, with their media type.
    public init(contentType: String, data: Data) {
        self.contentType = contentType
        self.data = data
    }
}
