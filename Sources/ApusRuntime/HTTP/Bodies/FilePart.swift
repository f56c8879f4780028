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
    /// The file's content. Of a large one, the system reads what is looked at: it is not held in memory.
    public var data: Data

    /// A file of the file system to send, which is read while it is sent: it must not become shorter until then. It is called
    /// as it is there unless `filename` says otherwise.
    ///
    /// - Throws: why the file cannot be read.
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

    /// A file to send; its name and media type are written as they are given. Without a name it is called as its part.
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
