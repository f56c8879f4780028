import ApusRuntime
import Foundation
import HTTPTypes
import RequestsSDK
import Testing

/// Values that are easily lost on the way: generated client against generated server in memory, and the bytes between them.
struct RequestsTests {
    /// Responds with what it received.
    private struct Server: RequestsAPI {
        func authenticate(session key: String) async throws -> String { key }

        func search(
            tags: [String], flat: [String]?, marks: [Int?]?, pipes: [String]?, words: [String]?, `where`: Filter?,
            deep: Filter?, xIDs: [String]?, xScope: Scope?, xNote: String?, theme: String?, seen: [Int]?,
            context: OperationContext<String?>
        ) async throws -> SearchOutput {
            let lists: [String] = [show(tags), show(flat), show(marks), show(pipes), show(words), show(xIDs)]
            let values: [String] = [show(xNote), show(theme), show(seen), show(context.identity)]
            let body = (lists + values).joined(separator: " ")
            return SearchOutput(body: body, eTag: "W/\"a, b\"", xNames: xIDs, xScope: xScope)
        }

        func setLabel(body: Label?, context: OperationContext<Void>) async throws -> String { show(body?.text) }

        func setNote(body: SetNoteBody, context: OperationContext<Void>) async throws -> String { "\(body)" }

        func setTag(body: Label?, context: OperationContext<Void>) async throws -> String { show(body?.text) }

        func setHint(body: Nullable<Label>?, context: OperationContext<Void>) async throws -> String {
            body.map { show($0.value?.text) } ?? "absent"
        }

        func saveSettings(body: Settings, context: OperationContext<Void>) async throws -> Settings { body }

        func sendForm(body: Form, context: OperationContext<Void>) async throws -> String { try body.jsonText() }

        func createAlbum(body: CreateAlbumBody, context: OperationContext<Void>) async throws -> String {
            let files = [body.cover, body.sound, body.stamp] + body.pages + (body.scans ?? []) + (body.prints ?? [])
            let names = files.compactMap { $0.map { "\($0.filename ?? "-"):\($0.contentType)" } }
            return "\(names) \(show(body.naMeÜ)) \(show(body.notes)) \(body.additionalProperties.sorted { $0 < $1 })"
        }

        func createBundle(body: CreateBundleBody, context: OperationContext<Void>) async throws -> String {
            let files = body.additionalProperties.sorted { $0.key < $1.key }
            return "\(show(body.title)) \(files.map { "\($0.key):\($0.value.filename ?? "-"):\($0.value.data.count)" })"
        }

        func addScores(body: AddScoresBody, context: OperationContext<Void>) async throws -> String {
            "\(body.additionalProperties.sorted { $0.key < $1.key })"
        }
    }

    private let transport = RecordingTransport(Server())
    private var client: RequestsClient { RequestsClient(server: .default, transport: transport) }
    private var path: String? { transport.last?.head.path }
    private var sent: String? { transport.last?.body?.buffered.map { String(decoding: $0, as: UTF8.self) } }

    private func field(_ name: String) -> String? {
        HTTPField.Name(name).flatMap { transport.last?.head.headerFields[$0] }
    }

    // MARK: Parameters

    @Test func emptyListsAndNullAreNothing() async throws {
        let answer = try await client.search(
            tags: [""], flat: [], marks: [nil, 1, nil], pipes: [], words: [],
            where: Filter(name: .null),
            deep: Filter(name: .null, ids: [nil, 3]), xIDs: [], seen: [])
        #expect(answer.body == #"[""] - [Optional(1)] - - - - - - -"#)
        #expect(path == "/search?tags=&marks=1&deep%5Bids%5D%5B0%5D=3")
        #expect(field("X-Ids") == nil)
        #expect(field("Cookie") == nil)
    }

    @Test func aListOfNothingIsNotAnEmptyText() async throws {
        #expect(try await client.search(tags: ["a"], flat: [""]).body.hasPrefix(#"["a"] [""] -"#))
        #expect(path == "/search?tags=a&flat=")
        #expect(try await client.search(tags: ["a"], xIDs: [""]).xNames == [""])
        #expect(field("X-Ids") == "")
    }

    @Test func aRequiredListThatIsEmptyIsNotSent() async throws {
        await #expect(throws: (any Error).self) { _ = try await client.search(tags: []) }
        #expect(transport.last == nil)
    }

    @Test func separatorsInsideItemsArriveOrAreRefused() async throws {
        let answer = try await client.search(
            tags: ["a,b", "c&d=e"], flat: ["a,b", "%2C"], pipes: ["a b,c", "d"], words: ["a|b", "c+d"],
            xNote: "a, \"b\"")
        #expect(
            answer.body
                == #"["a,b", "c&d=e"] ["a,b", "%2C"] - ["a b,c", "d"] ["a|b", "c+d"] - a, "b" - - -"#)
        #expect(field("X-Note") == #"a, "b""#)
        let refused: [() async throws -> SearchOutput] = [
            { try await client.search(tags: ["a"], pipes: ["b|c"]) },
            { try await client.search(tags: ["a"], words: ["b c"]) },
            { try await client.search(tags: ["a"], xIDs: ["b,c"]) },
            { try await client.search(tags: ["a"], xScope: Scope(area: "b,c", level: 1)) },
            { try await client.search(tags: ["a"], xNote: "b\r\nX-Key: c") },
        ]
        for send in refused {
            await #expect {
                _ = try await send()
            } throws: { error in
                guard case ClientError<Never>.invalidRequest = error else { return false }
                return true
            }
        }
    }

    @Test func headersAreNotPercentEncoded() async throws {
        let answer = try await client.search(tags: ["a"], xIDs: ["a/b", "c%2Cd"], xScope: Scope(area: "é/ü", level: 2))
        #expect(field("X-Ids") == "a/b,c%2Cd")
        #expect(field("X-Scope") == "area,é/ü,level,2")
        #expect(answer.eTag == "W/\"a, b\"")
        #expect(answer.xNames == ["a/b", "c%2Cd"])
        #expect(answer.xScope == Scope(area: "é/ü", level: 2))
    }

    @Test(arguments: [#"{"area":"a,b","level":2}"#, "area,a,level,2"])
    func anObjectInAHeaderMayBeJSON(text: String) async throws {
        let name = try #require(HTTPField.Name("X-Scope"))
        let head = HTTPRequest(
            method: .get, scheme: nil, authority: nil, path: "/search?tags=a", headerFields: [name: text])
        let response = try await APIRouter(Server()).respond(to: head)
        let isComma = text.contains("a,b")
        // A value that the server cannot write in the field's style is not written at all.
        #expect(response.status.code == (isComma ? 500 : 200))
    }

    @Test func cookiesStandInOneField() async throws {
        let client = RequestsClient(server: .default, credentials: .session("k+/="), transport: transport)
        let answer = try await client.search(tags: ["a"], theme: "dark/50%;", seen: [1, 2])
        #expect(answer.body == #"["a"] - - - - - - dark/50%; [1, 2] k+/="#)
        let cookies = transport.last?.head.headerFields[values: .cookie]
        #expect(cookies == ["theme=dark/50%25%3B; seen=1; seen=2; sid=k+/="])
    }

    // MARK: JSON

    @Test func aRequiredBodyThatIsNilIsNull() async throws {
        #expect(try await client.setLabel(body: nil) == "-")
        #expect(sent == "null")
        #expect(try await client.setLabel(body: Label(text: "a")) == "a")
        #expect(sent == #"{"text":"a"}"#)
        #expect(try await client.setNote(body: .json(nil)) == "json(nil)")
        #expect(sent == "null")
        #expect(try await client.setNote(body: .json("a")) == #"json(Optional("a"))"#)
        #expect(try await client.setTag(body: nil) == "-")
        #expect(sent == "null")
    }

    @Test func anOptionalBodyCanBeNullToo() async throws {
        #expect(try await client.setHint() == "absent")
        #expect(sent == nil)
        #expect(try await client.setHint(body: .null) == "-")
        #expect(sent == "null")
        #expect(try await client.setHint(body: .value(Label(text: "a"))) == "a")
        #expect(sent == #"{"text":"a"}"#)
        await #expect(throws: (any Error).self) { try await client.setHint(body: .value(Label(text: ""))) }
    }

    @Test(arguments: [
        ("/label", "application/json; charset=iso-8859-1", "null", 200), ("/label", "APPLICATION/JSON", "null", 200),
        ("/label", "application/json", "", 422), ("/label", "application/json", #"{"text":""}"#, 422),
        ("/label", "text/plain", "null", 415), ("/note", "application/json;charset=UTF-8", #""abcde""#, 422),
        ("/tag", "application/x-www-form-urlencoded", "text=a", 200), ("/tag", "application/json", "null", 200),
        ("/tag", "application/x-www-form-urlencoded", "text=", 422), ("/tag", "application/json", "", 422),
        ("/hint", "application/json", "null", 200), ("/hint", "", "", 200),
        ("/hint", "application/json", #"{"text":""}"#, 422),
    ])
    func serversTellNullFromAnAbsentBody(path: String, type: String, body: String, status: Int) async throws {
        let fields: HTTPFields = type.isEmpty ? [:] : [.contentType: type]
        let head = HTTPRequest(method: .put, scheme: nil, authority: nil, path: path, headerFields: fields)
        let response = try await APIRouter(Server()).respond(to: head, body: HTTPBody(Array(body.utf8)))
        #expect(response.status.code == status)
    }

    @Test(arguments: [
        #"{"mode":null,"required":null,"isShared":null,"modes":["auto",null,1]}"#, #"{"required":null}"#,
        #"{"mode":2.5,"required":"none","isShared":true}"#, #"{"mode":true,"required":0}"#,
    ])
    func nullAmongMixedValuesSurvives(json: String) async throws {
        let settings = try Settings(jsonText: json)
        #expect(try settings.jsonText() == json)
        #expect(try await client.saveSettings(body: settings).jsonText() == json)
    }

    // MARK: Forms

    @Test func formsLeaveNullOut() async throws {
        let form = Form(tags: ["a", nil, ""], flat: [nil, "b,c", "d"], words: ["x"], title: .null)
        #expect(try await client.sendForm(body: form) == #"{"tags":["a",""],"flat":["b,c","d"],"words":["x"]}"#)
        #expect(sent == "tags=a&tags=&flat=b%2Cc,d&words=x")
        await #expect(throws: (any Error).self) { _ = try await client.sendForm(body: Form(words: ["x y"])) }
        // A required list that is empty cannot be distinguished from an absent one and is refused; an optional one is left out.
        #expect(try await client.sendForm(body: Form(tags: [], words: ["x"])) == #"{"words":["x"]}"#)
        let refusal = await #expect(throws: ClientError<Never>.self) {
            try await client.sendForm(body: Form(words: []))
        }
        guard case .invalidRequest? = refusal else {
            Issue.record("the list was sent")
            return
        }
    }

    @Test func filesAndOtherParts() async throws {
        let png = FilePart(contentType: "image/png", data: Data([1]))
        let file = FilePart(filename: "a.txt", data: Data([2]))
        let answer = try await client.createAlbum(
            body: CreateAlbumBody(
                cover: png, pages: [file, file], scans: [file], sound: file, stamp: FilePart(data: Data([3])),
                prints: [png], naMeÜ: "ü", notes: ["a", nil], additionalProperties: ["x": "1", "y\"": "b"]))
        let files = [
            "cover:image/png", "a.txt:application/octet-stream", "stamp:image/gif", "a.txt:application/octet-stream",
            "a.txt:application/octet-stream", "a.txt:application/octet-stream", "prints:image/png",
        ]
        #expect(answer == "\(files) ü \([Optional("a")]) \([(key: "x", value: "1"), (key: "y\"", value: "b")])")
        #expect(sent?.contains(#"name="na%22me ü""#) == true)
        #expect(sent?.contains(#"name="y%22""#) == true)
        #expect(sent?.contains("null") == false)
    }

    @Test func whatMayBeNullMayBeLeftOut() async throws {
        let page = FilePart(data: Data())
        #expect(
            try await client.createAlbum(body: CreateAlbumBody(pages: [page]))
                == #"["pages:application/octet-stream"] - - []"#)
        let gif = FilePart(contentType: "image/gif", data: Data())
        await #expect(throws: (any Error).self) {
            _ = try await client.createAlbum(body: CreateAlbumBody(cover: gif, pages: [page]))
        }
    }

    @Test func partsThatNoPropertyNames() async throws {
        let files = ["a": FilePart(data: Data([1])), "b": FilePart(filename: "c", data: Data([1, 2]))]
        #expect(
            try await client.createBundle(body: CreateBundleBody(title: "t", additionalProperties: files))
                == #"t ["a:a:1", "b:c:2"]"#)
        let scores = AddScoresBody(additionalProperties: ["s-1": [1, 2], "s-2": [3]])
        #expect(
            try await client.addScores(body: scores)
                == #"[(key: "s-1", value: [1, 2]), (key: "s-2", value: [3])]"#)
    }

    private static let page = "name=pages; filename=p|x"

    @Test(arguments: [
        ("/albums", [page], 200, "p:application" as String?), ("/albums", [], 422, "pages"),
        ("/albums", [page, "name=cover; filename=a\r\nContent-Type: image/gif|x"], 422, "image/png"),
        ("/albums", [page, "name=cover; filename=a\r\nContent-Type: image/jpeg; q=1|x"], 200, "image/jpeg"),
        ("/albums", [page] + Array(repeating: "name=scans; filename=a|x", count: 3), 422, "scans"),
        ("/albums", [page, "name=other|123456"], 422, "other"), ("/albums", [page, "name=other|12345"], 200, "12345"),
        ("/scores", ["name=s-1|0"], 422, "s-1"), ("/scores", ["name=s-1|x"], 422, "s-1"),
        ("/bundles", ["name=a; filename=f|x"], 200, "a:f:1"),
    ])
    func partsAreValidated(path: String, parts: [String], status: Int, mention: String?) async throws {
        let texts = parts.map { part -> String in
            let halves = part.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
            return "--b\r\nContent-Disposition: form-data; \(halves[0])\r\n\r\n\(halves[1])\r\n"
        }
        let head = HTTPRequest(
            method: .post, scheme: nil, authority: nil, path: path,
            headerFields: [.contentType: "multipart/form-data; boundary=b"])
        let body = HTTPBody(Array((texts.joined() + "--b--\r\n").utf8))
        let response = try await APIRouter(Server()).respond(to: head, body: body)
        let text = String(decoding: response.bytes, as: UTF8.self)
        #expect(response.status.code == status, "\(text)")
        #expect(mention.map { text.contains($0) } ?? true, "\(text)")
    }
}

private func show<Value>(_ value: Value?) -> String { value.map { "\($0)" } ?? "-" }
