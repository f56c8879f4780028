import ApusRuntime
import Foundation
import HTTPTypes
import Testing

/// Redirects never send anything to another origin, and never lose or change the method or body.
@Suite(.serialized) struct RedirectTests {
    private static let statuses = [301, 302, 303, 307, 308]
    private static let methods: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete]

    @Test(arguments: Carrier.allCases, statuses)
    func redirectsWithinTheOriginAreFollowed(carrier: Carrier, status: Int) async throws {
        for method in Self.methods {
            try await withWire(carrier) {
                $0.path == "/old" ? .redirect(status, to: "/new?a=1") : .text("there")
            } _: { wire in
                var request = ClientRequest.keyed(method, "/old")
                let mayHaveBody = method != .get && method != .head
                if mayHaveBody { request.stream(HTTPBody("what the caller said")) }
                let response = try await wire.client.withKeys.call(request)
                guard !mayHaveBody || status >= 307 else {
                    #expect(response.status == status && wire.log.requests.count == 1, "\(method)")
                    return
                }
                #expect(response.status == 200 && wire.log.requests.map(\.path) == ["/old", "/new"], "\(method)")
                let (first, second) = (wire.log.requests[0], wire.log.requests[1])
                #expect(second.method == method.rawValue && second.target == "/new?a=1")
                #expect(second.body == first.body && second.isWhole)
                #expect(second.body == (mayHaveBody ? Array("what the caller said".utf8) : []))
                #expect(second.values("X-Session-API-Key") == ["secret-in-field"])
                #expect(second.values("Content-Type") == first.values("Content-Type"))
            }
        }
    }

    /// Another port, another host, another scheme.
    @Test(arguments: Carrier.allCases, statuses)
    func neverToAnotherOrigin(carrier: Carrier, status: Int) async throws {
        let elsewhere = try ScriptedServer(log: WireLog()) { _ in .text("caught") }
        defer { elsewhere.stop() }
        for method in [HTTPRequest.Method.get, .patch] {
            for place in ["http://127.0.0.1", "//localhost", "https://127.0.0.1", "http://user@127.0.0.1"] {
                let location = "\(place):\(elsewhere.port)/new"
                try await withWire(carrier) { _ in
                    .redirect(status, to: location)
                } _: { wire in
                    var request = ClientRequest.keyed(method, "/old")
                    if method == .patch { request.stream(HTTPBody("what the caller said")) }
                    let response = try await wire.client.withKeys.call(request)
                    #expect(response.status == status && response.headers[.location] == location)
                    #expect(response.text == "moved")
                    #expect(wire.log.requests.count == 1)
                }
            }
        }
        #expect(elsewhere.log.requests.isEmpty)
    }

    /// The redirect that FastAPI sends if a slash is missing.
    @Test(arguments: Carrier.allCases) func aRedirectToATrailingSlashIsFollowed(carrier: Carrier) async throws {
        let address = Counter("")
        try await withWire(carrier) {
            $0.path == "/items" ? .redirect(307, to: "\(address.value)\($0.path)/") : .text("there")
        } _: { wire in
            address.change { $0 = wire.address }
            var request = ClientRequest(.patch, "/items")
            request.stream(HTTPBody("what the caller said"))
            let text = try await wire.client.text(request)
            #expect(text == "there")
            #expect(wire.log.requests.map(\.method) == ["PATCH", "PATCH"])
            #expect(wire.log.requests.map(\.body) == Array(repeating: Array("what the caller said".utf8), count: 2))
        }
    }

    @Test(arguments: Carrier.allCases) func aFileIsSentAgain(carrier: Carrier) async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "apus-\(UUID().uuidString)")
        try Data("what the file holds".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        try await withWire(carrier) {
            $0.path == "/old" ? .redirect(308, to: "new") : .text("there")
        } _: { wire in
            var request = ClientRequest(.put, "/old")
            request.stream(HTTPBody(file: file.path))
            let text = try await wire.client.text(request)
            #expect(text == "there")
            #expect(wire.log.requests.map(\.body) == Array(repeating: Array("what the file holds".utf8), count: 2))
        }
    }

    /// A sequence may provide its chunks only once.
    @Test(arguments: Carrier.allCases) func aStreamIsNotSentAgain(carrier: Carrier) async throws {
        try await withWire(carrier) { _ in
            .redirect(307, to: "/new")
        } _: { wire in
            var request = ClientRequest(.put, "/old")
            let chunks = AsyncStream<[UInt8]> { continuation in
                continuation.yield([1, 2, 3])
                continuation.finish()
            }
            request.stream(HTTPBody(chunks))
            let status = try await wire.client.status(request)
            #expect(status == 307)
            #expect(wire.log.requests.map(\.body) == [[1, 2, 3]])
        }
    }

    @Test(arguments: Carrier.allCases) func aCircleOfRedirectsEnds(carrier: Carrier) async throws {
        try await withWire(carrier) { _ in
            .redirect(307, to: "/old")
        } _: { wire in
            let status = try await wire.client.status(ClientRequest(.get, "/old"))
            #expect(status == 307)
            #expect(wire.log.requests.count == 6)
        }
    }

    enum Moved: OperationFailure {
        case moved(Int)
        static var responses: [FailureResponse<Self>] { [.noContent(range: 300..<400, Self.moved)] }
        var response: ServerResponse { .noContent() }
    }

    enum Anything: OperationFailure {
        case other(Int)
        static var responses: [FailureResponse<Self>] { [.noContent(range: 100..<600, Self.other)] }
        var response: ServerResponse { .noContent() }
    }

    /// A declared redirect is the response, as a success or a failure; `default` does not declare a redirect.
    @Test(arguments: Carrier.allCases, statuses)
    func aDocumentedRedirectIsHandedOver(carrier: Carrier, status: Int) async throws {
        try await withWire(carrier) {
            $0.path == "/old" ? .redirect(status, to: "/new") : .text("there")
        } _: { wire in
            var request = ClientRequest(.get, "/old")
            request.handOverRedirects(status)
            let response = try await wire.client.call(request)
            #expect(response.status == status && response.headers[.location] == "/new")
            do throws(ClientError<Moved>) {
                _ = try await wire.client.call(ClientRequest(.get, "/old"), failures: Moved.self)
                Issue.record("not thrown")
            } catch {
                guard case .documented(.moved(status), _) = error else {
                    Issue.record("\(error)")
                    return
                }
            }
            #expect(wire.log.requests.count == 2)
            do throws(ClientError<Anything>) {
                _ = try await wire.client.call(ClientRequest(.get, "/old"), failures: Anything.self)
            } catch {
                guard case .documented(.other(200), _) = error else {
                    Issue.record("\(error)")
                    return
                }
            }
        }
    }
}
