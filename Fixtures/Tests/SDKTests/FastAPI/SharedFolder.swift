import Foundation
import RecordedAnswers

/// The files beside the repository, in `../shared`.
enum SharedFolder {
    private static let cases = RecordedAnswer.fixtures.appending(path: "../../shared/fastapi/cases.jsonl")
        .standardizedFileURL

    private struct Case: Decodable {
        var body: Data
        var status: Int
        var detail: [AnswerEntry]?
    }

    /// Bodies of requests to the seed's endpoint, and FastAPI's answers.
    static let seedBodies: [RecordedAnswer] = {
        guard let text = try? String(contentsOf: cases, encoding: .utf8) else { return [] }
        return text.split(separator: "\n").compactMap { line in
            guard let read = try? JSONDecoder().decode(Case.self, from: Data(line.utf8)) else { return nil }
            return RecordedAnswer(
                method: "PATCH", path: "/api/conversations/42", headers: ["X-Session-API-Key": "secret"],
                body: String(decoding: read.body, as: UTF8.self), status: read.status, detail: read.detail)
        }
    }()
}
