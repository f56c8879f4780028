import ApusRuntime
import Foundation
import HTTPTypes
import Testing

/// Header fields arrive as they were sent, in both directions.
@Suite(.serialized) struct FieldTests {
    /// RFC 6265, section 5.4.
    @Test(arguments: Carrier.allCases) func cookiesAreSentInOneField(carrier: Carrier) async throws {
        try await withWire(carrier) { _ in
            .text("ok")
        } _: { wire in
            var client = wire.client
            client.connection.credentials = .apiKey("session", cookie: "sid", "s")
            var request = ClientRequest(.get, "/c", security: [["session"]])
            request.cookie("theme", "dark")
            request.cookie("size", 12)
            _ = try await client.call(request)
            #expect(wire.log.requests[0].values("Cookie") == ["theme=dark; size=12; sid=s"])
        }
    }

    /// HTTPTypes creates a field for each cookie, and so may a transport that wraps another one.
    @Test(arguments: Carrier.allCases) func oneCookieFieldOfSeveral(carrier: Carrier) async throws {
        try await withWire(carrier) { _ in
            .text("ok")
        } _: { wire in
            var head = HTTPRequest(
                method: .get, scheme: "http", authority: String(wire.address.dropFirst("http://".count)), path: "/c")
            head.headerFields[.cookie] = "a=1; b=2; c=3"
            #expect(head.headerFields[values: .cookie].count == 3)
            _ = try await wire.client.connection.transport.send(TransportRequest(head: head))
            #expect(wire.log.requests[0].values("Cookie") == ["a=1; b=2; c=3"])
        }
    }

    @Test(arguments: Carrier.allCases) func requestFieldsArriveAsTheyWereSet(carrier: Carrier) async throws {
        try await withWire(carrier) { _ in
            .text("ok")
        } _: { wire in
            var request = ClientRequest(.get, "/a")
            request.header("X-Empty", "")
            request.header("X-Text", "é 😀")
            request.header("X-List", ["a", "b"])
            _ = try await wire.client.call(request)
            let seen = wire.log.requests[0]
            #expect(seen.values("X-Empty") == [""])
            #expect(seen.values("X-Text") == ["é 😀"])
            #expect(seen.values("X-List") == ["a,b"])
        }
    }

    @Test(arguments: Carrier.allCases) func responseFieldsArriveInTheirOrder(carrier: Carrier) async throws {
        let fields = [
            ("Set-Cookie", "a=1; Expires=Wed, 21 Oct 2037 07:28:00 GMT; Path=/"), ("X-List", "1"), ("X-Empty", ""),
            ("Set-Cookie", "b=2"), ("X-List", "2"), ("X-Text", "é 😀"), ("Set-Cookie", "c="),
        ]
        try await withWire(carrier) { _ in
            .text("ok", fields)
        } _: { wire in
            let headers = try await wire.client.call(ClientRequest(.get, "/a")).headers
            let (list, empty) = (try #require(HTTPField.Name("X-List")), try #require(HTTPField.Name("X-Empty")))
            #expect(headers[list] == "1, 2")
            #expect(headers[empty] == "")
            let text = try #require(HTTPField.Name("X-Text"))
            #expect(headers[text] == "é 😀")
            #expect(headers[values: .setCookie] == [fields[0].1, "b=2", "c="])
        }
    }

    /// The same name in two spellings.
    @Test(arguments: Carrier.allCases) func aNameInTwoSpellingsIsOneField(carrier: Carrier) async throws {
        try await withWire(carrier) { _ in
            .text("ok", [("X-List", "1"), ("x-list", "2")])
        } _: { wire in
            let headers = try await wire.client.call(ClientRequest(.get, "/a")).headers
            let list = try #require(HTTPField.Name("X-List"))
            #expect(Set(headers[values: list]) == ["1", "2"])
        }
    }

    @Test(arguments: Carrier.allCases) func interimAnswersAreSkipped(carrier: Carrier) async throws {
        for interim in [
            ["100 Continue"], ["103 Early Hints"], ["102 Processing", "102 Processing", "103 Early Hints"],
        ] {
            var reply = Reply.text("the answer")
            reply.interim = interim
            let said = reply
            try await withWire(carrier) { _ in
                said
            } _: { wire in
                for method in [HTTPRequest.Method.get, .delete] {
                    let response = try await wire.client.call(ClientRequest(method, "/a"))
                    #expect(response.status == 200 && response.text == "the answer")
                    #expect(response.headers[.contentType] == "text/plain")
                }
            }
        }
    }

    /// A server's challenge does not make the transport wait for someone to prompt.
    @Test(arguments: Carrier.allCases, ["Basic realm=\"x\"", "Bearer", "Digest realm=\"x\", nonce=\"1\""])
    func aChallengeIsAnOrdinaryAnswer(carrier: Carrier, challenge: String) async throws {
        let reply = Reply(status: 401, fields: [("WWW-Authenticate", challenge)], body: .bytes(Array("who?".utf8)))
        try await withWire(carrier) { _ in
            reply
        } _: { wire in
            for method in [HTTPRequest.Method.get, .post] {
                var request = ClientRequest(method, "/a")
                if method == .post { request.stream(HTTPBody("said")) }
                let response = try await wire.client.call(request)
                #expect(response.status == 401 && response.text == "who?")
                #expect(response.headers[.wwwAuthenticate] == challenge)
            }
            #expect(wire.log.requests.count == 2)
        }
    }
}
