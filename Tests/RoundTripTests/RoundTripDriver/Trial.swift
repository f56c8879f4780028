import ApusRuntime
import Foundation
import HTTPTypes
import Synchronization

/// One call of an operation: what was sent in each direction, and what did not arrive as it was sent.
final class Trial: Sendable {
    fileprivate struct State {
        var records: [[String: JSONValue]] = []
        var problems: [JSONValue] = []
        var round = 0
        var status = 0
        var answer: ServerResponse?
    }

    private let state = Mutex(State())

    var round: Int { state.withLock { $0.round } }

    /// The captured records, one for each call.
    var records: [JSONValue] {
        state.withLock { state in
            state.close()
            return state.records.map(JSONValue.object)
        }
    }

    func begin(_ operation: String, round: Int, status: Int) {
        state.withLock { state in
            state.close()
            state.round = round
            state.status = status
            state.records.append(["operation": .string(operation), "status": .number(JSONNumber(status))])
        }
    }

    func report(_ problem: String) { state.withLock { $0.problems.append(.string(problem)) } }

    /// The value that the server received for an argument.
    func expect<Value: Equatable>(_ place: String, _ found: Value?, _ wanted: Value) {
        if found != wanted { report("\(place): \(String(describing: found)) instead of \(wanted)") }
    }

    func expect(_ place: String, _ found: HTTPBody?, _ wanted: HTTPBody) {
        expect(place, found?.buffered, wanted.buffered ?? [])
    }

    // MARK: What the client got

    func succeed(_ value: some JSONEncodable & Equatable) { same { try value.jsonBytes() } }
    func succeed(_ text: String) { same(orText: text) { try text.jsonBytes() } }
    func succeed(_ data: Data) { same { Array(data) } }
    func succeed(_ body: HTTPBody) { same { body.buffered ?? [] } }
    func succeed(_: Void) { same { [] } }

    func fail(_ response: ServerResponse) { same { response.body.buffered ?? [] } }

    /// Checks that the value is written as it was received.
    private func same(orText text: String? = nil, _ bytes: () throws -> [UInt8]) {
        guard let sent = state.withLock({ $0.answer }) else { return report("no answer") }
        let written = (try? bytes()) ?? []
        let answer = sent.body.buffered ?? []
        let isText = text.map { Array($0.utf8) == answer } ?? false
        if written != answer, !isText {
            report(
                "read \(String(decoding: written, as: UTF8.self)) instead of \(String(decoding: answer, as: UTF8.self))"
            )
        }
    }

    // MARK: Transport

    func transport(to server: some APIServer) -> some ClientTransport { CapturingTransport(self, server) }

    fileprivate func capture(_ request: TransportRequest, _ response: TransportResponse) {
        state.withLock { state in
            let answer = ServerResponse(
                status: response.head.status, headers: response.head.headerFields, body: response.body
            )
            state.answer = answer
            guard !state.records.isEmpty else { return }
            if answer.status.code != state.status {
                state.problems.append(.string("status \(answer.status.code) instead of \(state.status)"))
            }
            let last = state.records.count - 1
            state.records[last]["path"] = .string(request.head.path ?? "")
            state.records[last]["request"] = Self.body(request.head.headerFields, request.body?.buffered ?? [])
            state.records[last]["response"] = Self.body(response.head.headerFields, response.body.buffered ?? [])
        }
    }

    private static func body(_ headers: HTTPFields, _ bytes: [UInt8]) -> JSONValue {
        [
            "contentType": .string(headers[.contentType] ?? ""),
            "body": .string(String(decoding: bytes, as: UTF8.self)),
        ]
    }
}

extension Trial.State {
    /// Ends the current record.
    fileprivate mutating func close() {
        if !records.isEmpty, !problems.isEmpty { records[records.count - 1]["problems"] = .array(problems) }
        problems = []
        answer = nil
    }
}

struct Unanswered: Error {}

private struct CapturingTransport: ClientTransport {
    let trial: Trial
    let inner: InMemoryTransport

    init(_ trial: Trial, _ server: some APIServer) {
        self.trial = trial
        inner = InMemoryTransport(server)
    }

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        let response = try await inner.send(request)
        trial.capture(request, response)
        return response
    }
}

/// `driver RESULTS`
@main
enum Driver {
    static func main() async throws {
        guard CommandLine.arguments.count == 2 else { exit(64) }
        let trial = Trial()
        for run in trials { try await run(trial) }
        let text = try JSONValue.array(trial.records).jsonText()
        try Data(text.utf8).write(to: URL(filePath: CommandLine.arguments[1]))
    }
}
