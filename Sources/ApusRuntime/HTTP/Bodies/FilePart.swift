public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A file inside a `multipart/form-data` body.
public struct FilePart: Sendable, Hashable {
    /// The name that the sender gives the file, exactly as it was sent. Never use it unchecked as a path to write to.
    public var filename: String?
    /// The part's media type; `application/octet-stream` if the sender specifies none.
    public var contentType: String
    /// The part's other header fields.
    public var headers: HTTPFields
    /// The file's content. The system loads only the pages of a large file that are read; it is not held in memory.
    public var data: Data

    /// A file on disk to send, which is read while it is sent: it must not become shorter until then. The part has the file's own
    /// name unless `filename` is given.
    ///
    /// - Throws: an error if the file cannot be read.
    public init(
        file path: String,
        filename: String? = nil,
        contentType: String = "application/octet-stream",
        headers: HTTPFields = HTTPFields()
    ) throws {
        let file = try MappedFile(path)
        let name = path.split(separator: "/").last.map(String.init)
        self.init(
            filename: filename ?? name, contentType: contentType, headers: headers, data: file.data(0..<file.count)
        )
    }

    static let unknownType = "application/octet-stream"

    /// A file to send. Its name and media type are written as given. A file without a name gets the name of its part.
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
