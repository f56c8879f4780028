import ApusHummingbird
import ApusRuntime
import Foundation
import Hummingbird
import StreamsSDK
import Testing

/// Bodies that are streams, generated client against generated server over HTTP.
@Suite(.serialized) struct StreamTests {
    typealias Carrier = RoundTripTests.Carrier

    private static func withClient<Result: Sendable>(
        _ carrier: Carrier, _ server: LiveStreams = LiveStreams(),
        _ test: @Sendable @escaping (StreamsClient) async throws -> Result
    ) async throws -> Result {
        try await withServer(HummingbirdResponder(server)) { address in
            try await test(StreamsClient(server: ServerURL(address), transport: carrier.transport))
        }
    }

    @Test(arguments: Carrier.allCases) func aDownloadIsAStream(carrier: Carrier) async throws {
        let (count, tag) = try await Self.withClient(carrier) { client in
            let file = try await client.download(name: "20000000")
            var count = 0
            for try await chunk in file.body { count += chunk.count }
            return (count, file.eTag)
        }
        #expect(count == 20_000_000)
        #expect(tag == "20000000")
    }

    @Test(arguments: Carrier.allCases) func anUploadIsAStream(carrier: Carrier) async throws {
        for size in [0, 1_000, 5_000_000] {
            let count = try await Self.withClient(carrier) { client in
                try await client.replace(name: "a", body: HTTPBody(LiveStreams.chunks(size)))
            }
            #expect(count == size)
        }
    }

    @Test(arguments: Carrier.allCases) func aFileIsUploadedAsAStream(carrier: Carrier) async throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "apus-\(UUID().uuidString)")
        try Data(count: 3_000_000).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        let body = HTTPBody(file: url.path)
        #expect(try await Self.withClient(carrier) { try await $0.replace(name: "a", body: body) } == 3_000_000)
    }

    @Test(arguments: Carrier.allCases) func rangesOfMediaTypes(carrier: Carrier) async throws {
        let picture = try await Self.withClient(carrier) { client in
            let picture = try await client.convert(body: HTTPBody([1, 2], contentType: "image/png"))
            return (picture.contentType, try await picture.bytes())
        }
        #expect(picture.0 == "image/png")
        #expect(picture.1 == [1, 2])
    }

    /// Each event arrives before the next one is created.
    @Test(arguments: Carrier.allCases) func eventsArriveAsTheyAreMade(carrier: Carrier) async throws {
        let server = LiveStreams()
        let seen = try await Self.withClient(carrier, server) { client in
            var seen: [String] = []
            server.post.yield("first")
            for try await event in try await client.follow() {
                seen.append(event.data)
                if seen.count == 3 { break }
                server.post.yield("after \(event.data)")
            }
            return seen
        }
        #expect(seen == ["first", "after first", "after after first"])
    }

    @Test(arguments: Carrier.allCases) func aValueOrAStream(carrier: Carrier) async throws {
        let texts = try await Self.withClient(carrier) { client in
            var texts: [String] = []
            for stream in [false, true] {
                switch try await client.complete(body: Prompt(text: "é😀", stream: stream)) {
                case .ok(let completion): texts.append(completion.text)
                case .events(let events):
                    texts.append(try await events.collect().map(\.data.delta).joined(separator: "-"))
                }
            }
            return texts
        }
        #expect(texts == ["é😀", "é-😀"])
    }

    @Test(arguments: Carrier.allCases) func linesGoBothWays(carrier: Carrier) async throws {
        let sent = (0..<5_000).map { (number: Int) in Update(title: "title \(number)", number: number) }
        let count = try await Self.withClient(carrier) { try await $0.addRecords(body: ItemStream(sent)) }
        #expect(count == sent.count)
        let records = try await Self.withClient(carrier) { try await $0.listRecords().collect() }
        #expect(records == sent)
    }

    /// A reader that stops ends the exchange, and with it the server's stream.
    @Test(arguments: Carrier.allCases) func whoLeavesEndsTheStream(carrier: Carrier) async throws {
        let server = LiveStreams()
        try await Self.withClient(carrier, server) { client in
            for try await _ in try await client.echo() { break }
            for _ in 0..<200 where !server.hasEnded.value { try await Task.sleep(for: .milliseconds(50)) }
        }
        #expect(server.hasEnded.value)
    }

    /// A reader that waits prevents the server from creating more than the buffers between them can contain. This does not apply to
    /// URLSession on Linux, which cannot wait: see `Exchange`.
    @Test(arguments: [Carrier.asyncHTTPClient]) func aSlowReaderSlowsTheServer(carrier: Carrier) async throws {
        let server = LiveStreams()
        let made = try await Self.withClient(carrier, server) { client in
            var iterator = try await client.echo().makeAsyncIterator()
            _ = try await iterator.next()
            try await Task.sleep(for: .seconds(2))
            let made = server.made.value
            try await Task.sleep(for: .seconds(1))
            _ = try await iterator.next()
            return (made, server.made.value)
        }
        #expect(made.0 < 64 << 20, "\(made.0) bytes were made")
        #expect(made.1 - made.0 < 16 << 20, "\(made.1 - made.0) bytes were made while nobody read")
    }

    @Test(arguments: Carrier.allCases) func cancellationEndsTheReading(carrier: Carrier) async throws {
        try await Self.withClient(carrier) { client in
            let start = ContinuousClock.now
            let task = Task { try await client.follow().collect() }
            try await Task.sleep(for: .milliseconds(300))
            task.cancel()
            _ = await task.result
            #expect(ContinuousClock.now - start < .seconds(5))
        }
    }

    /// `APUS_STREAM_MEGABYTES=200` prints the memory that streams use: the peak resident size before and after.
    @Test(
        .enabled(if: ProcessInfo.processInfo.environment["APUS_STREAM_MEGABYTES"] != nil),
        arguments: Carrier.allCases)
    func memoryOfLargeStreams(carrier: Carrier) async throws {
        let megabytes = ProcessInfo.processInfo.environment["APUS_STREAM_MEGABYTES"].flatMap { Int($0) } ?? 200
        let size = megabytes << 20
        let before = Self.peakMemory()
        let (down, up) = try await Self.withClient(carrier) { client in
            var down = 0
            for try await chunk in try await client.download(name: "\(size)").body { down += chunk.count }
            return (down, try await client.replace(name: "a", body: HTTPBody(LiveStreams.chunks(size))))
        }
        #expect(down == size)
        #expect(up == size)
        print(
            "\(carrier): \(megabytes) MiB down and up, peak memory \(before) MiB before, \(Self.peakMemory()) MiB after"
        )
    }

    private static func peakMemory() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return (line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) } ?? 0) / 1_024
    }
}
