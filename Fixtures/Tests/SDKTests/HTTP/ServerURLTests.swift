import ApusRuntime
import Foundation
import HTTPTypes
import ServersSDK
import Testing

/// The targets of requests: the document's servers, their variables, and the servers of individual operations.
struct ServerURLTests {
    @Test(
        arguments: [
            (.production(), "https://eu.cabinet.example:443/v2"),
            (.production(region: .usEast, port: .port8443, basePath: "v3"), "https://us-east.cabinet.example:8443/v3"),
            (.sandbox(), "https://us-east.sandbox.cabinet.example"),
            (.tenantCabinetExample(tenant: "ann"), "https://ann.cabinet.example/v2"),
            (.sameHost(relativeTo: "https://cabinet.example/docs/openapi.yaml"), "https://cabinet.example/api/v2"),
            (.localhost8080, "http://localhost:8080"),
        ] as [(ServerURL<CabinetClient>, String)])
    func variablesStandInTheURL(_ server: ServerURL<CabinetClient>, _ text: String) {
        #expect(server.text == text)
    }

    @Test(
        arguments: [
            ("/v2", "https://a.example/docs/openapi.yaml", "https://a.example/v2"),
            ("v2", "https://a.example/docs/openapi.yaml", "https://a.example/docs/v2"),
            ("v2", "https://a.example", "https://a.example/v2"),
            ("../v2", "https://a.example/docs/new/openapi.yaml?x=1#y", "https://a.example/docs/v2"),
            ("../../../v2", "https://a.example/docs/", "https://a.example/v2"),
            ("./", "https://a.example:8443/docs/openapi.yaml", "https://a.example:8443/docs/"),
            ("//b.example/v2", "http://a.example/docs", "http://b.example/v2"),
            ("http://b.example", "https://a.example/docs", "http://b.example"),
        ])
    func relativeURLsAreResolvedAsRFC3986Says(_ reference: String, _ base: String, _ resolved: String) {
        #expect(ServerURL<CabinetClient>(reference, relativeTo: ServerURL(base)).text == resolved)
    }

    @Test
    func anOperationsServerWinsOverTheClientsAndTheCallersChoiceOverBoth() async throws {
        let recorder = Recorder(204)
        var client = CabinetClient(server: "https://cabinet.example/v2/", transport: recorder)
        try await client.uploadFile(body: HTTPBody())
        client.connection.operationServers = [.uploads(): .uploads(region: .ap), .localhost8080: "http://test"]
        try await client.uploadFile(body: HTTPBody())
        try await client.headStatus()
        let urls = await recorder.sent.map(\.url)
        #expect(
            urls == [
                "https://eu.uploads.cabinet.example/files", "https://ap.uploads.cabinet.example/files",
                "http://test/status",
            ])
    }

    @Test
    func aRelativeServerOfAPathIsRelativeToTheClients() async throws {
        let recorder = Recorder(200, "up", contentType: "text/plain")
        let client = CabinetClient(server: "https://cabinet.example/v2/", transport: recorder)
        #expect(try await client.getStatus() == "up")
        #expect(await recorder.sent.map(\.url) == ["https://cabinet.example/status/live/status"])
    }
}
