import ApusRuntime
import Foundation
import HTTPTypes
import Testing

/// Many calls to a server in trouble: it loses connections, stalls, refuses requests for a while, and changes its token.
@Suite(.serialized) struct FaultTests {
    private static let count = 240

    /// What the server does with each attempt of each call, the same in every run.
    private final class Trouble: Sendable {
        struct Attempts: Sendable {
            /// Those that were not refused with 401.
            var count = 0
            var keys: Set<String> = []
        }

        /// The newest token. The last eight are accepted, so that no call is refused twice.
        let token = Counter(0)
        let refusals = Counter(0)
        let calls = Counter<[String: Attempts]>([:])
        let gate = Gate()

        func reply(to request: WireRequest) -> Reply {
            let presented = request.values("Authorization").first.flatMap { Int($0.dropFirst("Bearer ".count)) } ?? -8
            guard token.value - presented < 8 else {
                refusals.change { $0 += 1 }
                return Reply(status: 401, body: .bytes([]))
            }
            let call = request.values("X-Call").first ?? ""
            var number = 0
            calls.change { calls in
                calls[call, default: Attempts()].count += 1
                calls[call]?.keys.formUnion(request.values("Idempotency-Key"))
                number = calls[call]?.count ?? 0
            }
            switch ((Int(call) ?? 0) * 7 + number) % 13 {
            case 0, 1: return Reply(isDropped: true)
            case 2: return Reply(status: 429, fields: [("Retry-After", "0")], body: .bytes([]))
            case 3, 4: return Reply(status: 503, body: .bytes([]))
            case 5 where number == 1: return Reply(gate: gate)
            case 6:
                token.change { $0 += 1 }
                return .text("ok")
            default: return .text("ok")
            }
        }
    }

    private enum Kind: CaseIterable {
        case get, put, post, postWithKey

        var method: HTTPRequest.Method {
            switch self {
            case .get: .get
            case .put: .put
            case .post, .postWithKey: .post
            }
        }
    }

    private static func kind(of call: Int) -> Kind { Kind.allCases[call % Kind.allCases.count] }

    private static func client(_ wire: Wire, _ trouble: Trouble) -> ScriptedClient {
        var retries = RetryMiddleware(limit: 12, budget: RetryBudget(capacity: 100_000))
        retries.base = .milliseconds(1)
        retries.longestBackoff = .milliseconds(20)
        retries.attemptTimeout = .milliseconds(400)
        let token = Credentials<ScriptedClient>.Scheme.bearer("token")
        return wire.client.with(
            timeout: .seconds(60), credentials: token.renewed { "\(trouble.token.value)" }, middleware: retries)
    }

    /// The text of the response; `nil` for an error.
    private static func call(_ number: Int, _ client: ScriptedClient) async -> String? {
        var request = ClientRequest(kind(of: number).method, "/a", security: ["token"])
        request.header("X-Call", number)
        if kind(of: number) != .get { request.json("body \(number)") }
        var client = client
        switch kind(of: number) {
        case .get, .put: break
        // Without a key, nothing ends a request to a server that stalls, except the time-out of the call.
        case .post: client.connection.timeout = .seconds(1)
        case .postWithKey: client.connection.middleware.insert(.idempotencyKeys(header: "Idempotency-Key"), at: 0)
        }
        return try? await client.text(request)
    }

    @Test(.timeLimit(.minutes(2)), arguments: Carrier.allCases) func eachCallIsAnswered(carrier: Carrier) async throws {
        let trouble = Trouble()
        defer { trouble.gate.open() }
        try await withWire(carrier) {
            trouble.reply(to: $0)
        } _: { wire in
            let client = Self.client(wire, trouble)
            let answers = await withTaskGroup(of: (Int, String?).self) { group in
                var answers: [(number: Int, text: String?)] = []
                for number in 0..<Self.count {
                    if number >= 16, let answer = await group.next() { answers.append(answer) }
                    group.addTask { (number, await Self.call(number, client)) }
                }
                for await answer in group { answers.append(answer) }
                return answers
            }
            #expect(Set(answers.map(\.number)).count == Self.count && answers.count == Self.count)
            for answer in answers {
                let attempts = try #require(trouble.calls.value["\(answer.number)"])
                switch Self.kind(of: answer.number) {
                case .get, .put: #expect(answer.text == "ok" && attempts.keys.isEmpty)
                case .postWithKey: #expect(answer.text == "ok" && attempts.keys.count == 1)
                case .post: #expect(attempts.count == 1 && attempts.keys.isEmpty, "\(answer)")
                }
            }
            // The trouble was real.
            #expect(trouble.refusals.value > 1 && answers.contains { $0.text == nil })
            #expect(trouble.calls.value.values.contains { $0.count > 2 })
        }
    }
}
