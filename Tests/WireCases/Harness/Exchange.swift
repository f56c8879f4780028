import ApusRuntime
import Foundation
import HTTPTypes

/// A request and its response, as they are on the wire.
struct Exchange: Sendable {
    /// Method, path and body: `PATCH /u {"name":"x"}`.
    private(set) var request: String
    private(set) var body: String
    private let requestFields: HTTPFields
    private(set) var status = 0
    private(set) var answerBody = ""
    private var answerFields = HTTPFields()

    init(_ head: HTTPRequest, _ body: [UInt8]) {
        requestFields = head.headerFields
        self.body = String(decoding: body, as: UTF8.self)
        let line = "\(head.method.rawValue) \(head.path ?? "")"
        request = self.body.isEmpty ? line : "\(line) \(self.body)"
    }

    mutating func answer(_ head: HTTPResponse, _ body: [UInt8]) {
        status = head.status.code
        answerFields = head.headerFields
        answerBody = String(decoding: body, as: UTF8.self)
    }

    /// A field of the request; lines with the same name are shown one after the other.
    func header(_ name: String) -> String? { Self.value(name, requestFields) }

    /// A field of the response.
    func answerHeader(_ name: String) -> String? { Self.value(name, answerFields) }

    private static func value(_ name: String, _ fields: HTTPFields) -> String? {
        let values = fields.filter { $0.name.canonicalName == name.lowercased() }.map(\.value)
        return values.isEmpty ? nil : values.joined(separator: " + ")
    }

    /// The media types that the request asks for, without parameters.
    var accepts: Set<String> {
        let types = (header("Accept") ?? "").split(separator: ",").map { $0.prefix { $0 != ";" } }
        return Set(types.map { $0.trimmingCharacters(in: .whitespaces) })
    }

    /// Both on one line, without the boundary of a form, which does not matter in the table.
    var text: String {
        let answer = status == 0 ? "" : " => \(status)" + Self.text(answerFields, answerBody)
        return String(request.prefix { $0 != " " }) + " " + path + Self.text(requestFields, body) + answer
    }

    private var path: String { String(request.split(separator: " ", maxSplits: 2)[1]) }

    private static func text(_ fields: HTTPFields, _ body: String) -> String {
        var body = body
        let type = fields[.contentType] ?? ""
        if let start = type.range(of: "boundary=") { body = body.replacing(type[start.upperBound...], with: "B") }
        let lines = fields.map { field in
            let value = field.value.prefix { _ in true }
            return "\(field.name): \(value.replacing(/boundary=.*/, with: "boundary=B"))"
        }
        let shown = body.replacing("\r", with: "\\r").replacing("\n", with: "\\n")
        return lines.map { " | \($0)" }.joined() + (shown.isEmpty ? "" : " | \(shown)")
    }
}
