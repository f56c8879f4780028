import ApusRuntime
import HTTPTypes
import Testing

/// Each transport says which of its errors another attempt may mend.
@Suite(.serialized) struct FailureTests {
    @Test(arguments: Carrier.allCases.filter { $0 != .memory })
    func lostConnectionsAreWorthAnotherAttempt(carrier: Carrier) async throws {
        for reply in [Reply(isDropped: true), Reply(body: .cut([1], length: 2)), Reply(body: .cutChunks([1]))] {
            try await withWire(carrier) { _ in
                reply
            } _: { wire in
                let error = try #require(await wire.client.failure(ClientRequest(.get, "/a")))
                #expect(error.isRetryable && !error.isTimeout && !error.isCancellation, "\(error)")
            }
        }
    }

    @Test(arguments: Carrier.allCases.filter { $0 != .memory })
    func serversThatCannotBeReached(carrier: Carrier) async throws {
        let transport = try await withWire(carrier) { _ in
            .text("ok")
        } _: {
            $0.client.connection.transport
        }
        let client = ScriptedClient(server: "http://127.0.0.1:1", transport: transport)
        let error = try #require(await client.failure(ClientRequest(.get, "/a")))
        #expect(error.isRetryable && !error.isCancellation, "\(error)")
    }

    @Test(arguments: Carrier.allCases.filter { $0 != .memory }) func timeouts(carrier: Carrier) async throws {
        let gate = Gate()
        defer { gate.open() }
        try await withWire(carrier, timeout: 0.2) { _ in
            Reply(gate: gate)
        } _: { wire in
            let error = try #require(await wire.client.failure(ClientRequest(.get, "/a")))
            #expect(error.isTimeout && error.isRetryable && !error.isCancellation, "\(error)")
        }
    }
}
