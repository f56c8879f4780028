import ApusRuntime
import Foundation
import HTTPTypes
import Testing

/// The text of an error never contains what may be a credential.
@Suite(.serialized) struct ErrorTextTests {
    private static func texts(_ error: any Error) -> [String] {
        var dumped = ""
        dump(error, to: &dumped)
        return ["\(error)", String(reflecting: error), error.localizedDescription, dumped]
    }

    private static func check(_ error: ClientError<Never>?) throws {
        let error = try #require(error)
        let inner: [any Error] = error.transportError.map { [$0, $0 as NSError] } ?? []
        for text in ([error] + inner).flatMap(texts) { #expect(!text.contains("secret"), "\(text)") }
    }

    @Test(arguments: Carrier.allCases) func whatWentWrongOnTheWire(carrier: Carrier) async throws {
        let gate = Gate()
        defer { gate.open() }
        let replies = [
            Reply(body: .cut([1], length: 2)), Reply(body: .cutChunks([1])), Reply(isDropped: true),
            Reply(body: .endless),
        ]
        for reply in replies {
            try await withWire(carrier) { _ in
                reply
            } _: { wire in
                var client = wire.client.withKeys
                client.connection.responseLimit = 1_000
                try Self.check(
                    await client.failure(.keyed(.get, "/a"))
                        ?? .transport(CancellationError(), ClientOperation(.get, "/a")))
            }
        }
        guard carrier != .memory else { return }
        try await withWire(carrier, timeout: 1) { _ in
            Reply(gate: gate)
        } _: { wire in
            try Self.check(await wire.client.withKeys.failure(.keyed(.get, "/a")))
        }
    }

    @Test(arguments: Carrier.allCases.filter { $0 != .memory }) func theErrorSaysThatThereIsNoServer(carrier: Carrier)
        async throws
    {
        let transport = try await withWire(carrier) { _ in
            .text("ok")
        } _: {
            $0.client.connection.transport
        }
        for server in ["http://127.0.0.1:1", "http://nowhere.invalid"] as [ServerURL<ScriptedClient>] {
            let client = ScriptedClient(server: server, transport: transport).withKeys
            let error = await client.failure(.keyed(.get, "/a"))
            #expect(error?.transportError != nil)
            try Self.check(error)
        }
    }

    /// A value that cannot be sent is named, but not shown.
    @Test(arguments: Carrier.allCases) func whatIsNotSent(carrier: Carrier) async throws {
        try await withWire(carrier) { _ in
            .text("ok")
        } _: { wire in
            var client = wire.client
            client.connection.credentials = .apiKey("field", header: "X-Key", "secret\u{1}")
            var errors = [await client.failure(ClientRequest(.get, "/a", security: [["field"]]))]
            client.connection.credentials = .apiKey("field", header: "X-Key", "secret\n")
            errors.append(await client.failure(ClientRequest(.get, "/a", security: [["field"]])))
            for server in ["http://user:secret@host", "http://host/?key=secret"] as [ServerURL<ScriptedClient>] {
                client.connection.server = server
                errors.append(await client.failure(ClientRequest(.get, "/a")))
            }
            errors.append(await client.failure(ClientRequest(.post, to: "ftp://user:secret@host/a?key=secret")))
            for error in errors {
                guard case .invalidRequest = error else {
                    Issue.record("\(String(describing: error))")
                    return
                }
                try Self.check(error)
            }
            #expect(wire.log.requests.isEmpty)
        }
    }
}
