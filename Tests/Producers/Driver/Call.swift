import ApusRuntime
import ApusURLSession
import Foundation
import HTTPTypes
import Synchronization

/// One call of an operation: its arguments, and what is recorded about it.
final class Call: Sendable {
    let server: String
    let transport: any ClientTransport
    private let arguments: [String: JSONValue]
    private let record = Mutex<[String: JSONValue]>([:])

    init(server: String, number: Int, arguments: [String: JSONValue]) {
        self.server = server
        self.arguments = arguments
        transport = NumberedTransport(number: number)
    }

    struct Missing: Error {
        var place: String
    }

    // MARK: Arguments

    /// `place`: `query limit`, or `body`.
    func argument<Value: JSONDecodable>(_ place: String, as type: Value.Type) throws -> Value {
        guard let value = try optional(place, as: type) else { throw Missing(place: place) }
        return value
    }

    func optional<Value: JSONDecodable>(_ place: String, as type: Value.Type) throws -> Value? {
        try arguments[place].map { try Value(jsonText: try $0.jsonText()) }
    }

    func bytes() throws -> HTTPBody {
        guard let body = try optionalBytes() else { throw Missing(place: "body") }
        return body
    }

    func optionalBytes() throws -> HTTPBody? {
        guard let text = try optional("body", as: String.self) else { return nil }
        guard text.hasPrefix("base64:"), let data = Data(base64Encoded: String(text.dropFirst(7))) else {
            return HTTPBody(Array(text.utf8))
        }
        return HTTPBody(Array(data))
    }

    func unknown<Body>() throws -> Body { throw Missing(place: "a value for the body") }

    /// Records the body that is sent, as the driver sees it.
    func send<Body>(_ body: Body) { note("body", Description.of(body)) }

    // MARK: Outcome

    func outcome<Value, Failure: OperationFailure>(
        _ send: () async throws(ClientError<Failure>) -> Value
    ) async -> Value? {
        do throws(ClientError<Failure>) { return try await send() } catch {
            switch error {
            case .documented(let failure, _):
                note("outcome", "documented")
                receive(failure.response)
            case .undocumented(let response):
                note("outcome", "undocumented")
                note("status", .number(JSONNumber(response.status)))
            case .transport(let error, _): fail("transport", "\(error)")
            case .decoding(let error): fail("decoding", "\(error)")
            case .invalidRequest(let error): fail("refused", "\(error)")
            }
            return nil
        }
    }

    func receive(_ value: some JSONEncodable) throws {
        note("value", try JSONValue(jsonText: try value.jsonText()))
    }

    func receive(_: Void) { note("value", .null) }

    func receive(_ data: Data) { note("bytes", .string(data.base64EncodedString())) }

    func receive(_ body: HTTPBody) async throws {
        note("bytes", .string(Data(try await body.bytes(upTo: 64 << 20)).base64EncodedString()))
    }

    func receive<Element: JSONEncodable>(_ items: ItemStream<Element>) async throws {
        var values: [JSONValue] = []
        for try await item in items { values.append(try JSONValue(jsonText: try item.jsonText())) }
        note("items", .array(values))
    }

    func receive<Value: JSONEncodable>(_ events: ItemStream<ServerSentEvent<Value>>) async throws {
        var values: [JSONValue] = []
        for try await event in events { values.append(try JSONValue(jsonText: try event.data.jsonText())) }
        note("items", .array(values))
    }

    /// Records a response as a server writes it.
    func receive(_ response: ServerResponse) {
        note("status", .number(JSONNumber(response.status.code)))
        note("written", .string(Data(response.body.buffered ?? []).base64EncodedString()))
    }

    func fail(_ outcome: String, _ message: String) {
        note("outcome", .string(outcome))
        note("message", .string(message))
    }

    private func note(_ key: String, _ value: JSONValue) { record.withLock { $0[key] = value } }

    var text: String { (try? JSONValue.object(record.withLock { $0 }).jsonText()) ?? "{}" }
}

/// Marks requests, so that they can be found in a recording.
private struct NumberedTransport: ClientTransport {
    let number: Int

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        var request = request
        if let name = HTTPField.Name("X-Apus-Call") { request.head.headerFields[name] = String(number) }
        return try await URLSessionTransport.shared.send(request)
    }
}

/// Values without a JSON form, such as multipart forms, described by their members.
enum Description {
    static func of(_ value: Any) -> JSONValue {
        switch value {
        case let file as FilePart:
            return [
                "filename": file.filename.map { .string($0) } ?? .null, "contentType": .string(file.contentType),
                "data": .string(file.data.base64EncodedString()),
            ]
        case let value as any JSONEncodable:
            return (try? JSONValue(jsonText: value.jsonText())) ?? .null
        default: break
        }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.map { of($0.value) } ?? .null
        case .collection: return .array(mirror.children.map { of($0.value) })
        case .enum: return mirror.children.first.map { of($0.value) } ?? .string("\(value)")
        default:
            let members = mirror.children.compactMap { child in child.label.map { ($0, of(child.value)) } }
            return .object(Dictionary(members) { $1 })
        }
    }
}
