import Foundation
import HTTPTypes
import Testing
import UpdateConversationSDK

@testable import ApusRuntime

@Suite struct RouterTests {
    private static func head(_ method: HTTPRequest.Method, _ path: String, _ fields: HTTPFields = [:]) -> HTTPRequest {
        HTTPRequest(method: method, scheme: nil, authority: nil, path: path, headerFields: fields)
    }

    private static func patch(_ id: String, _ key: String = "secret") -> HTTPRequest {
        head(.patch, "/api/conversations/\(id)", [.contentType: "application/json", .sessionKey: key])
    }

    private static let body = HTTPBody(Array(#"{"title":"a"}"#.utf8))

    private actor Log {
        var entries: [String] = []
        func add(_ entry: String) { entries.append(entry) }
    }

    @Test func aThrownFailureIsItsResponse() async throws {
        let response = try await APIRouter(Seed.Server()).respond(to: Self.patch("invalid"), body: Self.body)
        #expect(response.status.code == 422)
        #expect(
            String(decoding: response.bytes, as: UTF8.self)
                == #"{"detail":[{"loc":["path",0],"msg":"no","type":"custom"}]}"#)
    }

    @Test func anythingElseIsA500ThatTellsNothing() async throws {
        var router = APIRouter(Seed.Server())
        let log = Log()
        router.onError = { error, context in Task { await log.add("\(type(of: error)) \(context.template)") } }
        for request in [Self.patch("mishap"), Self.patch("1", "broken"), Self.patch("cancelled")] {
            let response = try await router.respond(to: request, body: Self.body)
            #expect(response.status.code == 500)
            #expect(String(decoding: response.bytes, as: UTF8.self) == #"{"detail":"Internal Server Error"}"#)
        }
        while await log.entries.count < 3 { await Task.yield() }
        #expect(
            await Set(log.entries) == [
                "Mishap /api/conversations/{conversation_id}", "CancellationError /api/conversations/{conversation_id}",
            ])
    }

    @Test func cancellationIsPassedOn() async throws {
        let task = Task {
            try? await Task.sleep(for: .seconds(10))
            return try await APIRouter(Seed.Server()).respond(to: Self.patch("cancelled"), body: Self.body)
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test func aBodyThatBreaksOffIsPassedOn() async throws {
        let broken = HTTPBody(AsyncThrowingStream<[UInt8], any Error> { throw URLError(.networkConnectionLost) })
        await #expect(throws: URLError.self) {
            try await APIRouter(Seed.Server()).respond(to: Self.patch("1"), body: broken)
        }
    }

    @Test func aBodyThatCannotBeWrittenIsA500() async throws {
        var router = APIRouter()
        router.on(.get, "/") { _, _ in .json(200, Double.infinity) }
        #expect(try await router.respond(to: Self.head(.get, "/")).status.code == 500)
    }

    @Test func aRouterMayHaveAPrefix() async throws {
        let router = APIRouter(Seed.Server(), prefix: "/v1/")
        var request = Self.patch("42")
        #expect(try await router.respond(to: request, body: Self.body).status.code == 404)
        #expect(!router.knows(request))
        request.path = "/v1/api/conversations/42?x"
        var template = ""
        #expect(try await router.respond(to: request, body: Self.body) { template = $0 }.status.code == 200)
        #expect(template == "/v1/api/conversations/{conversation_id}")
        #expect(router.knows(request))
    }

    @Test func errorsMayBeProblemDetails() async throws {
        var router = APIRouter()
        router.on(.patch, "/x/{n}") { input, _ in
            _ = input.path("n", as: Int.self)
            _ = input.query("q", as: [Int].self)
            let body = await input.json([Seed.UpdateConversationRequest].self) {
                $0.array { $0.model(Seed.UpdateConversationRequest.self) }
            }
            guard body != nil, input.isValid else { throw input.rejection }
            return .noContent()
        }
        let request = Self.head(.patch, "/x/y?q=1&q=z", [.contentType: "application/json"])
        let response = try await router.respond(
            to: request, body: HTTPBody(Array(#"[{"title":"","a/b~":1}]"#.utf8)))
        #expect(response.headers[.contentType] == "application/problem+json")
        let problem = try JSONValue(jsonBytes: response.bytes)
        #expect(problem["status"] == 422)
        #expect(problem["title"] == "Unprocessable Content")
        let errors = problem["errors"]?.array ?? []
        #expect(errors.map { $0["in"]?.string } == ["path", "query", nil, nil])
        #expect(errors.map { $0["name"]?.string } == ["n", "q", nil, nil])
        #expect(errors.map { $0["pointer"]?.string } == [nil, "#/1", "#/0/title", "#/0/a~1b~0"])
        #expect(
            errors.map { $0["kind"]?.string } == [
                "integerParsing", "integerParsing", "minLength", "additionalProperty",
            ])

        let unknown = try await router.respond(to: Self.head(.get, "/nothing"))
        #expect(String(decoding: unknown.bytes, as: UTF8.self) == #"{"title":"Not Found","status":404}"#)
        #expect(try await router.respond(to: Self.head(.get, "/x/1")).headers[.allow] == "OPTIONS, PATCH")
    }

    @Test func allowIsSortedAndWhole() async throws {
        var router = APIRouter()
        for method in [HTTPRequest.Method.put, .get, .delete] { router.on(method, "/a/{b}") { _, _ in .noContent() } }
        router.on(.post, "/a/b") { _, _ in .noContent() }
        #expect(
            try await router.respond(to: Self.head(.patch, "/a/b")).headers[.allow]
                == "DELETE, GET, HEAD, OPTIONS, POST, PUT")
    }

    @Test func bodiesOfOtherKinds() async throws {
        var router = APIRouter()
        router.on(.post, "/text") { input, _ in
            guard let text = await input.text(String.self), input.isValid else { throw input.rejection }
            return .text(200, text)
        }
        router.on(.post, "/data") { input, _ in
            guard let body = await input.stream("application/zip"), input.isValid else { throw input.rejection }
            return .stream(200, body, contentType: "application/zip")
        }
        router.on(.post, "/optional") { input, _ in
            let body = await input.json(Seed.UpdateConversationRequest.self, required: false)
            guard input.isValid else { throw input.rejection }
            return .text(200, body?.title ?? "none")
        }
        router.on(.post, "/nullable") { input, _ in
            let body = await input.json(String.self, required: false) { $0.nullable { $0.string() } }
            guard input.isValid else { throw input.rejection }
            return .text(200, body ?? "none")
        }
        router.on(.post, "/form") { input, _ in
            let form = await input.urlEncoded(KindFilter.self)
            guard let form, input.isValid else { throw input.rejection }
            return .text(200, "\(form.kind) \(form.limit ?? 0) \(form.tags ?? [])")
        }
        router.on(.post, "/files") { input, _ in
            guard let form = await input.multipart(Upload.self), input.isValid else { throw input.rejection }
            return .text(
                200,
                form.files.map { "\($0.filename ?? "-"):\($0.data.count)" }.joined(separator: " ")
                    + " \(form.note ?? "-")")
        }
        let rows: [(String, String?, String, Int, String?)] = [
            ("/text", "text/plain", "é", 200, "é"),
            ("/text", "text/plain; charset=utf-16", "a", 415, nil),
            ("/text", "text/html", "a", 415, nil),
            ("/text", "text/plain", "", 200, ""),
            ("/text", nil, "a", 415, nil),
            ("/data", "application/zip", "PK", 200, "PK"),
            ("/data", "application/gzip", "PK", 415, nil),
            ("/optional", nil, "", 200, "none"),
            ("/optional", "application/json", "", 200, "none"),
            ("/optional", "application/json", #"{"title":"a"}"#, 200, "a"),
            ("/optional", "application/json", "null", 422, nil),
            ("/optional", nil, "{}", 415, nil),
            ("/nullable", "application/json", "null", 200, "none"),
            ("/nullable", "application/json", #""a""#, 200, "a"),
            ("/nullable", "application/json", "1", 422, nil),
            ("/form", "application/x-www-form-urlencoded", "kind=a+b&limit=3&tags=1", 200, #"a b 3 ["1"]"#),
            ("/form", "application/x-www-form-urlencoded", "limit=0", 422, nil),
            ("/form", "application/x-www-form-urlencoded", "", 422, nil),
            ("/form", "application/json", "{}", 415, nil),
            (
                "/files", "multipart/form-data; boundary=b",
                "--b\r\nContent-Disposition: form-data; name=files; filename=a\r\n\r\nxyz\r\n--b--", 200, "a:3 -"
            ),
            (
                "/files", "multipart/form-data; boundary=b",
                "--b\r\nContent-Disposition: form-data; name=note\r\n\r\nxyz\r\n--b--", 422, nil
            ),
            ("/files", "multipart/form-data; boundary=b", "--c--", 422, nil),
            ("/files", "multipart/form-data", "--c--", 422, nil),
            ("/files", "application/json", "{}", 415, nil),
        ]
        for (path, type, text, status, answer) in rows {
            var request = Self.head(.post, path)
            request.headerFields[.contentType] = type
            let response = try await router.respond(to: request, body: HTTPBody(Array(text.utf8)))
            #expect(response.status.code == status, "\(path) \(type ?? "-") \(text)")
            if let answer { #expect(String(decoding: response.bytes, as: UTF8.self) == answer) }
        }
    }

    struct Upload: MultipartModel {
        var files: [FilePart]
        var note: String?

        init(files: [FilePart], note: String? = nil) {
            self.files = files
            self.note = note
        }

        init(form: inout MultipartReader) throws(JSONError) {
            files = try form.required("files")
            note = try form.optional("note")
        }

        func write(to form: inout MultipartWriter) {
            form.write("files", files)
            form.write("note", note)
        }
    }

    @Test func formsFromAClient() async throws {
        var router = APIRouter()
        router.on(.post, "/files") { input, _ in
            guard let form = await input.multipart(Upload.self), input.isValid else { throw input.rejection }
            return .json(form.files.map { $0.filename ?? "-" } + [form.note ?? "-"])
        }
        router.on(.post, "/form") { input, _ in
            let form = await input.urlEncoded(KindFilter.self)
            guard let form, input.isValid else { throw input.rejection }
            return .json(form)
        }
        let client = Seed.Client(server: "http://h", transport: InMemoryTransport(router))
        var files = ClientRequest(.post, "/files")
        files.multipart(
            Upload(files: [FilePart(filename: "é\".txt", data: Data([1])), FilePart(data: Data())], note: "n"))
        let names: [String] = try await client.send(files).json(200)
        #expect(names == ["é\".txt", "files", "n"])
        var form = ClientRequest(.post, "/form")
        let filter = KindFilter(kind: "12 & é", limit: 3, tags: ["1", "b"])
        form.urlEncoded(filter)
        let read: KindFilter = try await client.send(form).json(200)
        #expect(read == filter)
    }
}
