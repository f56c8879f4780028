import AnswersSDK
import ApusRuntime
import Foundation
import HTTPTypes
import Synchronization
import Testing

/// A server's responses by status and media type, and how it reads text bodies.
struct AnsweringTests {
    private final class Harbour: HarbourAPI {
        let calls = Mutex<[String]>([])

        private func note(_ call: String) { calls.withLock { $0.append(call) } }

        func getTide(context: OperationContext<Void>) async throws -> Tide {
            let status = context.request.headerFields[.expect].flatMap { Int($0) }
            if let status { throw TideFailure.other(status, Tide(height: 1)) }
            return Tide(height: 2)
        }

        func putTide(context: OperationContext<Void>) async throws { throw StatusFailure.other(409) }
        func countLights(context: OperationContext<Void>) async throws -> Int { 3 }

        func getMooring(context: OperationContext<Void>) async throws -> GetMooringOutput {
            .seeOther(.init(location: "/berths/4"))
        }

        func findPier(context: OperationContext<Void>) async throws -> FindPierOutput {
            .redirection(307, .init(location: "/north"))
        }

        func listShips(context: OperationContext<Void>) async throws -> ListShipsOutput {
            .notModified(.init(eTag: "7"))
        }

        func checkShips(context: OperationContext<Void>) async throws -> CheckShipsOutput { .init(xCount: 3) }
        func deleteShips(context: OperationContext<Void>) async throws -> DeleteShipsOutput { .resetContent }
        func getPilot(context: OperationContext<Void>) async throws -> Tide { Tide(height: 4) }
        func getChart(context: OperationContext<Void>) async throws -> Tide { throw GetChartFailure.notFound("no") }
        func getDepth(context: OperationContext<Void>) async throws -> Int { 12 }
        func getName(context: OperationContext<Void>) async throws -> String { "Kap" }

        func getPhoto(context: OperationContext<Void>) async throws -> HTTPBody {
            if context.accepts("image/webp") { return HTTPBody([1], contentType: "image/webp") }
            return HTTPBody([1])
        }

        func addNote(body: String, context: OperationContext<Void>) async throws -> Outcome {
            note(body)
            if body == "two" { throw AddNoteFailure.conflict(2) }
            return .dropped
        }

        func countNotes(body: Int, context: OperationContext<Void>) async throws -> String {
            note("\(body)")
            return "é"
        }

        func getNotesDay(context: OperationContext<Void>) async throws -> GetNotesDayOutput {
            .init(body: CalendarDate(year: 2026, month: 2, day: 28), xAuthor: "me")
        }

        func sendSignal(body: SendSignalBody?, context: OperationContext<Void>) async throws -> Double {
            note(body.map { "\($0)" } ?? "none")
            return 0.5
        }

        func getLog(context: OperationContext<Void>) async throws -> String { "log" }

        func getFog(context: OperationContext<Void>) async throws {
            throw GetFogFailure.tooManyRequests(.init(body: Problem(title: "later"), retryAfter: .integer(120)))
        }

        func makeFog(context: OperationContext<Void>) async throws {
            let date = "Wed, 21 Oct 2026 07:28:00 GMT"
            throw MakeFogFailure.tooManyRequests(.init(body: Problem(title: "later"), retryAfter: .string(date)))
        }
    }

    private func respond(
        _ method: HTTPRequest.Method, _ path: String, _ body: String? = nil, headers: HTTPFields = [:],
        _ harbour: Harbour = Harbour()
    ) async throws -> ServerResponse {
        let head = HTTPRequest(method: method, scheme: nil, authority: nil, path: path, headerFields: headers)
        return try await APIRouter(harbour).respond(to: head, body: HTTPBody(body ?? ""))
    }

    @Test(
        arguments: [
            (.get, "/tide", 200, "application/json", #"{"height":2}"#), (.put, "/tide", 409, nil, ""),
            (.get, "/moorings", 303, nil, ""), (.get, "/pier", 307, nil, ""), (.get, "/ships", 304, nil, ""),
            (.head, "/ships", 200, nil, ""), (.delete, "/ships", 205, nil, ""),
            (.get, "/pilot", 200, "application/vnd.harbour.v2+json", #"{"height":4}"#),
            (.get, "/chart", 404, "application/json", #""no""#), (.get, "/depth", 200, "application/json", "12"),
            (.get, "/notes", 200, "text/plain; charset=utf-8", "2026-02-28"),
        ] as [(HTTPRequest.Method, String, Int, String?, String)])
    func answersAreWhatTheDocumentSays(
        method: HTTPRequest.Method, path: String, status: Int, contentType: String?, body: String
    ) async throws {
        let response = try await respond(method, path)
        #expect(response.status.code == status)
        #expect(response.headers[.contentType] == contentType)
        #expect(String(decoding: response.body.buffered ?? [], as: UTF8.self) == body)
    }

    @Test(arguments: [204, 205, 304])
    func aStatusWithoutABodyHasNone(status: Int) async throws {
        let response = try await respond(.get, "/tide", headers: [.expect: "\(status)"])
        #expect(response.status.code == status)
        #expect(response.body.buffered == [])
        #expect(response.headers[.contentType] == nil)
    }

    /// The media type of a response is never a range.
    @Test func aHandlerNamesTheMediaType() async throws {
        #expect(try await respond(.get, "/photo").headers[.contentType] == "image/webp")
        let other = try await respond(.get, "/photo", headers: [.accept: "image/png"])
        #expect(other.headers[.contentType] == "application/octet-stream")
    }

    // MARK: Text

    @Test(
        arguments: [
            ("POST", "/notes", "text/plain", "tide", "tide"),
            ("POST", "/notes", "text/plain; charset=UTF-8", "äää", "äää"),
            ("PUT", "/notes", "text/csv", "5", "5"), ("POST", "/signals", "text/plain", "true", "text(true)"),
            ("POST", "/signals", "text/markdown", "17", "markdown(AnswersSDK.SendSignalRequest.integer(17))"),
            ("POST", "/signals", "text/markdown", "x1", #"markdown(AnswersSDK.SendSignalRequest.string("x1"))"#),
            ("POST", "/signals", nil, "", "none"),
        ] as [(String, String, String?, String, String)])
    func serversReadAndWriteTypedText(method: String, path: String, contentType: String?, body: String, call: String)
        async throws
    {
        let harbour = Harbour()
        var headers = HTTPFields()
        headers[.contentType] = contentType
        let response = try await respond(.init(method) ?? .get, path, body, headers: headers, harbour)
        #expect(response.status == .ok)
        #expect(harbour.calls.withLock { $0 } == [call])
    }

    @Test(arguments: [
        ("POST", "/notes", "text/plain", "toolong"), ("POST", "/notes", "text/plain", "A1"),
        ("POST", "/notes", "text/plain", ""), ("PUT", "/notes", "text/csv", "4"), ("PUT", "/notes", "text/csv", "five"),
        ("PUT", "/notes", "text/csv", "5.5"), ("POST", "/signals", "text/plain", "yes"),
        ("POST", "/signals", "text/markdown", "xyz"),
    ])
    func textThatIsNotValidReachesNoHandler(
        method: String, path: String, contentType: String, body: String
    ) async throws {
        let harbour = Harbour()
        let response = try await respond(
            .init(method) ?? .get, path, body, headers: [.contentType: contentType], harbour)
        #expect(response.status == .unprocessableContent)
        #expect(harbour.calls.withLock { $0 }.isEmpty)
    }

    @Test func textGoesThereAndBack() async throws {
        let harbour = Harbour()
        let client = HarbourClient(server: "http://test", transport: InMemoryTransport(harbour))
        #expect(try await client.addNote(body: "tide") == .dropped)
        #expect(try await client.countNotes(body: 7) == "é")
        #expect(try await client.sendSignal(body: .markdown(.string("x1"))) == 0.5)
        #expect(try await client.getNotesDay().body == CalendarDate(year: 2026, month: 2, day: 28))
        await #expect { _ = try await client.addNote(body: "two") } throws: { error in
            guard case ClientError<AddNoteFailure>.documented(.conflict(2), let response) = error else { return false }
            return response.status == 409 && response.text == "2"
        }
    }

    @Test func aTextThatIsNotValidIsNotSent() async throws {
        let harbour = Harbour()
        var client = HarbourClient(server: "http://test", transport: InMemoryTransport(harbour))
        client.connection.validates = .requests
        await #expect { _ = try await client.addNote(body: "toolong") } throws: { error in
            guard case ClientError<AddNoteFailure>.invalidRequest(let problem) = error else { return false }
            return problem.issues.count == 1
        }
        #expect(harbour.calls.withLock { $0 }.isEmpty)
    }
}
