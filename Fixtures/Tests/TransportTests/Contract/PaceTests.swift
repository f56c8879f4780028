import ApusRuntime
import Foundation
import HTTPTypes
import Testing

/// A client reads as much as it wants, and waits as long as it wants.
@Suite(.serialized) struct PaceTests {
    /// A response without an end and without a length is abandoned at the limit, and its connection is closed.
    @Test(arguments: Carrier.allCases) func theLimitOfResponses(carrier: Carrier) async throws {
        try await withWire(carrier) { _ in
            Reply(body: .endless)
        } _: { wire in
            var client = wire.client
            client.connection.responseLimit = 1_000_000
            #expect(await client.failure(ClientRequest(.get, "/a"))?.transportError is ResponseTooLarge)
            // Linux's URLSession may not get round to cancelling while bytes stream in.
            guard Carrier.withBackPressure.contains(carrier) else { return }
            let isClosed = try await wire.log.wait { $0.closed == 1 }
            #expect(isClosed)
            #expect(wire.log.sent < 32 << 20, "\(wire.log.sent)")
        }
    }

    /// A server creates no more than the buffers between it and a waiting reader can contain.
    @Test(arguments: Carrier.withBackPressure) func aServerMakesNoMoreThanTheReaderTakes(carrier: Carrier) async throws
    {
        try await withWire(carrier) { _ in
            Reply(body: .endless)
        } _: { wire in
            let response = try await wire.client.send(ClientRequest(.get, "/a"))
            var body: HTTPBody.AsyncIterator? = try await response.stream().makeAsyncIterator()
            _ = try await body?.next()
            var (before, now) = (-1, wire.log.sent)
            for _ in 0..<100 where now != before && now < 1 << 30 {
                try await Task.sleep(for: .milliseconds(250))
                (before, now) = (now, wire.log.sent)
            }
            #expect(now == before && now < 32 << 20, "\(now)")
            // It continues when the reader does, and ends when the reader leaves.
            for _ in 0..<1_000 where wire.log.sent == now { _ = try await body?.next() }
            #expect(wire.log.sent > now)
            body = nil
            withExtendedLifetime(response) {}
        }
    }

    /// Other readers are not blocked by a reader that waits.
    @Test(arguments: Carrier.withBackPressure) func readersBesideEachOther(carrier: Carrier) async throws {
        try await withWire(carrier) {
            $0.path == "/endless" ? Reply(body: .endless) : .text("ok")
        } _: { wire in
            var slow: [HTTPBody.AsyncIterator] = []
            for _ in 0..<3 {
                var body = try await wire.client.send(ClientRequest(.get, "/endless")).stream().makeAsyncIterator()
                _ = try await body.next()
                slow.append(body)
            }
            for _ in 0..<5 { #expect(try await wire.client.text(ClientRequest(.get, "/a")) == "ok") }
            withExtendedLifetime(slow) {}
        }
    }

    /// Between two events, a server may be silent for longer than the transport's usual timeout.
    @Test(arguments: Carrier.allCases) func anEventStreamMayBeSilent(carrier: Carrier) async throws {
        let gate = Gate()
        let reply = Reply(
            fields: [("Content-Type", "text/event-stream")],
            body: .pieces([.bytes(Array("data: 1\n\n".utf8)), .gate(gate), .bytes(Array("data: 2\n\n".utf8))]))
        try await withWire(carrier, timeout: 5) { _ in
            reply
        } _: { wire in
            let events: ItemStream<ServerSentEvent<Int>> = try await wire.client.send(ClientRequest(.get, "/a"))
                .events()
            var seen: [Int] = []
            for try await event in events {
                seen.append(event.data)
                Task {
                    try await Task.sleep(for: .seconds(carrier == .memory ? 0 : 8))
                    gate.open()
                }
            }
            #expect(seen == [1, 2])
        }
    }

    /// A server that sends nothing at all, and one that stops in the middle of a value.
    @Test(arguments: Carrier.allCases.filter { $0 != .memory }) func aServerThatSaysNothingTimesOut(carrier: Carrier)
        async throws
    {
        let gate = Gate()
        defer { gate.open() }
        for reply in [Reply(gate: gate), Reply(body: .pieces([.bytes([1]), .gate(gate)]))] {
            try await withWire(carrier, timeout: 1) { _ in
                reply
            } _: { wire in
                let error = await wire.client.failure(ClientRequest(.get, "/a"))?.transportError
                #expect(error is ResponseTimeout, "\(String(describing: error))")
            }
        }
    }

    // MARK: Cancellation

    /// Whatever a call is waiting for, `catch .transport(is CancellationError, _)` recognises that it was cancelled.
    private static func isCancelled(
        _ wire: Wire, _ request: ClientRequest = ClientRequest(.get, "/a"),
        once isReady: @escaping @Sendable (WireLog) -> Bool
    ) async throws -> Bool {
        let task = Task { () async -> Bool in
            do throws(ClientError<Never>) {
                _ = try await wire.client.call(request)
                return false
            } catch .transport(is CancellationError, _) {
                return true
            } catch {
                Issue.record("\(error)")
                return false
            }
        }
        _ = try await wire.log.wait(until: isReady)
        task.cancel()
        return await task.value
    }

    @Test(arguments: Carrier.allCases) func cancelledBeforeTheHead(carrier: Carrier) async throws {
        let gate = Gate()
        defer { gate.open() }
        try await withWire(carrier) { _ in
            Reply(gate: gate)
        } _: { wire in
            let isCancelled = try await Self.isCancelled(wire) { $0.requests.count == 1 }
            #expect(isCancelled)
        }
    }

    @Test(arguments: Carrier.allCases) func cancelledInTheBody(carrier: Carrier) async throws {
        let gate = Gate()
        defer { gate.open() }
        try await withWire(carrier) { _ in
            Reply(body: .pieces([.bytes([1]), .gate(gate)]))
        } _: { wire in
            let isCancelled = try await Self.isCancelled(wire) { $0.requests.count == 1 }
            #expect(isCancelled)
        }
    }

    @Test(arguments: Carrier.allCases) func cancelledWhileItSends(carrier: Carrier) async throws {
        try await withWire(carrier) { _ in
            .text("ok")
        } _: { wire in
            let hasBegun = Counter(false)
            var request = ClientRequest(.post, "/a")
            request.stream(
                HTTPBody(
                    AsyncThrowingStream<[UInt8], any Error> {
                        if hasBegun.value { try await Task.sleep(for: .seconds(3_600)) }
                        hasBegun.change { $0 = true }
                        return [1]
                    }
                )
            )
            let isCancelled = try await Self.isCancelled(wire, request) { _ in hasBegun.value }
            #expect(isCancelled)
        }
    }

    @Test(arguments: Carrier.allCases) func cancelledBeforeItIsSent(carrier: Carrier) async throws {
        try await withWire(carrier) { _ in
            .text("ok")
        } _: { wire in
            let gate = Gate()
            let task = Task { () async -> Bool in
                try? await gate.wait()
                do throws(ClientError<Never>) {
                    _ = try await wire.client.call(ClientRequest(.get, "/a"))
                    return false
                } catch .transport(is CancellationError, _) {
                    return true
                } catch {
                    return false
                }
            }
            task.cancel()
            gate.open()
            #expect(await task.value)
            #expect(wire.log.requests.isEmpty)
        }
    }

    @Test(arguments: Carrier.allCases) func cancelledInALoop(carrier: Carrier) async throws {
        let gate = Gate()
        defer { gate.open() }
        let reply = Reply(
            fields: [("Content-Type", "text/event-stream")],
            body: .pieces([.bytes(Array("data: 1\n\n".utf8)), .gate(gate)]))
        try await withWire(carrier) { _ in
            reply
        } _: { wire in
            let hasBegun = Counter(false)
            let task = Task {
                let stream: ItemStream<ServerSentEvent<Int>> = try await wire.client.send(ClientRequest(.get, "/a"))
                    .events()
                for try await _ in stream { hasBegun.change { $0 = true } }
            }
            _ = try await wire.log.wait { _ in hasBegun.value }
            task.cancel()
            guard case .failure(let error) = await task.result else {
                Issue.record("ended as if it were whole")
                return
            }
            #expect(error is CancellationError, "\(error)")
        }
    }
}
