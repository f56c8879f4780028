import ApusRuntime
import Foundation
import HTTPTypes
import Synchronization

/// Connects a generated client with a scripted response or with a generated server, and records what is sent over the wire.
///
///     wire.answer(200, "\"done\"")
///     await wire.row("c(theme: dark)", sends: "GET /c", headers: ["Cookie": "theme=dark"]) {
///         let done = try await client.c(theme: "dark")
///         wire.expect(done, "done")
///     }
final class Wire: ClientTransport {
    /// One call in the table.
    struct Row {
        var call: String
        /// What was sent over the wire, one exchange after the other.
        var exchanges: [Exchange] = []
        var problems: [String] = []
    }

    typealias Responder = @Sendable (TransportRequest) async throws -> TransportResponse

    private struct State {
        var rows: [Row] = []
        var responder: Responder = { _ in throw Problem("this case has no answer") }
    }

    private let state = Mutex(State())

    var rows: [Row] { state.withLock { $0.rows } }

    // MARK: Who answers

    /// Requests are answered with these bytes, which nothing validates.
    func answer(_ status: Int, _ headers: [String: String], _ body: String = "") {
        var fields = HTTPFields()
        for (name, value) in headers { fields[HTTPField.Name(name)!] = value }
        let head = HTTPResponse(status: .init(code: status), headerFields: fields)
        state.withLock { state in state.responder = { _ in TransportResponse(head: head, body: HTTPBody(body)) } }
    }

    /// Requests are answered with JSON.
    func answer(_ status: Int, _ json: String) { answer(status, ["Content-Type": "application/json"], json) }

    /// Requests are answered by a generated server.
    func serve(_ server: some APIServer) {
        let inner = InMemoryTransport(server)
        state.withLock { state in state.responder = { try await inner.send($0) } }
    }

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        let sent = try await request.body?.bytes() ?? []
        let respond = state.withLock { $0.responder }
        var copy = request
        copy.body = request.body.map { _ in HTTPBody(sent) }
        record(Exchange(request.head, sent))
        let response = try await respond(copy)
        let answered = try await response.body.bytes()
        state.withLock { state in
            guard let row = state.rows.indices.last, let last = state.rows[row].exchanges.indices.last else { return }
            state.rows[row].exchanges[last].answer(response.head, answered)
        }
        return TransportResponse(head: response.head, body: HTTPBody(answered))
    }

    private func record(_ exchange: Exchange) {
        state.withLock { state in
            guard let row = state.rows.indices.last else { return }
            state.rows[row].exchanges.append(exchange)
        }
    }

    /// Sends a literal request that was not created by a client: `POST /s`.
    @discardableResult
    func request(_ line: String, _ headers: [String: String], _ body: String = "") async throws -> Exchange {
        let parts = line.split(separator: " ").map(String.init)
        var head = HTTPRequest(method: .init(parts[0])!, scheme: "http", authority: "test", path: parts[1])
        for (name, value) in headers { head.headerFields[HTTPField.Name(name)!] = value }
        _ = try await send(TransportRequest(head: head, body: HTTPBody(body)))
        return try last
    }

    func request(_ line: String, json: String) async throws -> Exchange {
        try await request(line, ["Content-Type": "application/json"], json)
    }

    /// The latest exchange of the row.
    var last: Exchange {
        get throws {
            guard let exchange = rows.last?.exchanges.last else { throw Problem("nothing was sent") }
            return exchange
        }
    }

    // MARK: Rows

    /// Adds a row to the table: a call, and the request line, the body and the header fields that it must send.
    ///
    /// - Parameters:
    /// - sends: `PATCH /u {"name":"x"}`; `nil` if the row is about the response.
    /// - headers: the exact value of each field; `nil` for a field that must be absent.
    func row(
        _ call: String, sends: String? = nil, headers: [String: String?] = [:], _ body: () async throws -> Void
    ) async {
        state.withLock { $0.rows.append(Row(call: call)) }
        do { try await body() } catch { problem("throws \(error)") }
        if let sends {
            let sent = rows.last?.exchanges.last?.request
            if sent != sends { problem("sends \(sent ?? "nothing")") }
        }
        for (name, value) in headers {
            let found = rows.last?.exchanges.last?.header(name)
            if found != value { problem("sends \(name): \(found ?? "nothing")") }
        }
    }

    /// A call that must throw before anything is sent.
    func refusedRow(_ call: String, _ body: () async throws -> Void) async {
        await row(call) {
            do {
                try await body()
                problem("is not refused")
            } catch {
                let isRefusal = "\(error)".hasPrefix("The request was not sent")
                expect(isRefusal, "throws \(error)")
                expect(rows.last?.exchanges.isEmpty == true, "sends something")
            }
        }
    }

    func problem(_ text: String) {
        state.withLock { state in
            guard let row = state.rows.indices.last else { return }
            state.rows[row].problems.append(text)
        }
    }

    func expect(_ condition: Bool, _ text: @autoclosure () throws -> String) rethrows {
        if !condition { try problem(text()) }
    }

    func expect<Value: Equatable>(_ found: Value, _ wanted: Value) {
        if found != wanted { problem("\(found) instead of \(wanted)") }
    }

    /// Compares two JSON texts, ignoring the order of members.
    func expect(json found: String, _ wanted: String) {
        let isSame = (try? JSONValue(jsonText: found)) == (try? JSONValue(jsonText: wanted))
        if !isSame { problem("\(found) instead of \(wanted)") }
    }
}

struct Problem: Error, CustomStringConvertible {
    var description: String
    init(_ description: String) { self.description = description }
}
