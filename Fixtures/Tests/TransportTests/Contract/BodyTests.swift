import ApusRuntime
import Foundation
import HTTPTypes
import Testing

/// Bodies arrive as a whole or not at all, in both directions.
@Suite(.serialized) struct BodyTests {
    private static let text = String(repeating: "The wire carries what the server said. ", count: 20)
    private static let gzip =
        "H4sIAAAAAAACAwvJSFUozyxKVUhOLCrKTC1WKM9ILFEoAYoWpxaVpRYpFCdmpugphIwqG1U23JUBAL4lzzgMAwAA"

    @Test(arguments: Carrier.allCases) func aCompressedBodyIsDecompressed(carrier: Carrier) async throws {
        let bytes = Array(try #require(Data(base64Encoded: Self.gzip)))
        let reply = Reply(
            fields: [("Content-Type", "text/plain"), ("Content-Encoding", "gzip")], body: .bytes(bytes),
            plain: Array(Self.text.utf8))
        try await withWire(carrier) { _ in
            reply
        } _: { wire in
            let text = try await wire.client.text(ClientRequest(.get, "/a"))
            #expect(text == Self.text)
            // The length of the compressed body is not that of the body.
            var client = wire.client
            client.connection.responseLimit = bytes.count + 1
            #expect(await client.failure(ClientRequest(.get, "/a"))?.transportError is ResponseTooLarge)
        }
    }

    @Test(arguments: Carrier.allCases) func aBodyThatIsCutShortIsAnError(carrier: Carrier) async throws {
        for body in [Reply.Body.cut([1, 2], length: 10), .cutChunks([1, 2])] {
            try await withWire(carrier) { _ in
                Reply(body: body)
            } _: { wire in
                let error = await wire.client.failure(ClientRequest(.get, "/a"))?.transportError
                #expect(error != nil && !(error is CancellationError), "\(String(describing: error))")
            }
        }
    }

    /// The length in the head of a response to HEAD is that of a body that is not sent.
    @Test(arguments: Carrier.allCases) func anAnswerToHEADHasNoBody(carrier: Carrier) async throws {
        try await withWire(carrier) { _ in
            .text("twelve bytes")
        } _: { wire in
            var client = wire.client
            client.connection.responseLimit = 1
            let response = try await client.call(ClientRequest(.head, "/a"))
            #expect(response.status == 200 && response.body.isEmpty)
            #expect(response.headers[.contentType] == "text/plain")
        }
    }

    @Test(arguments: Carrier.allCases, [204, 304]) func statusesWithoutContentHaveNoBody(carrier: Carrier, status: Int)
        async throws
    {
        try await withWire(carrier) { _ in
            Reply(status: status, fields: [("ETag", "\"a\"")])
        } _: { wire in
            let response = try await wire.client.call(ClientRequest(.get, "/a"))
            #expect(response.status == status && response.body.isEmpty)
            #expect(response.headers[.eTag] == "\"a\"")
        }
    }

    /// URLSession cannot send a body with GET, and reports that before it sends anything.
    @Test(arguments: Carrier.allCases) func aBodyOfGETIsSentOrRefused(carrier: Carrier) async throws {
        try await withWire(carrier) { _ in
            .text("ok")
        } _: { wire in
            var request = ClientRequest(.get, "/a")
            request.stream(HTTPBody("what the caller said"))
            guard carrier == .urlSession else {
                let text = try await wire.client.text(request)
                #expect(text == "ok")
                #expect(wire.log.requests.map(\.body) == [Array("what the caller said".utf8)])
                return
            }
            guard case .invalidRequest = await wire.client.failure(request) else {
                Issue.record("not refused")
                return
            }
            #expect(wire.log.requests.isEmpty)
        }
    }

    @Test(arguments: Carrier.allCases, [HTTPRequest.Method.delete, .post, .patch, .put])
    func bodiesAreSentWithEveryMethod(carrier: Carrier, method: HTTPRequest.Method) async throws {
        try await withWire(carrier) { _ in
            .text("ok")
        } _: { wire in
            let large = Array(repeating: UInt8(7), count: 3_000_000)
            for body in [HTTPBody("what the caller said"), HTTPBody(large), HTTPBody()] {
                var request = ClientRequest(method, "/a")
                request.stream(body)
                let text = try await wire.client.text(request)
                #expect(text == "ok")
            }
            #expect(wire.log.requests.map(\.body.count) == [20, 3_000_000, 0])
            #expect(!wire.log.requests.contains { !$0.isWhole })
            #expect(wire.log.requests[1].body == large)
        }
    }

    /// A server may close a connection just as it is used again. Then the body arrives over another connection, or the call fails:
    /// a body is never incomplete.
    @Test(arguments: Carrier.allCases) func aBodyIsNeverHalfSentOverAClosedConnection(carrier: Carrier) async throws {
        let count = Counter(0)
        try await withWire(carrier) { request in
            count.change { $0 += request.connection == 1 ? 1 : 0 }
            return request.connection == 1 && count.value == 2 ? Reply(isDropped: true) : .text("ok")
        } _: { wire in
            _ = try await wire.client.call(ClientRequest(.get, "/a"))
            var request = ClientRequest(.patch, "/a")
            request.stream(HTTPBody("what the caller said"))
            let failure = await wire.client.failure(request)
            let bodies = wire.log.requests.filter { $0.method == "PATCH" }.map(\.body)
            #expect(Set(bodies) == [Array("what the caller said".utf8)])
            #expect(failure == nil || failure?.transportError != nil)
        }
    }

    @Test(arguments: Carrier.allCases) func piecesOfASlowBodyArriveAsTheyAreSent(carrier: Carrier) async throws {
        let gates = (0..<4).map { _ in Gate() }
        let pieces = gates.flatMap { [Reply.Piece.gate($0), .bytes(Array("piece".utf8))] }
        try await withWire(carrier) { _ in
            Reply(body: .pieces(pieces))
        } _: { wire in
            var request = ClientRequest(.post, "/a")
            let sent = AsyncStream<[UInt8]> { continuation in
                Task {
                    for _ in 0..<4 {
                        try await Task.sleep(for: .milliseconds(20))
                        continuation.yield(Array("piece".utf8))
                    }
                    continuation.finish()
                }
            }
            request.stream(HTTPBody(sent))
            async let response = wire.client.call(request)
            for gate in gates {
                try await Task.sleep(for: .milliseconds(20))
                gate.open()
            }
            #expect(try await response.text == "piecepiecepiecepiece")
            #expect(wire.log.requests.map(\.body) == [Array("piecepiecepiecepiece".utf8)])
        }
    }
}
