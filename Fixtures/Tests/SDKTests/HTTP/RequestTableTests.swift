import Foundation
import HTTPTypes
import Testing

@testable import ApusRuntime

/// The responses of the seed's server to requests that are not in FastAPI's table. None of them is a 500.
@Suite struct RequestTableTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var name: String
        var status: Int
        var method = HTTPRequest.Method.patch
        var path = "/api/conversations/42"
        var key: String? = "secret"
        var contentType: String? = "application/json"
        var body: [UInt8] = Array(#"{"title":"a"}"#.utf8)
        var headers = HTTPFields()

        var testDescription: String { name }

        var head: HTTPRequest {
            var fields = headers
            fields[.contentType] = contentType
            fields[.sessionKey] = key
            return HTTPRequest(method: method, scheme: nil, authority: nil, path: path, headerFields: fields)
        }
    }

    static func json(_ text: String) -> [UInt8] { Array(text.utf8) }

    static let contentTypes: [Row] = [
        Row(name: "JSON", status: 200),
        Row(name: "charset utf-8", status: 200, contentType: "application/json; charset=utf-8"),
        Row(name: "charset UTF-8, quoted", status: 200, contentType: #"application/json;charset="UTF-8""#),
        Row(name: "+json", status: 200, contentType: "application/merge-patch+json"),
        Row(name: "upper case", status: 200, contentType: "APPLICATION/JSON"),
        Row(name: "no content type", status: 415, contentType: nil),
        Row(name: "neither type nor body", status: 422, contentType: nil, body: []),
        Row(name: "text/plain", status: 415, contentType: "text/plain"),
        Row(name: "form", status: 415, contentType: "application/x-www-form-urlencoded"),
        Row(name: "charset utf-16", status: 200, contentType: "application/json; charset=utf-16"),
        Row(name: "charset latin1", status: 200, contentType: "application/json; charset=iso-8859-1"),
        Row(name: "garbage", status: 415, contentType: "garbage"),
        Row(name: "garbage with slashes", status: 415, contentType: "///;;;"),
        Row(name: "empty content type", status: 415, contentType: ""),
        Row(name: "two content types", status: 415, contentType: "application/json, application/json"),
        Row(name: "gzip", status: 415, headers: [.contentEncoding: "gzip"]),
        Row(name: "identity", status: 200, headers: [.contentEncoding: "identity"]),
    ]

    static let bodies: [Row] = [
        Row(name: "empty", status: 422, body: []),
        Row(name: "BOM", status: 200, body: [0xEF, 0xBB, 0xBF] + json(#"{"title":"a"}"#)),
        Row(name: "BOM alone", status: 422, body: [0xEF, 0xBB, 0xBF]),
        Row(name: "UTF-16LE", status: 422, body: json(#"{"title":"a"}"#).flatMap { [$0, 0] }),
        Row(name: "UTF-16BE with BOM", status: 422, body: [0xFE, 0xFF] + json(#"{"title":"a"}"#).flatMap { [0, $0] }),
        Row(name: "UTF-32LE", status: 422, body: json(#"{"title":"a"}"#).flatMap { [$0, 0, 0, 0] }),
        Row(name: "NaN", status: 422, body: json(#"{"title":NaN}"#)),
        Row(name: "NaN alone", status: 422, body: json("NaN")),
        Row(name: "Infinity", status: 422, body: json(#"{"title":-Infinity}"#)),
        Row(name: "1e400", status: 422, body: json(#"{"title":1e400}"#)),
        Row(name: "1e400 alone", status: 422, body: json("1e400")),
        Row(name: "lone high surrogate", status: 422, body: json(#"{"title":"\ud83d"}"#)),
        Row(name: "lone low surrogate", status: 422, body: json(#"{"title":"\ude00"}"#)),
        Row(name: "lone surrogate in a key", status: 422, body: json(#"{"title":"a","\ud800":1}"#)),
        Row(name: "surrogates swapped", status: 422, body: json(#"{"title":"\ude00\ud83d"}"#)),
        Row(name: "invalid UTF-8", status: 422, body: json(#"{"title":""#) + [0xFF] + json(#""}"#)),
        Row(name: "truncated UTF-8", status: 422, body: json(#"{"title":""#) + [0xE2, 0x82] + json(#""}"#)),
        Row(name: "surrogate in UTF-8", status: 422, body: json(#"{"title":""#) + [0xED, 0xA0, 0x80] + json(#""}"#)),
        Row(name: "overlong UTF-8", status: 422, body: json(#"{"title":""#) + [0xC0, 0x80] + json(#""}"#)),
        Row(name: "NUL bytes", status: 422, body: [0, 0, 0, 0]),
        Row(name: "duplicate key, last good", status: 200, body: json(#"{"title":1,"title":"a"}"#)),
        Row(name: "duplicate key, last bad", status: 422, body: json(#"{"title":"a","title":1}"#)),
        Row(name: "duplicate key, escaped", status: 422, body: json(#"{"title":"a","\u0074itle":1}"#)),
        Row(name: "100,000 nested arrays", status: 422, body: Array(repeating: UInt8(ascii: "["), count: 100_000)),
        Row(
            name: "100,000 nested arrays, closed", status: 422,
            body: Array(repeating: UInt8(ascii: "["), count: 100_000)
                + Array(repeating: UInt8(ascii: "]"), count: 100_000)
        ),
        Row(
            name: "100,000 nested objects", status: 422,
            body: json(String(repeating: #"{"a":"#, count: 100_000) + "1" + String(repeating: "}", count: 100_000))
        ),
        Row(name: "10 MB", status: 413, body: json(#"{"title":""# + String(repeating: "x", count: 10 << 20) + #""}"#)),
        Row(
            name: "1 MiB", status: 422,
            body: json(#"{"title":""# + String(repeating: "x", count: (1 << 20) - 12) + #""}"#)),
        Row(
            name: "1 MiB and a byte", status: 413,
            body: json(#"{"title":""# + String(repeating: "x", count: (1 << 20) - 11) + #""}"#)),
        Row(name: "Content-Length beyond the limit", status: 413, headers: [.contentLength: "99999999"]),
        Row(name: "Content-Length that is not a number", status: 200, headers: [.contentLength: "many"]),
    ]

    static let paths: [Row] = [
        Row(name: "GET", status: 405, method: .get),
        Row(name: "HEAD", status: 405, method: .head),
        Row(name: "OPTIONS", status: 405, method: .options),
        Row(name: "unknown path", status: 404, path: "/api/nothing"),
        Row(name: "GET on an unknown path", status: 404, method: .get, path: "/"),
        Row(name: "trailing slash", status: 404, path: "/api/conversations/42/"),
        Row(name: "empty id", status: 404, path: "/api/conversations/"),
        Row(name: "dots", status: 404, path: "/api/conversations/.."),
        Row(name: "coded dots", status: 404, path: "/api/conversations/%2e%2e"),
        Row(name: "coded slash", status: 200, path: "/api/conversations/a%2Fb"),
        Row(name: "half an escape", status: 200, path: "/api/conversations/%f"),
        Row(name: "invalid UTF-8 in the id", status: 200, path: "/api/conversations/%ff"),
        Row(name: "query", status: 200, path: "/api/conversations/42?x=%zz&&=&a"),
        Row(name: "asterisk", status: 404, method: .options, path: "*"),
        Row(name: "no path", status: 404, path: ""),
        Row(name: "no key", status: 401, key: nil),
        Row(name: "empty key", status: 401, key: ""),
        Row(name: "wrong key", status: 401, key: "wrong"),
        Row(name: "forbidden", status: 403, key: "banned"),
    ]

    static let orders: [Row] = [
        Row(name: "404 before 405", status: 404, method: .get, path: "/x", key: nil, contentType: nil),
        Row(name: "405 before 401", status: 405, method: .get, key: nil),
        Row(name: "401 before 415", status: 401, key: nil, contentType: "text/plain"),
        Row(
            name: "415 before 413", status: 415, contentType: "text/plain",
            body: Array(repeating: UInt8(ascii: "x"), count: 2 << 20)),
        Row(name: "413 before 422", status: 413, body: Array(repeating: UInt8(ascii: "x"), count: 2 << 20)),
    ]

    @Test(arguments: contentTypes + bodies + paths + orders)
    func everyRequestOfTheTableGetsItsStatus(row: Row) async throws {
        let response = try await APIRouter(Seed.Server()).respond(to: row.head, body: HTTPBody(row.body))
        #expect(response.status.code == row.status)
        if row.status != 200 {
            #expect(response.headers[.contentType] == "application/json")
            #expect(try JSONValue(jsonBytes: response.bytes)["detail"] != nil)
        }
    }

    @Test func refusalsSayWhatHTTPDemands() async throws {
        let router = APIRouter(Seed.Server())
        let wrongMethod = try await router.respond(to: Row(name: "", status: 405, method: .get).head)
        #expect(wrongMethod.headers[.allow] == "PATCH")
        let noKey = try await router.respond(to: Row(name: "", status: 401, key: nil).head)
        #expect(noKey.headers[.wwwAuthenticate] == #"APIKey in="header", name="X-Session-API-Key""#)
        #expect(String(decoding: noKey.bytes, as: UTF8.self) == #"{"detail":"Not authenticated"}"#)
        let wrongType = try await router.respond(to: Row(name: "", status: 415, contentType: "a/b").head)
        #expect(wrongType.headers[.accept] == "application/json")
    }

    @Test func aBodyIsNotReadBeyondItsLimit() async throws {
        let asked = Asked()
        let body = HTTPBody(
            AsyncThrowingStream {
                await asked.add()
                return [UInt8](repeating: 0x20, count: 64 << 10)
            }
        )
        var row = Row(name: "", status: 413)
        #expect(try await APIRouter(Seed.Server()).respond(to: row.head, body: body).status.code == 413)
        #expect(await asked.chunks == 17)
        // The body is not read for a 401, a 415 or a `Content-Length` that is too large.
        row.key = nil
        _ = try await APIRouter(Seed.Server()).respond(to: row.head, body: body)
        row.key = "secret"
        row.contentType = "text/plain"
        _ = try await APIRouter(Seed.Server()).respond(to: row.head, body: body)
        row.contentType = "application/json"
        row.headers[.contentLength] = "2000000"
        _ = try await APIRouter(Seed.Server()).respond(to: row.head, body: body)
        #expect(await asked.chunks == 17)
    }

    private actor Asked {
        var chunks = 0
        func add() { chunks += 1 }
    }
}
