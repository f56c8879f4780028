import ApusRuntime
import Foundation
import RecordedAnswers
import Testing

/// The generated server's responses to the requests that were sent to FastAPI. `Tests/Support/fastapi` records these.
///
/// `APUS_DIFFERENCES` names a file for the differences, one per line.
@Suite struct FastAPIConstraintsTests {
    private static let folder = RecordedAnswer.fixtures.appending(path: "fastapi-constraints")

    @Test func theServerAnswersAsFastAPIDoes() async throws {
        let rules = try JSONDecoder().decode(
            [AnswerException].self, from: Data(contentsOf: Self.folder.appending(path: "exceptions.json")))
        #expect(rules.count <= 20)
        let differences = try await Self.differences()
        var uses = Array(repeating: 0, count: rules.count)
        var failures: [AnswerDifference] = []
        for difference in differences where !difference.hasSameDetails {
            if let rule = try rules.firstIndex(where: { try $0.matches(difference) }) {
                uses[rule] += 1
            } else {
                failures.append(difference)
            }
        }
        for (rule, count) in zip(rules, uses) where count == 0 {
            Issue.record("no answer differs for the reason “\(rule.reason)”: the rule can go")
        }
        let unlike = failures.filter { !$0.isSame }
        let excepted = zip(rules, uses).reduce(0) { $0 + ($1.0.isAboutDetails == true ? 0 : $1.1) }
        let messages = differences.count { $0.isSame && !$0.hasSameMessages }
        let total = differences.count
        print(
            """
            FastAPI: \(total) requests; status, loc and type the same in \(Self.percent(total - unlike.count - excepted, of: total)), \
            with \(excepted) answers by \(rules.count) rules \(Self.percent(total - unlike.count, of: total)); \
            msg in \(Self.percent(differences.count(where: \.hasSameMessages), of: total)), \
            with rules \(Self.percent(total - unlike.count - messages, of: total)); \
            input and ctx in \(Self.percent(differences.count(where: \.hasSameDetails), of: total)), \
            with rules \(Self.percent(total - failures.count, of: total))
            """)
        try Self.write(failures + differences.filter { $0.isSame && !$0.hasSameMessages }, rules, uses)
        #expect(total >= 2000)
        #expect(Double(unlike.count) <= 0.01 * Double(total), "\(unlike.prefix(5).map(\.recorded.request))")
        #expect(Double(unlike.count + messages) <= 0.05 * Double(total))
        #expect(Double(failures.count) <= 0.01 * Double(total), "\(failures.prefix(5).map(\.recorded.request))")
    }

    private static func differences() async throws -> [AnswerDifference] {
        let router = APIRouter(Depot())
        var result: [AnswerDifference] = []
        for recorded in try RecordedAnswer.all(ofFixture: "fastapi-constraints") {
            result.append(try await AnswerDifference(recorded, router))
        }
        return result
    }

    // MARK: Reporting

    private static func percent(_ count: Int, of total: Int) -> String {
        "\(Double(count * 10_000 / max(total, 1)) / 100) %"
    }

    private static func write(_ differences: [AnswerDifference], _ rules: [AnswerException], _ uses: [Int]) throws {
        guard let path = ProcessInfo.processInfo.environment["APUS_DIFFERENCES"] else { return }
        let lines = differences.map { difference in
            let msgs = difference.isSame ? " | \(texts(difference.recorded.detail)) | \(texts(difference.detail))" : ""
            return "\(difference.theirs) | \(difference.ours)\(msgs) | \(difference.recorded.request)"
        }
        let used = zip(rules, uses).map { "rule: \($1) \($0.reason)" }
        try (lines + used).joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }

    private static func texts(_ detail: [AnswerEntry]?) -> String {
        (detail ?? []).map { "\($0.msg) \(text($0.input)) \(text($0.ctx))" }.joined(separator: "; ")
    }

    private static func text(_ shown: AnswerEntry.Shown?) -> String {
        shown.map { $0.value.map { "\($0)" } ?? "a number" } ?? "nothing"
    }
}
