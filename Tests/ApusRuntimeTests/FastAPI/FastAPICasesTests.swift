import Foundation
import HTTPTypes
import Testing

@testable import ApusRuntime

/// What FastAPI answered to 189 bodies, beside the repository: status, and `loc`, `msg` and `type` in their order.
@Suite struct FastAPICasesTests {
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        struct Entry: Decodable, Equatable, Sendable {
            var loc: [Component]
            var msg: String
            var type: String
        }

        enum Component: Decodable, Equatable, Sendable {
            case key(String)
            case index(Int)

            init(from decoder: any Decoder) throws {
                let container = try decoder.singleValueContainer()
                self = try (try? container.decode(Int.self)).map { .index($0) } ?? .key(container.decode(String.self))
            }
        }

        var name: String
        var body: Data
        var status: Int
        var detail: [Entry]?

        var testDescription: String { name }
    }

    static let file = URL(filePath: #filePath).resolvingSymlinksInPath()
        .appending(path: "../../../../../shared/fastapi/cases.jsonl").standardizedFileURL

    static let cases: [Case] = {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        return text.split(separator: "\n").compactMap {
            try? JSONDecoder().decode(Case.self, from: Data($0.utf8))
        }
    }()

    private struct Answer: Decodable {
        var detail: [Case.Entry]
    }

    @Test(.enabled(if: !cases.isEmpty, "../shared/fastapi/cases.jsonl is not here"), arguments: cases)
    func answersAsFastAPI(recorded: Case) async throws {
        let router = APIRouter(Seed.Server())
        let head = HTTPRequest(
            method: .patch, scheme: nil, authority: nil, path: "/api/conversations/42",
            headerFields: [.contentType: "application/json", .sessionKey: "secret"])
        let response = try await router.respond(to: head, body: HTTPBody(Array(recorded.body)))
        #expect(response.status.code == recorded.status)
        guard let expected = recorded.detail else { return }
        let detail = try JSONDecoder().decode(Answer.self, from: Data(response.bytes)).detail
        #expect(detail.map(\.type) == expected.map(\.type))
        #expect(detail.map(\.msg) == expected.map(\.msg))
        // The byte at which a parser gives up may differ.
        let offsets = expected.contains { $0.type == "json_invalid" }
        #expect(
            offsets ? detail.map { $0.loc[0] } == expected.map { $0.loc[0] } : detail.map(\.loc) == expected.map(\.loc))
    }

    @Test(.enabled(if: !cases.isEmpty, "../shared/fastapi/cases.jsonl is not here"))
    func readsEveryCase() {
        #expect(Self.cases.count == 189)
    }
}

extension HTTPField.Name {
    static var sessionKey: Self { Self("X-Session-API-Key") ?? .authorization }
}
