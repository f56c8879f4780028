import ApusRuntime
import Foundation
import RecordedAnswers

/// A rule of `exceptions.json`: the responses that differ, and the reason why they should. Each pattern is a regular expression.
struct AnswerException: Decodable, Sendable {
    var reason: String
    /// The pattern for the request: method, path, headers, body.
    var request: String?
    /// The pattern for FastAPI's response: the status, and the type and location of each entry.
    var theirs: String?
    var ours: String?
    /// Whether the rule is only about `input` and `ctx`.
    var isAboutDetails: Bool?

    func matches(_ difference: AnswerDifference) throws -> Bool {
        try (isAboutDetails ?? false) == difference.isSame && Self.matches(request, difference.recorded.request)
            && Self.matches(theirs, difference.theirs)
            && Self.matches(ours, difference.ours)
    }

    private static func matches(_ pattern: String?, _ text: String) throws -> Bool {
        try pattern.map { try text.contains(Regex($0)) } ?? true
    }
}

/// The result of a recorded request.
struct AnswerDifference: Sendable {
    var recorded: RecordedAnswer
    var status: Int
    var detail: [AnswerEntry]?

    private struct Answer: Decodable {
        var detail: [AnswerEntry]
    }

    init(_ recorded: RecordedAnswer, _ router: APIRouter) async throws {
        let response = try await router.respond(to: recorded.head, body: HTTPBody(recorded.bytes))
        self.recorded = recorded
        status = response.status.code
        detail = status == 422 ? try JSONDecoder().decode(Answer.self, from: Data(response.bytes)).detail : nil
    }

    var isSame: Bool { theirs == ours }
    var hasSameDetails: Bool {
        isSame && recorded.detail?.map(\.input) == detail?.map(\.input)
            && recorded.detail?.map(\.ctx) == detail?.map(\.ctx)
    }
    var hasSameMessages: Bool { isSame && recorded.detail?.map(\.msg) == detail?.map(\.msg) }

    var theirs: String { Self.summary(recorded.status, recorded.detail) }
    var ours: String { Self.summary(status, detail) }

    private static func summary(_ status: Int, _ detail: [AnswerEntry]?) -> String {
        (["\(status)"] + (detail ?? []).map(\.place)).joined(separator: "; ")
    }
}
