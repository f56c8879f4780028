import ApusRuntime
import Foundation
import HTTPTypes
import RecordedAnswers
import Testing

/// The responses of the seed's server to the requests that were sent to FastAPI: status, and `loc`, `msg` and `type` in order.
@Suite struct FastAPISeedTests {
    private static let recorded = (try? RecordedAnswer.all(ofFixture: "update-conversation")) ?? []
    private static let bodies = SharedFolder.seedBodies

    @Test(arguments: recorded)
    func theServerAnswersAsFastAPIDoes(recorded: RecordedAnswer) async throws {
        try await compare(recorded)
    }

    @Test func everyKindOfAnswerIsRecorded() {
        #expect(Self.recorded.count >= 200)
        #expect(Set(Self.recorded.map(\.status)) == [200, 401, 404, 405, 422])
    }

    /// Request bodies that were chosen by others.
    @Test(.enabled(if: !bodies.isEmpty, "../shared/fastapi is missing"), arguments: bodies)
    func theServerAnswersAsFastAPIDoesToOtherBodies(recorded: RecordedAnswer) async throws {
        try await compare(recorded)
    }

    @Test(.enabled(if: !bodies.isEmpty, "../shared/fastapi is missing"))
    func everyOtherBodyIsRead() {
        #expect(Self.bodies.count == 189)
    }

    private func compare(_ recorded: RecordedAnswer) async throws {
        let ours = try await AnswerDifference(recorded, APIRouter(Seed.Server()))
        #expect(ours.status == recorded.status)
        let (found, expected) = (ours.entries, recorded.entries)
        #expect(found.map(\.type) == expected.map(\.type))
        #expect(found.map(\.msg) == expected.map(\.msg))
        #expect(found.map(\.loc) == expected.map(\.loc))
    }
}

extension AnswerDifference {
    fileprivate var entries: [AnswerEntry] { (detail ?? []).map(\.withoutOffset) }
}

extension RecordedAnswer {
    fileprivate var entries: [AnswerEntry] { (detail ?? []).map(\.withoutOffset) }
}

extension RecordedAnswer: CustomTestStringConvertible {
    /// Limited to 120 bytes, since a character may have many.
    public var testDescription: String {
        String(decoding: "\(method) \(path) \(body ?? "")".utf8.prefix(120), as: UTF8.self)
    }
}

extension HTTPField.Name {
    static var sessionKey: Self { Self("X-Session-API-Key") ?? .authorization }
}
