import ApusAsyncHTTPClient
import ApusHummingbird
import ApusRuntime
import ApusURLSession
import Foundation
import HTTPTypes
import Hummingbird
import RecordedAnswers
import Testing
import UpdateConversationSDK

/// A server as an author writes it for the generated protocol.
private struct OpenHands: OpenHandsAPI {
    struct Gone: OperationFailure {
        static var responses: [FailureResponse<Self>] { [] }
        var response: ServerResponse { .json(404, ["detail": "No such conversation"]) }
    }

    func authenticate(apiKeyHeader key: String) async throws -> String {
        guard key == "secret" else { throw Unauthorized() }
        return "user"
    }

    /// Responds whether the received id equals the title.
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

    private struct Answer: Decodable {
        var detail: [AnswerEntry]
    }

    @Test func theServerAnswersAsFastAPIDoesOverHTTP() async throws {
        let recordings = try RecordedAnswer.all(ofFixture: "update-conversation")
        #expect(recordings.count >= 200)
        try await withServer(HummingbirdResponder(OpenHands())) { address in
            for recorded in recordings {
                let (status, body) = try await Self.send(recorded, to: address)
                #expect(status == recorded.status, "\(recorded.request.prefix(200))")
                guard let expected = recorded.detail else { continue }
                let detail = try JSONDecoder().decode(Answer.self, from: body).detail
                #expect(detail.map(\.outline) == expected.map(\.outline), "\(recorded.request.prefix(200))")
            }
        }
    }

    private static func send(_ recorded: RecordedAnswer, to address: String) async throws -> (Int, Data) {
        let transport = AsyncHTTPClientTransport(timeout: .seconds(10))
        var head = recorded.head
        head.scheme = "http"
        head.authority = String(address.dropFirst("http://".count))
        let response = try await transport.send(TransportRequest(head: head, body: HTTPBody(recorded.bytes)))
        return (response.head.status.code, try await response.body.data())
    }
}

extension AnswerEntry {
    /// The part of an entry that the seed's document declares.
    fileprivate var outline: String { "\(withoutOffset.place) \(msg)" }
}
