import ApusHummingbird
import ApusRuntime
import Foundation
import Hummingbird
import RequestsSDK
import Testing

/// Values that are easily lost on the way, over HTTP on the loopback address: null, empty lists, cookies and named files.
@Suite(.serialized) struct RequestsOverHTTPTests {
    private struct Server: RequestsAPI {
        func authenticate(session key: String) async throws -> String { key }

        func search(
            tags: [String], flat: [String]?, marks: [Int?]?, pipes: [String]?, words: [String]?, `where`: Filter?,
            deep: Filter?, xIDs: [String]?, xScope: Scope?, xNote: String?, theme: String?, seen: [Int]?,
            context: OperationContext<String?>
        ) async throws -> SearchOutput {
            let values = [xIDs?.joined(separator: "+"), xNote, theme, seen.map { "\($0)" }, context.identity]
            let body = values.map { $0 ?? "-" }.joined(separator: " ")
            return SearchOutput(body: body, eTag: "\"1\"", xNames: xIDs, xScope: xScope)
        }

        func setLabel(body: Label?, context: OperationContext<Void>) async throws -> String { body?.text ?? "-" }
        func setNote(body: SetNoteBody, context: OperationContext<Void>) async throws -> String { "\(body)" }
        func setTag(body: Label?, context: OperationContext<Void>) async throws -> String { body?.text ?? "-" }
        func setHint(body: Nullable<Label>?, context: OperationContext<Void>) async throws -> String {
            body.map { $0.value?.text ?? "-" } ?? "absent"
        }
        func saveSettings(body: Settings, context: OperationContext<Void>) async throws -> Settings { body }
        func sendForm(body: Form, context: OperationContext<Void>) async throws -> String { try body.jsonText() }

        func createAlbum(body: CreateAlbumBody, context: OperationContext<Void>) async throws -> String {
            let files = [body.cover] + body.pages
            return files.map { $0.map { "\($0.filename ?? "-") \($0.contentType)" } ?? "-" }.joined(separator: ", ")
        }

        func createBundle(body: CreateBundleBody, context: OperationContext<Void>) async throws -> String { "-" }
        func addScores(body: AddScoresBody, context: OperationContext<Void>) async throws -> String { "-" }
    }

    private static func withClient(
        _ carrier: RoundTripTests.Carrier, _ test: @escaping @Sendable (RequestsClient) async throws -> Void
    ) async throws {
        try await withServer(HummingbirdResponder(Server())) { address in
            try await test(RequestsClient(server: ServerURL(address), transport: carrier.transport))
        }
    }

    @Test(arguments: RoundTripTests.Carrier.allCases)
    func parametersArriveAsTheyWereSaid(carrier: RoundTripTests.Carrier) async throws {
        try await Self.withClient(carrier) { client in
            let empty = try await client.search(tags: ["a"], xIDs: [], seen: [])
            #expect(empty.body == "- - - - -")
            #expect(empty.xNames == nil)
            let full = try await client.search(
                tags: ["a"], xIDs: ["1", "2 3"], xNote: "two words", theme: "dark", seen: [1, 2])
            #expect(full.body == "1+2 3 two words dark [1, 2] -")
            #expect(full.xNames == ["1", "2 3"])
            await #expect(throws: ClientError<Never>.self) { _ = try await client.search(tags: []) }
        }
    }

    @Test(arguments: RoundTripTests.Carrier.allCases)
    func nullAndFormsArriveAsTheyWereSaid(carrier: RoundTripTests.Carrier) async throws {
        try await Self.withClient(carrier) { client in
            #expect(try await client.setLabel(body: nil) == "-")
            #expect(try await client.setHint(body: nil) == "absent")
            #expect(try await client.setHint(body: .null) == "-")
            let settings = try Settings(jsonText: #"{"mode":null,"required":null,"modes":["auto",null,1]}"#)
            #expect(try await client.saveSettings(body: settings) == settings)
            let form = Form(tags: ["a", nil, ""], flat: [nil, "b,c"], words: ["x"], title: .null)
            #expect(try await client.sendForm(body: form) == #"{"tags":["a",""],"flat":["b,c"],"words":["x"]}"#)
            let refusal = await #expect(throws: ClientError<Never>.self) {
                try await client.sendForm(body: Form(words: []))
            }
            guard case .invalidRequest? = refusal else {
                Issue.record("the list was sent")
                return
            }
            let page = FilePart(data: Data([1]))
            #expect(
                try await client.createAlbum(body: CreateAlbumBody(cover: nil, pages: [page, page]))
                    == "-, pages application/octet-stream, pages application/octet-stream")
        }
    }
}
