import ApusHummingbird
import ApusRuntime
import AsyncHTTPClient
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTP1
import NIOPosix
import RecordedAnswers
import Testing

/// What is sent over the wire between Hummingbird and any client.
@Suite(.serialized) struct HummingbirdTests {
    /// The router's responses are compared with FastAPI's in memory; over HTTP they are the same.
    @Test func answersOverHTTPAreThoseInMemory() async throws {
        let router = APIRouter(Probe())
        try await withServer(HummingbirdResponder(router)) { address in
            for recorded in try RecordedAnswer.all(ofFixture: "update-conversation") {
                var request = HTTPClientRequest(url: address + recorded.path)
                request.method = .RAW(value: recorded.method)
                for field in recorded.fields { request.headers.add(name: field.name.rawName, value: field.value) }
                request.body = .bytes(ByteBuffer(bytes: recorded.bytes))
                let response = try await HTTPClient.shared.execute(request, timeout: .seconds(10))
                let body = try await response.body.collect(upTo: 1 << 20)
                let expected = try await router.respond(to: recorded.head, body: HTTPBody(recorded.bytes))
                #expect(Int(response.status.code) == expected.status.code)
                #expect(Array(body.readableBytesView) == expected.body.buffered)
            }
        }
    }

    /// Raw requests and the first line of the response; the connection is closed after it.
    @Test(arguments: [
        ("GET /echo/a%2Fb HTTP/1.1\r\n\r\n", "200", "a/b"),
        ("HEAD /echo/a HTTP/1.1\r\n\r\n", "200", ""),
        ("HEAD /nothing HTTP/1.1\r\n\r\n", "404", ""),
        ("OPTIONS * HTTP/1.1\r\n\r\n", "404", #"{"detail":"Not Found"}"#),
        ("OPTIONS /echo/a HTTP/1.1\r\n\r\n", "405", #"{"detail":"Method Not Allowed"}"#),
        ("BREW /echo/a HTTP/1.1\r\n\r\n", "400", nil),
        ("GET //echo/a HTTP/1.1\r\n\r\n", "404", nil),
        ("GET /echo/../echo/a HTTP/1.1\r\n\r\n", "404", nil),
        ("GET /echo/%2e%2e HTTP/1.1\r\n\r\n", "404", nil),
        ("GET /echo/\u{FF} HTTP/1.1\r\n\r\n", "400", nil),
        (
            "POST /data HTTP/1.1\r\nContent-Type: application/octet-stream\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
            "200", "abc"
        ),
        (
            "POST /data HTTP/1.1\r\nContent-Type: application/octet-stream\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n",
            "400", nil
        ),
        ("POST /data HTTP/1.1\r\nContent-Type: application/octet-stream\r\nContent-Length: 0\r\n\r\n", "200", ""),
        ("POST /data HTTP/1.1\r\nContent-Type: text/plain\r\nContent-Length: 3\r\n\r\nabc", "415", nil),
        (
            "POST /data HTTP/1.1\r\nContent-Type: application/octet-stream\r\nContent-Length: 99999999999\r\n\r\n",
            "413", nil
        ),
    ])
    func rawRequestsAreAnswered(request: String, status: String, body: String?) async throws {
        let answer = try await withServer(HummingbirdResponder(Probe())) { address in
            let port = Int(address.split(separator: ":").last ?? "") ?? 0
            return try await Self.exchange(request, port: port)
        }
        #expect(answer.split(separator: " ").dropFirst().first.map(String.init) == status, "\(answer)")
        if let body { #expect(answer.split(separator: "\r\n\r\n", maxSplits: 1).dropFirst().joined() == body) }
    }

    /// A server that follows HTTP alone answers more methods.
    @Test(arguments: [
        ("HEAD /a/b HTTP/1.1\r\n\r\n", "200", "content-length: 3", ""),
        ("OPTIONS /a/b HTTP/1.1\r\n\r\n", "204", "allow: GET, HEAD, OPTIONS", ""),
        ("GET /a/%FF HTTP/1.1\r\n\r\n", "400", "content-type: application/problem+json", nil),
        ("GET /a/b?n=1&n=2 HTTP/1.1\r\n\r\n", "422", "content-type: application/problem+json", nil),
    ])
    func methodsThatAreNotDeclaredAreAnswered(request: String, status: String, field: String, body: String?)
        async throws
    {
        var router = APIRouter()
        router.on(.get, "/a/{name}") { input, _ in
            let name = input.path("name", as: String.self)
            _ = input.query("n", as: Int.self)
            guard let name, input.isValid else { throw input.rejection }
            return .json(name)
        }
        let answer = try await withServer(HummingbirdResponder(router)) { address in
            let port = Int(address.split(separator: ":").last ?? "") ?? 0
            return try await Self.exchange(request, port: port)
        }
        let parts = answer.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
        #expect(parts[0].split(separator: " ").dropFirst().first.map(String.init) == status, "\(answer)")
        #expect(parts[0].lowercased().contains(field.lowercased()), "\(answer)")
        if let body { #expect(parts.dropFirst().joined() == body) }
    }

    private static func exchange(_ text: String, port: Int) async throws -> String {
        let withClose = text.replacingOccurrences(
            of: " HTTP/1.1\r\n", with: " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n")
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            try await outbound.write(ByteBuffer(string: withClose))
            var answer = ByteBuffer()
            for try await part in inbound {
                answer.writeImmutableBuffer(part)
                if isWhole(String(buffer: answer), text) { break }
            }
            return String(buffer: answer)
        }
    }

    /// Whether the response's head and as many bytes as it declares have arrived.
    private static func isWhole(_ answer: String, _ request: String) -> Bool {
        guard let end = answer.range(of: "\r\n\r\n") else { return false }
        if request.hasPrefix("HEAD") { return true }
        let field = answer[..<end.lowerBound].lowercased().split(separator: "\r\n").first {
            $0.hasPrefix("content-length:")
        }
        let length = field.flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) } ?? 0
        return answer[end.upperBound...].utf8.count >= length
    }

    @Test func mountsBesideOtherRoutes() async throws {
        let router = Hummingbird.Router()
        let endpoints = Endpoints()
        router.add(middleware: endpoints)
        router.mount(Probe(), at: "/v1")
        router.get("/v1/health") { _, _ in "well" }
        let answers = try await withServer(router.buildResponder()) { address in
            var answers: [String] = []
            for path in ["/v1/echo/a", "/v1/health", "/echo/a", "/v1/data"] {
                let response = try await HTTPClient.shared.execute(
                    HTTPClientRequest(url: address + path), timeout: .seconds(10))
                answers.append(
                    "\(response.status.code) \(String(buffer: try await response.body.collect(upTo: 1_000)))")
            }
            return answers
        }
        #expect(answers[0] == "200 a")
        #expect(answers[1] == "200 well")
        #expect(answers[2].hasPrefix("404"))
        #expect(answers[3] == #"405 {"detail":"Method Not Allowed"}"#)
        #expect(await endpoints.seen.names.prefix(2) == ["/v1/echo/{id}", "/v1/health"])
    }

    /// Records the names under which metrics would count requests.
    struct Endpoints: RouterMiddleware {
        actor Seen {
            var names: [String] = []
            func add(_ name: String) { names.append(name) }
        }

        let seen = Seen()

        func handle(
            _ request: Request, context: BasicRequestContext,
            next: (Request, BasicRequestContext) async throws -> Response
        ) async throws -> Response {
            let response = try await next(request, context)
            await seen.add(context.endpointPath ?? "-")
            return response
        }
    }
}
