package import Foundation
package import HTTPTypes

/// A line of `answers.jsonl`: a request and FastAPI's response. `make record-fastapi` writes it.
package struct RecordedAnswer: Decodable, Sendable {
    package var method: String
    package var path: String
    package var headers: [String: String]?
    package var body: String?
    package var status: Int
    package var detail: [AnswerEntry]?

    package init(
        method: String, path: String, headers: [String: String], body: String, status: Int, detail: [AnswerEntry]?
    ) {
        self.method = method
        self.path = path
        self.headers = headers
        self.body = body
        self.status = status
        self.detail = detail
    }

    /// The recorded answers in a fixture's folder: `update-conversation`.
    package static func all(ofFixture name: String) throws -> [RecordedAnswer] {
        let file = Self.fixtures.appending(path: "\(name)/answers.jsonl")
        let decoder = JSONDecoder()
        return try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).map {
            try decoder.decode(RecordedAnswer.self, from: Data($0))
        }
    }

    package static let fixtures = URL(filePath: #filePath).resolvingSymlinksInPath()
        .appending(path: "../../..").standardizedFileURL

    /// The whole request as text, for messages.
    package var request: String {
        "\(method) \(path) \(headers.map { "\($0.sorted { $0.key < $1.key }) " } ?? "")\(body ?? "")"
    }

    package var bytes: [UInt8] { Array((body ?? "").utf8) }

    /// The header fields that are sent, including the content type of a body.
    package var fields: HTTPFields {
        var fields = HTTPFields()
        for (name, value) in headers ?? [:] { if let name = HTTPField.Name(name) { fields[name] = value } }
        if body != nil { fields[.contentType] = "application/json" }
        return fields
    }

    package var head: HTTPRequest {
        HTTPRequest(
            method: HTTPRequest.Method(method) ?? .get, scheme: nil, authority: nil, path: path, headerFields: fields)
    }
}
