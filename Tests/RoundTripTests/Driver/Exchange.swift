import ApusRuntime
import Foundation
import HTTPTypes
import Synchronization

/// One call: the case with its input, and the results at both ends and on the wire.
final class Exchange: Sendable {
    private let item: JSONView
    private let state = Mutex<[String: [String: JSONValue]]>(["received": [:]])

    init(_ item: JSONView) { self.item = item }

    var result: JSONValue { .object(state.withLock { $0.mapValues(JSONValue.object) }) }

    // MARK: What goes in

    var status: Int { item["status"].flatMap { Int($0.text) } ?? 0 }

    /// Whether the call has none of these arguments.
    func lacks(_ places: [String]) -> Bool { places.allSatisfy { find($0) == nil } }

    /// `path/conversation_id`, `query/limit`, `json`, `form/files`
    func argument<Value: JSONDecodable>(_ place: String) throws -> Value {
        guard let json = find(place) else { throw MissingArgument(place: place) }
        return try json.decode()
    }

    func optionalArgument<Value: JSONDecodable>(_ place: String) throws -> Value? {
        try find(place).flatMap { json in json.isNull ? nil : try json.decode() }
    }

    func answer<Value: JSONDecodable>() throws -> Value {
        guard let json = item["answer"] else { throw MissingArgument(place: "answer") }
        return try json.decode()
    }

    private func find(_ place: String) -> JSONView? {
        if place == "json" { return item["body"]?["json"] }
        if place.hasPrefix("form/") { return item["body"]?["form"]?[String(place.dropFirst(5))] }
        return item["parameters"]?[place]
    }

    // MARK: What comes out

    /// The value that the server received for an argument.
    func receive<Value: JSONEncodable>(_ place: String, _ value: Value?) throws {
        guard let value else { return }
        try add("received", [place: .string(try value.jsonText())])
    }

    func succeed<Value: JSONEncodable>(_ value: Value) throws { try fail(200, value) }

    /// What the client received: a result, or a documented failure.
    func fail<Value: JSONEncodable>(_ status: Int, _ value: Value) throws {
        try add("outcome", ["status": JSONValue(encoding: status), "text": .string(try value.jsonText())])
    }

    fileprivate func add(_ key: String, _ members: [String: JSONValue]) throws {
        state.withLock { $0[key, default: [:]].merge(members) { $1 } }
    }
}

struct MissingArgument: Error {
    var place: String
}

/// Connects client and server, and records what is sent between them.
struct CapturingTransport: ClientTransport {
    private let exchange: Exchange
    private let inner: InMemoryTransport

    init(_ exchange: Exchange, _ server: some APIServer) {
        self.exchange = exchange
        inner = InMemoryTransport(server)
    }

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        let fields = request.head.headerFields
        let key = HTTPField.Name("X-Session-API-Key").flatMap { fields[$0] }
        let sent = try await request.body?.bytes() ?? []
        try exchange.add(
            "request",
            [
                "method": .string(request.head.method.rawValue), "path": .string(request.head.path ?? ""),
                "key": .string(key ?? ""), "contentType": .string(fields[.contentType] ?? ""),
                "body": .string(String(decoding: sent, as: UTF8.self)),
                "bytes": .string(Data(sent).base64EncodedString()),
            ]
        )
        let response = try await inner.send(request)
        let answered = try await response.body.bytes()
        try exchange.add(
            "response",
            [
                "status": JSONValue(encoding: response.head.status.code),
                "contentType": .string(response.head.headerFields[.contentType] ?? ""),
                "body": .string(String(decoding: answered, as: UTF8.self)),
            ]
        )
        return response
    }
}

/// A file in a case and in a result: `{"filename", "contentType", "data"}`.
struct CaseFile: JSONCodable {
    var file: FilePart

    init(_ file: FilePart) { self.file = file }

    init(json: borrowing JSONView) throws(JSONError) {
        var object = try JSONObjectReader(json)
        file = FilePart(
            filename: try object.optional("filename"),
            contentType: try object.required("contentType"),
            data: try object.required("data")
        )
    }

    func write(to writer: inout JSONWriter) {
        writer.object { object in
            object.writeNullable("filename", file.filename)
            object.write("contentType", file.contentType)
            object.write("data", file.data)
        }
    }
}

extension Exchange {
    func argument(_ place: String) throws -> [FilePart] {
        let files: [CaseFile] = try argument(place)
        return files.map(\.file)
    }

    func receive(_ place: String, _ files: [FilePart]) throws { try receive(place, files.map(CaseFile.init)) }
}
