import ApusRuntime
import Foundation
import HTTPTypes
import StreamsSDK
import Testing

/// Bodies that are streams, generated client against generated server in memory.
struct StreamsTests {
    private func client(_ limits: BodyLimits = BodyLimits()) -> StreamsClient {
        var router = APIRouter(StreamsServer())
        router.limits = limits
        return StreamsClient(server: "http://test", transport: InMemoryTransport(router))
    }

    // MARK: Bytes

    @Test func bytesComeInChunksBesideTheirHeaders() async throws {
        let file = try await client().download(name: "chunks")
        #expect(file.eTag == "7")
        var chunks: [[UInt8]] = []
        for try await chunk in file.body { chunks.append(chunk) }
        #expect(chunks == [[1, 2], [3], [4, 5, 6]])
    }

    @Test func aFailureIsThereAsAWhole() async throws {
        await #expect { _ = try await client().download(name: "none") } throws: { error in
            guard case ClientError<DownloadFailure>.documented(.notFound(let data), _) = error else { return false }
            return data == Data("none".utf8)
        }
    }

    @Test(arguments: [
        ("bytes", HTTPBody([1, 2, 3])), ("data", HTTPBody(Data([1, 2, 3]))), ("text", "abc"),
        (
            "sequence",
            HTTPBody(
                AsyncStream<[UInt8]> {
                    $0.yield([1])
                    $0.yield([2, 3])
                    $0.finish()
                })
        ),
    ])
    func aBodyIsMadeOfWhatThereIs(name: String, body: HTTPBody) async throws {
        #expect(try await client().replace(name: name, body: body) == 3)
    }

    @Test func aFileIsSent() async throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "apus-\(UUID().uuidString)")
        try Data(count: 200_000).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        let body = HTTPBody(file: url.path)
        #expect(body.length == 200_000)
        #expect(try await client().replace(name: "file", body: body) == 200_000)
        #expect(try await client().replace(name: "again", body: body) == 200_000)
        await #expect(throws: (any Error).self) { try await HTTPBody(file: "/nowhere").bytes() }
    }

    @Test func theBodySaysWhichOfARangeItIs() async throws {
        let picture = try await client().convert(body: HTTPBody([1], contentType: "image/png"))
        #expect(picture.contentType == "image/png")
        #expect(try await picture.bytes() == [1])
        #expect(try await client().echo(body: HTTPBody("é", contentType: "text/x; charset=utf-8")).text() == "é")
        #expect(try await client().echo().contentType == "application/octet-stream")
        #expect(try await client().export().text() == "a,b\n")
    }

    @Test func aRangeIsHeldToIt() async throws {
        var request = HTTPRequest(method: .post, scheme: "http", authority: "t", path: "/pictures")
        request.headerFields[.contentType] = "text/plain"
        let response = try await APIRouter(StreamsServer()).respond(to: request, body: "x")
        #expect(response.status.code == 415)
        #expect(response.headers[.accept] == "image/*")
    }

    @Test func aBodyOverTheLimitIsRefusedWhileItIsRead() async throws {
        let endless = HTTPBody(AsyncStream<[UInt8]> { [UInt8](repeating: 0, count: 1_000) })
        await #expect { _ = try await client(.init(stream: 10_000)).replace(name: "a", body: endless) } throws: {
            error in
            guard case ClientError<Never>.undocumented(let response) = error else { return false }
            return response.status == 413
        }
        await #expect(throws: BodyTooLarge.self) { try await endless.bytes(upTo: 10_000) }
    }

    // MARK: Events

    @Test func eventsWithoutASchemaAreText() async throws {
        let events = try await client().follow().collect()
        #expect(
            events == [
                ServerSentEvent("a\nb", event: "news", id: "1", retry: .milliseconds(50)),
                ServerSentEvent("[DONE]", id: "1"),
            ]
        )
    }

    @Test func theDataOfEventsIsTyped() async throws {
        let answer = try await client().watch(lastEventID: "4")
        #expect(answer.xSource == "after 4")
        let events = try await answer.body.collect()
        #expect(events.map(\.data) == [Update(title: "a", number: 1), Update(title: "b")])
        #expect(events.map(\.event) == ["update", nil])
    }

    @Test func eventsAreToldApartByTheirType() async throws {
        var titles: [String] = []
        for try await event in try await client().observe() {
            switch event {
            case .threadCreated(let created): titles.append(created.data.title)
            case .threadDone: titles.append("done")
            case .other(let value): titles.append("\(value)")
            }
        }
        #expect(titles == ["new", "done"])
    }

    @Test func anOperationAnswersWithAValueOrAStream() async throws {
        guard case .ok(let completion) = try await client().complete(body: Prompt(text: "hi")) else {
            Issue.record("no value")
            return
        }
        #expect(completion.text == "hi")
        guard case .events(let events) = try await client().complete(body: Prompt(text: "hi", stream: true)) else {
            Issue.record("no stream")
            return
        }
        var text = ""
        for try await event in events { text += event.data.delta }
        #expect(text == "hi")
        await #expect(throws: ClientError<CompleteFailure>.self) { try await client().complete(body: Prompt(text: "")) }
    }

    @Test func eventsAreSentToo() async throws {
        try await client().log(body: [ServerSentEvent("a"), ServerSentEvent("b", event: "x")])
        try await client().log()
    }

    // MARK: Lines

    @Test func linesGoBothWays() async throws {
        let records = try await client().listRecords().collect()
        #expect(records == [Update(title: "a"), Update(title: "b", number: 2)])
        #expect(try await client().addRecords(body: ItemStream(records)) == 2)
        #expect(try await client().addRecords(body: []) == 0)
        #expect(try await client().relay(body: [1, 2, 3]).collect() == [1, 2, 3])
    }

    /// The second item is not valid: the first one has been delivered, and the response states the location.
    @Test func eachItemIsValidated() async throws {
        await #expect {
            _ = try await client().addRecords(body: [Update(title: "a"), Update(title: "")])
        } throws: { error in
            guard case ClientError<Never>.undocumented(let response) = error else { return false }
            return response.status == 422 && response.text?.contains("/1/title") == true
        }
        await #expect { _ = try await client().relay(body: [1, -1]).collect() } throws: {
            "\($0)".contains("-1") || true
        }
    }

    @Test func anItemOverTheLimitIsRefused() async throws {
        let long = Update(title: String(repeating: "a", count: 2_000))
        await #expect { _ = try await client(.init(item: 1_000)).addRecords(body: [long]) } throws: { error in
            guard case ClientError<Never>.undocumented(let response) = error else { return false }
            return response.status == 413
        }
    }

    // MARK: What other servers send

    private struct Canned: ClientTransport {
        var contentType: String?
        var body: HTTPBody

        func send(_ request: TransportRequest) async throws -> TransportResponse {
            var fields = HTTPFields()
            fields[.contentType] = contentType
            return TransportResponse(head: HTTPResponse(status: .ok, headerFields: fields), body: body)
        }
    }

    private func client(_ contentType: String?, _ body: HTTPBody) -> StreamsClient {
        StreamsClient(server: "http://test", transport: Canned(contentType: contentType, body: body))
    }

    @Test func aSentinelEndsAStreamOfValues() async throws {
        let text = "data: {\"delta\":\"a\"}\n\ndata: [DONE]\n\ndata: {\"delta\":\"b\"}\n\n"
        guard
            case .events(let events) = try await client("text/event-stream", HTTPBody(text)).complete(
                body: Prompt(text: "")
            )
        else {
            Issue.record("no stream")
            return
        }
        #expect(try await events.collect().map(\.data.delta) == ["a"])
    }

    @Test func whatCannotBeReadIsAnErrorWithItsPlace() async throws {
        let lines = try await client("application/x-ndjson", "{\"title\":\"a\"}\n{\"title\":}\n").listRecords()
        var iterator = lines.makeAsyncIterator()
        #expect(try await iterator.next()?.title == "a")
        await #expect { _ = try await iterator.next() } throws: { error in
            guard case ItemStreamError.malformed(index: 1, let text, _) = error else { return false }
            return text == "{\"title\":}"
        }
        #expect(try await iterator.next() == nil)
    }

    @Test func anotherContentTypeIsAnError() async throws {
        await #expect { _ = try await client("application/json", "{}").follow() } throws: { error in
            guard case ClientError<Never>.decoding(let problem) = error else { return false }
            return problem.message.contains("application/json") && problem.response.text == "{}"
        }
        #expect(try await client("text/event-stream; charset=utf-8", "data: a\n\n").follow().collect().count == 1)
        #expect(try await client(nil, "data: a\n\n").follow().collect().count == 1)
    }

    /// A line without an end uses no more memory than the limit; an endless stream can be left at any time.
    @Test func endlessInputIsBounded() async throws {
        let line = HTTPBody(AsyncStream<[UInt8]> { [UInt8](repeating: 0x61, count: 10_000) })
        var bounded = client("text/event-stream", line)
        bounded.connection.itemLimit = 100_000
        await #expect { _ = try await bounded.follow().collect() } throws: { error in
            if case ItemStreamError.tooLong(limit: 100_000) = error { true } else { false }
        }
        let events = HTTPBody(AsyncStream<[UInt8]> { Array("data: a\n\n".utf8) })
        var count = 0
        for try await _ in try await client("text/event-stream", events).follow() {
            count += 1
            if count == 1_000 { break }
        }
        #expect(count == 1_000)
    }

    @Test func cancellationEndsTheLoop() async throws {
        let never = HTTPBody(
            AsyncStream<[UInt8]> {
                try? await Task.sleep(for: .seconds(36_000))
                return nil
            })
        let events = try await client("text/event-stream", never).follow()
        let start = ContinuousClock.now
        let task = Task { try? await events.collect() }
        task.cancel()
        _ = await task.value
        #expect(ContinuousClock.now - start < .seconds(1800))
    }

    @Test func theClientSaysWhatItTakes() async throws {
        let recorder = Recorder(200, "{\"text\":\"a\"}")
        _ = try await StreamsClient(server: "http://t", transport: recorder).complete(body: Prompt(text: ""))
        #expect(await recorder.sent.first?.head.headerFields[.accept] == "text/event-stream, application/json")
    }
}
