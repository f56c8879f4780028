public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A file inside a `multipart/form-data` body.
public struct FilePart: Sendable, Hashable {
    /// The name that the sender gives the file, as it was sent: never a path to write to unchecked.
    public var filename: String?
    /// The part's media type, `application/octet-stream` where the sender names none.
    public var contentType: String
    /// The part's other header fields.
    public var headers: HTTPFields
    /// The file's content.
    public var data: Data

    static let unknownType = "application/octet-stream"

    /// A file to send; its name and media type are written as they are given.
    public init(
        filename: String? = nil,
        contentType: String = "application/octet-stream",
        headers: HTTPFields = HTTPFields(),
        data: Data
    ) {
        self.headers = headers
        self.filename = filename
        self.contentType = contentType
        self.data = data
    }
}
