import ApusRuntime
import Foundation
import StreamsSDK

/// A server whose streams tests can observe and feed.
struct LiveStreams: StreamsAPI {
    /// The events that ``follow(context:)`` sends.
    let posts: AsyncStream<String>
    let post: AsyncStream<String>.Continuation
    /// The number of bytes that ``echo(body:context:)`` has created, and whether the stream was ended.
    let made = Counter(0)
    let hasEnded = Counter(false)

    init() { (posts, post) = AsyncStream.makeStream() }

    /// `size` bytes in chunks of 64 KiB, created as they are read.
    static func chunks(_ size: Int) -> AsyncStream<[UInt8]> {
        let rest = Counter(size)
        return AsyncStream {
            var chunk: [UInt8]?
            rest.change { rest in
                let count = min(rest, 64 << 10)
                rest -= count
                chunk = count > 0 ? [UInt8](repeating: 1, count: count) : nil
            }
            return chunk
        }
    }

    func download(name: String, context: OperationContext<Void>) async throws -> DownloadOutput {
        DownloadOutput(body: HTTPBody(Self.chunks(Int(name) ?? 0)), eTag: name)
    }

    func replace(name: String, body: HTTPBody, context: OperationContext<Void>) async throws -> Int {
        var count = 0
        for try await chunk in body { count += chunk.count }
        return count
    }

    /// Bytes without an end.
    func echo(body: HTTPBody?, context: OperationContext<Void>) async throws -> HTTPBody {
        let (made, hasEnded) = (made, hasEnded)
        final class Watch: Sendable {
            let hasEnded: Counter<Bool>
            init(_ hasEnded: Counter<Bool>) { self.hasEnded = hasEnded }
            deinit { hasEnded.change { $0 = true } }
        }
        let watch = Watch(hasEnded)
        return HTTPBody(
            AsyncStream<[UInt8]> {
                _ = watch
                made.change { $0 += 64 << 10 }
                return [UInt8](repeating: 2, count: 64 << 10)
            }
        )
    }

    func convert(body: HTTPBody, context: OperationContext<Void>) async throws -> HTTPBody { body }

    func export(context: OperationContext<Void>) async throws -> HTTPBody { "a,b\n" }

    func follow(context: OperationContext<Void>) async throws -> ItemStream<ServerSentEvent<String>> {
        ItemStream(posts.map { ServerSentEvent($0) })
    }

    func watch(lastEventID: String?, context: OperationContext<Void>) async throws -> WatchOutput {
        WatchOutput(body: [])
    }

    func observe(context: OperationContext<Void>) async throws -> ItemStream<ThreadEvent> { [] }

    func complete(body: Prompt, context: OperationContext<Void>) async throws -> CompleteOutput {
        guard body.streamOrDefault else { return .ok(Completion(text: body.text)) }
        return .events(ItemStream(body.text.map { ServerSentEvent(Chunk(delta: String($0))) }))
    }

    func listRecords(context: OperationContext<Void>) async throws -> ItemStream<Update> {
        ItemStream((0..<5_000).map { (number: Int) in Update(title: "title \(number)", number: number) })
    }

    func addRecords(body: ItemStream<Update>, context: OperationContext<Void>) async throws -> Int {
        var count = 0
        for try await record in body where record.number == count { count += 1 }
        return count
    }

    func relay(body: ItemStream<Int>, context: OperationContext<Void>) async throws -> ItemStream<Int> { body }

    func log(body: ItemStream<ServerSentEvent<String>>?, context: OperationContext<Void>) async throws {}
}
