import ApusRuntime
import Foundation
import Synchronization
import Testing
import UpdateConversationSDK

/// What is sent again, how often and when.
@Suite struct RetryTests {
    private static func send(
        _ transport: ScriptedTransport, _ method: HTTPRequest.Method, body: HTTPBody? = nil,
        parameters: (inout ClientRequest) -> Void = { _ in }, timeout: Duration? = nil,
        _ middleware: any ClientMiddleware...
    ) async -> Int? {
        var request = ClientRequest(method, "/a")
        request.stream(body)
        parameters(&request)
        var client = Seed.Client(server: "http://test", transport: transport).with(timeout: timeout)
        client.connection.middleware = middleware
        do {
            let response = try await client.send(request)
            return response.status
        } catch {
            return nil
        }
    }

    @Test(arguments: [408, 425, 429, 500, 502, 503, 504]) func statusesThatMayPass(status: Int) async {
        let (transport, clock) = (ScriptedTransport(.status(status), .status(status), .status(200)), InstantClock())
        #expect(await Self.send(transport, .get, RetryMiddleware.instant(clock)) == 200)
        #expect(clock.recorded == [.milliseconds(500), .seconds(1)])
    }

    @Test(arguments: [200, 204, 301, 400, 401, 403, 404, 409, 410, 422, 501, 505]) func otherStatuses(status: Int) async
    {
        let transport = ScriptedTransport(.status(status))
        #expect(await Self.send(transport, .get, RetryMiddleware.instant(InstantClock())) == status)
        #expect(transport.sent.count == 1)
    }

    @Test func lostConnections() async {
        let (transport, clock) = (ScriptedTransport(.lost, .status(200)), InstantClock())
        #expect(await Self.send(transport, .get, RetryMiddleware.instant(clock)) == 200)
        let always = ScriptedTransport(.lost)
        #expect(await Self.send(always, .get, RetryMiddleware.instant(clock)) == nil)
        #expect(transport.sent.count == 2 && always.sent.count == 4)
    }

    @Test func otherErrors() async {
        struct NotSignedIn: Error {}
        for error in [CancellationError(), InvalidRequest("no"), NotSignedIn()] as [any Error & Sendable] {
            let transport = ScriptedTransport(.error(error))
            #expect(await Self.send(transport, .get, RetryMiddleware.instant(InstantClock())) == nil)
            #expect(transport.sent.count == 1, "\(error)")
        }
    }

    @Test(arguments: [
        (HTTPRequest.Method.get, 4), (.head, 4), (.put, 4), (.delete, 4), (.options, 4), (.named("QUERY"), 4),
        (.post, 1), (.patch, 1), (.named("COPY"), 1),
    ])
    func methods(method: HTTPRequest.Method, count: Int) async {
        let transport = ScriptedTransport(.status(503))
        #expect(await Self.send(transport, method, RetryMiddleware.instant(InstantClock())) == 503)
        #expect(transport.sent.count == count)
    }

    @Test func bodiesThatCanBeSentAgain() async {
        let stream = AsyncStream<[UInt8]> { $0.finish() }
        for (body, count) in [(HTTPBody("a"), 4), (HTTPBody(file: "/tmp/none"), 4), (HTTPBody(stream), 1)] {
            let transport = ScriptedTransport(.status(503))
            #expect(await Self.send(transport, .put, body: body, RetryMiddleware.instant(InstantClock())) == 503)
            #expect(transport.sent.count == count)
        }
    }

    // MARK: Idempotency keys

    @Test func keysMakeAnOperationRepeatable() async {
        let transport = ScriptedTransport(.lost, .status(503), .status(200))
        let retries = RetryMiddleware.instant(InstantClock())
        #expect(
            await Self.send(transport, .post, body: "a", .idempotencyKeys(header: "Idempotency-Key"), retries) == 200)
        let keys = transport.sent.map { $0.head.headerFields[.key] }
        #expect(keys.count == 3 && Set(keys).count == 1 && keys[0]?.count == 36)
        _ = await Self.send(transport, .post, .idempotencyKeys(header: "Idempotency-Key"))
        #expect(transport.sent[3].head.headerFields[.key] != keys[0])
    }

    /// The document declares the header, and the caller leaves it out or sets it.
    @Test func keysThatTheDocumentDeclares() async {
        let declared = { (request: inout ClientRequest) in request.header("X-Idempotency-Key", nil as String?) }
        let given = { (request: inout ClientRequest) in request.header("X-Idempotency-Key", "mine") }
        let retries = RetryMiddleware.instant(InstantClock())
        let transports = (0..<4).map { _ in ScriptedTransport(.status(503), .status(200)) }
        #expect(await Self.send(transports[0], .post, parameters: declared, .idempotencyKeys(), retries) == 200)
        #expect(await Self.send(transports[1], .post, parameters: given, .idempotencyKeys(), retries) == 200)
        #expect(await Self.send(transports[2], .post, parameters: given, retries) == 200)
        #expect(await Self.send(transports[3], .post, .idempotencyKeys(), retries) == 503)
        #expect(transports[0].sent[0].head.headerFields[.otherKey]?.count == 36)
        #expect(transports[1].sent.map { $0.head.headerFields[.otherKey] } == ["mine", "mine"])
        #expect(transports[3].sent[0].head.headerFields[.otherKey] == nil)
    }

    @Test func idempotentMethodsGetNoKey() async {
        let transport = ScriptedTransport(.status(200))
        _ = await Self.send(transport, .put, .idempotencyKeys(header: "Idempotency-Key"))
        #expect(transport.sent[0].head.headerFields[.key] == nil)
    }

    // MARK: Waiting

    @Test func theServerSaysHowLong() async {
        let date = "Sun, 06 Nov 1994 08:49:37 GMT"
        for (field, wait) in [("7", 7.0), ("0", 0), (date, 12), ("Sunday, 06-Nov-94 08:49:37 GMT", 12), ("soon", 0.5)] {
            let (transport, clock) = (
                ScriptedTransport(.status(429, [.retryAfter: field]), .status(200)), InstantClock()
            )
            var retries = RetryMiddleware.instant(clock)
            retries.now = { Date(timeIntervalSince1970: 784_111_765) }
            #expect(await Self.send(transport, .get, retries) == 200)
            #expect(clock.recorded == [.seconds(wait)], "\(field)")
        }
    }

    /// A date in the past is no reason to wait.
    @Test func aDateInThePast() async {
        let fields: HTTPFields = [.retryAfter: "Sun Nov  6 08:49:37 1994"]
        let (transport, clock) = (ScriptedTransport(.status(429, fields), .status(200)), InstantClock())
        #expect(await Self.send(transport, .get, RetryMiddleware.instant(clock)) == 200)
        #expect(clock.recorded == [.zero])
    }

    @Test(arguments: ["61", "99999999999999999999999999", "Sun, 06 Nov 9994 08:49:37 GMT"])
    func aWaitThatIsTooLong(field: String) async {
        let transport = ScriptedTransport(.status(503, [.retryAfter: field]), .status(200))
        #expect(await Self.send(transport, .get, RetryMiddleware.instant(InstantClock())) == 503)
        #expect(transport.sent.count == 1)
    }

    /// A call that would end before the next attempt gets the response instead of a time-out.
    @Test func aWaitThatTheCallHasNoTimeFor() async {
        let transport = ScriptedTransport(.status(503, [.retryAfter: "7"]), .status(200))
        #expect(await Self.send(transport, .get, timeout: .seconds(6), RetryMiddleware.instant(InstantClock())) == 503)
        #expect(await Self.send(transport, .get, timeout: .seconds(60), RetryMiddleware.instant(InstantClock())) == 200)
    }

    @Test func backoffGrowsUpToABound() async {
        let (transport, clock) = (ScriptedTransport(.lost), InstantClock())
        var retries = RetryMiddleware.instant(clock, limit: 7)
        #expect(await Self.send(transport, .get, retries) == nil)
        #expect(clock.recorded == [0.5, 1, 2, 4, 8, 8, 8].map { .seconds($0) })
        let half = InstantClock()
        retries.clock = half
        retries.random = { 0.5 }
        #expect(await Self.send(transport, .get, retries) == nil)
        #expect(half.recorded == [0.25, 0.5, 1, 2, 4, 4, 4].map { .seconds($0) })
    }

    @Test func aBudgetEndsRetries() async {
        let (transport, budget) = (ScriptedTransport(.status(503)), RetryBudget(capacity: 5, refill: 0.5))
        let retries = RetryMiddleware.instant(InstantClock(), budget: budget)
        for _ in 0..<10 { #expect(await Self.send(transport, .get, retries) == 503) }
        #expect(transport.sent.count == 10 + 5)
        for _ in 0..<4 { #expect(await Self.send(ScriptedTransport(.status(200)), .get, retries) == 200) }
        #expect(await Self.send(transport, .get, retries) == 503)
        #expect(transport.sent.count == 15 + 3)
    }

    @Test func aWaitEndsWithItsTask() async {
        let transport = ScriptedTransport(.status(503, [.retryAfter: "50"]))
        let task = Task { await Self.send(transport, .get, .retries()) }
        while transport.sent.isEmpty { await Task.yield() }
        task.cancel()
        #expect(await task.value == nil)
        #expect(transport.sent.count == 1)
    }
}

extension HTTPField.Name {
    fileprivate static let key = Self("Idempotency-Key") ?? .authorization
    fileprivate static let otherKey = Self("X-Idempotency-Key") ?? .authorization
}
