#if Hummingbird && AsyncHTTPClient
    import ApusAsyncHTTPClient
    import ApusHummingbird
    import ApusRuntime
    import ApusURLSession
    import Foundation
    import HTTPTypes
    import Hummingbird
    import Testing
    import UpdateConversationSDK

    /// The server that an author writes over the generated protocol.
    private struct OpenHands: OpenHandsAPI {
        struct Gone: OperationFailure {
            static var responses: [FailureResponse<Self>] { [] }
            var response: ServerResponse { .json(404, ["detail": "No such conversation"]) }
        }

        func authenticate(apiKeyHeader key: String) async throws -> String {
            guard key == "secret" else { throw Unauthorized() }
            return "user"
        }

        /// Answers whether the id arrived as the title says.
        func updateConversation(
            conversationID: String, body: UpdateConversationRequest, context: OperationContext<String>
        ) async throws -> Bool {
            if conversationID == "missing" { throw Gone() }
            return body.title == "Ship it" || body.title == conversationID
        }
    }

    /// The generated client against the generated server, over HTTP on the loopback address.
    @Suite(.serialized) struct GeneratedTests {
        typealias Failure = ClientError<HTTPValidationFailure>

        private static func call(
            _ carrier: RoundTripTests.Carrier, id: String = "42", title: String = "Ship it", key: String? = "secret"
        ) async throws -> Result<Bool, Failure> {
            try await withServer(HummingbirdResponder(OpenHands())) { address in
                let client = OpenHandsClient(
                    server: ServerURL(address), credentials: key.map { .apiKeyHeader($0) }, transport: carrier.transport
                )
                do throws(Failure) {
                    return .success(try await client.updateConversation(conversationID: id, body: .init(title: title)))
                } catch {
                    return .failure(error)
                }
            }
        }

        @Test(arguments: RoundTripTests.Carrier.allCases)
        func theUpdateSucceeds(carrier: RoundTripTests.Carrier) async throws {
            #expect(try await Self.call(carrier).get())
        }

        @Test(arguments: RoundTripTests.Carrier.allCases)
        func anEmptyTitleIsATypedFailure(carrier: RoundTripTests.Carrier) async throws {
            let result = try await Self.call(carrier, title: "")
            guard case .failure(.documented(.unprocessableContent(let error), _)) = result else {
                Issue.record("\(result)")
                return
            }
            let detail = try #require(error.detail?.first)
            #expect(detail.loc == [.string("body"), .string("title")])
            #expect(detail.msg == "String should have at least 1 character")
            #expect(detail.type == "string_too_short")
        }

        @Test(arguments: RoundTripTests.Carrier.allCases)
        func whatTheDocumentDoesNotMentionKeepsItsBody(carrier: RoundTripTests.Carrier) async throws {
            guard case .failure(.undocumented(let response)) = try await Self.call(carrier, id: "missing") else {
                Issue.record("the 404 is not there")
                return
            }
            #expect(response.status == 404)
            #expect(response.text == #"{"detail":"No such conversation"}"#)
        }

        @Test(arguments: RoundTripTests.Carrier.allCases, [nil, "wrong"])
        func aKeyIsDemanded(carrier: RoundTripTests.Carrier, key: String?) async throws {
            guard case .failure(.undocumented(let response)) = try await Self.call(carrier, key: key) else {
                Issue.record("not refused")
                return
            }
            #expect(response.status == 401)
            #expect(response.headers[.wwwAuthenticate] != nil)
        }

        @Test(arguments: RoundTripTests.Carrier.allCases, ["a/b c?é", "%2F", "😀", "a%b", "+&=#;", "..a"])
        func anyIDArrivesAsItIs(carrier: RoundTripTests.Carrier, id: String) async throws {
            #expect(try await Self.call(carrier, id: id, title: id).get())
        }

        @Test(arguments: RoundTripTests.Carrier.allCases, ["", ".", ".."])
        func anIDThatNamesAnotherPathIsRefused(carrier: RoundTripTests.Carrier, id: String) async throws {
            guard case .failure(.invalidRequest) = try await Self.call(carrier, id: id) else {
                Issue.record("not refused")
                return
            }
        }

        // MARK: FastAPI's answers

        struct Recorded: Decodable {
            var name: String
            var body: Data
            var status: Int
            var detail: [Entry]?
        }

        struct Entry: Decodable, Equatable {
            var loc: [JSONValue]
            var msg: String
            var type: String
        }

        static let recordings = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../shared/fastapi/cases.jsonl").standardizedFileURL

        @Test(
            .enabled(
                if: FileManager.default.fileExists(atPath: recordings.path),
                "../shared/fastapi/cases.jsonl is not here"
            )
        )
        func answersAsFastAPIOverHTTP() async throws {
            let lines = try String(contentsOf: Self.recordings, encoding: .utf8).split(separator: "\n")
            let cases = try lines.map { try JSONDecoder().decode(Recorded.self, from: Data($0.utf8)) }
            #expect(cases.count == 189)
            try await withServer(HummingbirdResponder(OpenHands())) { address in
                for recorded in cases {
                    let (status, body) = try await Self.patch(address, recorded.body)
                    #expect(status == recorded.status, "\(recorded.name)")
                    guard let expected = recorded.detail else { continue }
                    let detail = try JSONDecoder().decode([String: [Entry]].self, from: body)["detail"] ?? []
                    // The offset at which malformed JSON is refused may differ.
                    #expect(detail.map(Self.withoutOffset) == expected.map(Self.withoutOffset), "\(recorded.name)")
                }
            }
        }

        private static func patch(_ address: String, _ body: Data) async throws -> (Int, Data) {
            let transport = AsyncHTTPClientTransport(timeout: .seconds(10))
            let authority = String(address.dropFirst("http://".count))
            let head = HTTPRequest(
                method: .patch, scheme: "http", authority: authority, path: "/api/conversations/42",
                headerFields: [.contentType: "application/json", .xSessionAPIKey: "secret"]
            )
            let response = try await transport.send(TransportRequest(head: head, body: HTTPBody(body)))
            return (response.head.status.code, try await response.body.data())
        }

        private static func withoutOffset(_ entry: Entry) -> Entry {
            guard entry.type == "json_invalid" else { return entry }
            return Entry(loc: Array(entry.loc.prefix(1)), msg: entry.msg, type: entry.type)
        }
    }

    extension HTTPField.Name {
        fileprivate static var xSessionAPIKey: Self { Self("X-Session-API-Key") ?? .authorization }
    }
#endif
