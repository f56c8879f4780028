import ApusRuntime

/// Header values are not URIs: they are sent as they are, in requests and in responses.
@Sendable func headerRaw(_ wire: Wire) async {
    struct Server: HeaderRaw.TAPI {
        func h(
            xDirective: String?, xList: [String]?, ifMatch: String?, context: OperationContext<Void>
        ) async throws -> HeaderRaw.HOutput {
            let body = "\(xDirective ?? "nil") \(xList ?? []) \(ifMatch ?? "nil")"
            return .init(body: body, cacheControl: "max-age=3600, private", eTag: "\"a b%20\"")
        }
    }
    let client = HeaderRaw.TClient(server: "http://test", transport: wire)
    wire.serve(Server())

    await wire.row(
        "h(xDirective: max-age=3600, private, xList: [a%20b, c], ifMatch: quoted)", sends: "GET /h",
        headers: ["X-Directive": "max-age=3600, private", "X-List": "a%20b,c", "If-Match": "\"abc\""]
    ) {
        let output = try await client.h(
            xDirective: "max-age=3600, private", xList: ["a%20b", "c"], ifMatch: "\"abc\""
        )
        wire.expect(output.body, #"max-age=3600, private ["a%20b", "c"] "abc""#)
        wire.expect(output.cacheControl, "max-age=3600, private")
        wire.expect(output.eTag, "\"a b%20\"")
        wire.expect(try wire.last.answerHeader("Cache-Control"), "max-age=3600, private")
        wire.expect(try wire.last.answerHeader("ETag"), "\"a b%20\"")
    }
    await wire.row("h(xList: [])", sends: "GET /h", headers: ["X-List": nil]) { _ = try await client.h(xList: []) }
    await wire.refusedRow("h(xList: [a comma b])") { _ = try await client.h(xList: ["a,b"]) }
    await wire.refusedRow("h(xDirective: two lines)") { _ = try await client.h(xDirective: "a\r\nX-Evil: b") }
}
