import ApusRuntime
import Foundation
import StreamsSDK

/// Responds with what it received, or with fixed content.
struct StreamsServer: StreamsAPI {
    func download(name: String, context: OperationContext<Void>) async throws -> DownloadOutput {
        if name == "none" { throw DownloadFailure.notFound(Data(name.utf8)) }
        let chunks = AsyncStream<[UInt8]> { continuation in
            for chunk: [UInt8] in [[1, 2], [], [3], [4, 5, 6]] { continuation.yield(chunk) }
            continuation.finish()
        }
        return DownloadOutput(body: HTTPBody(chunks), eTag: "7")
    }

    func replace(name: String, body: HTTPBody, context: OperationContext<Void>) async throws -> Int {
        var count = 0
        for try await chunk in body { count += chunk.count }
        return count
    }

    func echo(body: HTTPBody?, context: OperationContext<Void>) async throws -> HTTPBody { body ?? HTTPBody() }

    func convert(body: HTTPBody, context: OperationContext<Void>) async throws -> HTTPBody { body }

    func export(context: OperationContext<Void>) async throws -> HTTPBody { "a,b\n" }

    func follow(context: OperationContext<Void>) async throws -> ItemStream<ServerSentEvent<String>> {
        [ServerSentEvent("a\nb", event: "news", id: "1", retry: .milliseconds(50)), ServerSentEvent("[DONE]")]
    }

    func watch(lastEventID: String?, context: OperationContext<Void>) async throws -> WatchOutput {
        WatchOutput(
            body: [
                ServerSentEvent(Update(title: "a", number: 1), event: "update"), ServerSentEvent(Update(title: "b")),
            ],
            xSource: lastEventID.map { "after \($0)" }
        )
    }

    func observe(context: OperationContext<Void>) async throws -> ItemStream<ThreadEvent> {
        [
            .threadCreated(ThreadCreated(event: "thread.created", data: Update(title: "new"))),
            .threadDone(ThreadDone(event: "done", data: "[DONE]")),
        ]
    }

    func complete(body: Prompt, context: OperationContext<Void>) async throws -> CompleteOutput {
        if body.text.isEmpty { throw CompleteFailure.tooManyRequests }
        guard body.streamOrDefault else { return .ok(Completion(text: body.text)) }
        return .events(ItemStream(body.text.map { ServerSentEvent(Chunk(delta: String($0))) }))
    }

    func listRecords(context: OperationContext<Void>) async throws -> ItemStream<Update> {
        [Update(title: "a"), Update(title: "b", number: 2)]
    }

    func addRecords(body: ItemStream<Update>, context: OperationContext<Void>) async throws -> Int {
        var count = 0
        for try await _ in body { count += 1 }
        return count
    }

    func relay(body: ItemStream<Int>, context: OperationContext<Void>) async throws -> ItemStream<Int> { body }

    func log(body: ItemStream<ServerSentEvent<String>>?, context: OperationContext<Void>) async throws {
        _ = try await body?.collect()
    }
}
