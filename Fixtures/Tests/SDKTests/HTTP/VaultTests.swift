import ApusRuntime
import HTTPTypes
import SecuritySDK
import Testing

/// Every kind of credential of a document: scopes, cookies, certificates.
struct VaultTests {
    private struct Vault: VaultAPI {
        func authenticate(oauth token: String, scopes: [String]) async throws -> String {
            if token == "none" { throw Unauthorized() }
            guard scopes.allSatisfy({ token.contains($0) }) else { throw Forbidden() }
            return scopes.joined(separator: ",")
        }
        func authenticate(openid token: String, scopes: [String]) async throws -> String { "openid \(scopes)" }
        func authenticate(session key: String) async throws -> String { "session \(key)" }
        func authenticate(certificate request: HTTPRequest) async throws -> String? {
            request.headerFields[.clientCertificate]
        }
        func authenticate(plain token: String) async throws -> String { "plain \(token)" }

        func listItems(context: OperationContext<String>) async throws -> String { context.identity }
        func addItem(context: OperationContext<String>) async throws {}
        func removeItems(context: OperationContext<String>) async throws {}
        func getSession(context: OperationContext<String?>) async throws -> String { context.identity ?? "nobody" }
        func getMachine(context: OperationContext<String>) async throws -> String { context.identity }
    }

    /// Does what a proxy that terminates TLS does.
    private struct Proxy: ClientTransport {
        var certificate: String?

        func send(_ request: TransportRequest) async throws -> TransportResponse {
            var request = request
            request.head.headerFields[.clientCertificate] = certificate
            return try await InMemoryTransport(Vault()).send(request)
        }
    }

    private func client(_ credentials: Credentials<VaultClient>?, certificate: String? = nil) -> VaultClient {
        VaultClient(server: "http://test", credentials: credentials, transport: Proxy(certificate: certificate))
    }

    private func status(_ call: () async throws(ClientError<Never>) -> Void) async throws -> Int {
        do {
            try await call()
            return 200
        } catch .undocumented(let response) {
            return response.status
        } catch {
            throw error
        }
    }

    @Test(
        arguments: [("read", 200, 403), ("read write:items", 200, 200), ("none", 401, 401)])
    func aServerIsToldWhichScopesAnOperationDemands(_ token: String, _ reading: Int, _ writing: Int) async throws {
        let client = client(.oauth(token))
        #expect(try await status { () async throws(ClientError<Never>) in _ = try await client.listItems() } == reading)
        #expect(try await status { () async throws(ClientError<Never>) in try await client.addItem() } == writing)
        if reading == 200 { #expect(try await client.listItems() == "read") }
    }

    @Test func aCookieIsACredential() async throws {
        #expect(try await client(.session("s;1")).getSession() == "session s;1")
        #expect(try await client(.openid("t")).getSession() == "openid [\"profile\"]")
        #expect(try await client(nil).getSession() == "nobody")
    }

    @Test func aCertificateIsWhatTheConnectionShows() async throws {
        #expect(try await client(.certificate(), certificate: "CN=a").getMachine() == "CN=a")
        #expect(try await client([.certificate(), .plain("t")], certificate: "CN=a").getMachine() == "CN=a")
        #expect(try await client(.plain("t")).getMachine() == "plain t")
        let without = client(.certificate())
        #expect(try await status { () async throws(ClientError<Never>) in _ = try await without.getMachine() } == 401)
        let both = client([.oauth("write:items"), .certificate()], certificate: "CN=a")
        try await both.removeItems()
        let one = client([.oauth("write:items"), .certificate()])
        #expect(try await status { () async throws(ClientError<Never>) in try await one.removeItems() } == 401)
    }
}

extension HTTPField.Name {
    fileprivate static var clientCertificate: Self { Self("X-Client-Certificate") ?? .from }
}
