import ApusRuntime
import SecuritySDK
import Synchronization
import Testing

/// Secrets that are asked for when they are needed, and renewed after a 401.
@Suite struct SecretTests {
    /// Accepts one token at a time.
    private final class Service: ClientTransport {
        private let state: Mutex<(valid: String, seen: [String])>

        init(valid: String) { state = Mutex((valid, [])) }

        var seen: [String] { state.withLock { $0.seen } }
        func accept(_ token: String) { state.withLock { $0.valid = token } }

        func send(_ request: TransportRequest) async throws -> TransportResponse {
            let isAccepted = state.withLock { state in
                let token = request.head.headerFields[.authorization] ?? "none"
                state.seen.append(token)
                return token == "Bearer \(state.valid)"
            }
            let head = HTTPResponse(status: isAccepted ? 200 : 401, headerFields: [.contentType: "application/json"])
            return TransportResponse(head: head, body: "\"items\"")
        }
    }

    /// Counts how often it is asked, and answers `token-1`, `token-2` and so on.
    private final class Source: Sendable {
        private let state = Mutex(0)

        var count: Int { state.withLock { $0 } }

        func next() -> String {
            state.withLock { count in
                count += 1
                return "token-\(count)"
            }
        }
    }

    private static func client(_ transport: any ClientTransport, _ credentials: Credentials<VaultClient>) -> VaultClient
    {
        VaultClient(server: "http://test", credentials: credentials, transport: transport)
    }

    @Test func aClosureIsAskedForEachRequest() async throws {
        let (service, source) = (Service(valid: "token-1"), Source())
        let client = Self.client(service, .oauth { source.next() })
        #expect(try await client.listItems() == "items")
        service.accept("token-2")
        #expect(try await client.listItems() == "items")
        #expect(service.seen == ["Bearer token-1", "Bearer token-2"])
    }

    /// Only an operation that needs a secret asks for it.
    @Test func aSecretThatIsNotNeededIsNotAskedFor() async throws {
        let source = Source()
        let client = Self.client(Service(valid: ""), [.oauth { source.next() }, .plain("plain")])
        _ = try? await client.getMachine()
        #expect(source.count == 0)
    }

    @Test func aRejectedSecretIsReplacedOnce() async throws {
        let (service, source) = (Service(valid: "token-2"), Source())
        let client = Self.client(service, .oauth.renewed { source.next() })
        #expect(try await client.listItems() == "items")
        #expect(try await client.listItems() == "items")
        #expect(service.seen == ["Bearer token-1", "Bearer token-2", "Bearer token-2"] && source.count == 2)
        service.accept("never")
        #expect(await Self.status(client) == 401)
        #expect(service.seen.count == 5 && source.count == 3)
    }

    @Test func secretsWithoutAnotherAreSentOnce() async {
        for credentials in [.oauth("fixed"), .oauth { "fixed" }] as [Credentials<VaultClient>] {
            let service = Service(valid: "another")
            #expect(await Self.status(Self.client(service, credentials)) == 401)
            #expect(service.seen == ["Bearer fixed"])
        }
    }

    private static func status(_ client: VaultClient) async -> Int? {
        do {
            _ = try await client.listItems()
            return 200
        } catch {
            return error.status
        }
    }

    /// However many calls find that a token has expired, it is renewed once.
    @Test func manyCallsWaitForOneRenewal() async throws {
        let (service, source) = (Service(valid: "token-2"), Source())
        let client = Self.client(
            service,
            .oauth.renewed {
                try await Task.sleep(for: .milliseconds(20))
                return source.next()
            }
        )
        let answers = await withTaskGroup(of: Int?.self) { group in
            for _ in 0..<100 { group.addTask { await Self.status(client) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.allSatisfy { $0 == 200 } && answers.count == 100)
        #expect(source.count == 2)
    }

    /// The others still get the secret.
    @Test func aCallThatIsCancelledStopsWaiting() async throws {
        let (service, gate) = (Service(valid: "token"), Source())
        let client = Self.client(
            service,
            .oauth.renewed {
                while gate.count == 0 { try await Task.sleep(for: .milliseconds(1)) }
                return "token"
            }
        )
        let patient = Task { await Self.status(client) }
        let hasty = Task { () -> Bool in
            do { _ = try await client.listItems() } catch { return (error as? any APIError)?.isCancellation ?? false }
            return false
        }
        try await Task.sleep(for: .milliseconds(10))
        hasty.cancel()
        #expect(await hasty.value)
        _ = gate.next()
        #expect(await patient.value == 200)
    }

    @Test func aProviderThatFails() async throws {
        struct NotSignedIn: Error {}
        let service = Service(valid: "")
        for credentials in [.oauth { throw NotSignedIn() }, .oauth.renewed { throw NotSignedIn() }]
            as [Credentials<VaultClient>]
        {
            do {
                _ = try await Self.client(service, credentials).listItems()
                Issue.record("not thrown")
            } catch {
                #expect(error.underlyingError is NotSignedIn && !error.isRetryable)
            }
        }
        #expect(service.seen.isEmpty)
    }

    @Test func expiredSecretsAreRenewedBeforeTheyAreSent() async throws {
        let source = Source()
        let secret = CachedSecret { _ in CachedSecret.Value(source.next(), lifetime: source.count == 1 ? .zero : nil) }
        let service = Service(valid: "token-1")
        let client = Self.client(service, .oauth(secret))
        #expect(await Self.status(client) == 200)
        service.accept("token-2")
        #expect(await Self.status(client) == 200)
        #expect(service.seen == ["Bearer token-1", "Bearer token-2"])
    }

    /// A description has no secret, whatever provides it.
    @Test func descriptionsHaveNoSecrets() {
        let credentials: Credentials<VaultClient> = [.oauth("secret"), .session { "secret" }]
        var dumped = ""
        dump(credentials, to: &dumped)
        #expect(!dumped.contains("secret") && !"\(credentials)".contains("secret"))
        #expect("\(credentials)" == "Credentials(oauth, session)")
    }

    /// The bytes that a middleware signs are those that are sent, with the credential.
    @Test func aMiddlewareSigns() async throws {
        struct Signing: ClientMiddleware {
            func send(_ request: TransportRequest, in call: ClientCall, next: Next) async throws -> TransportResponse {
                var request = request
                let body = try await request.body?.bytes() ?? []
                let key = request.head.headerFields[.authorization] ?? ""
                request.head.headerFields[.signature] = "\(request.head.path ?? "") \(body.count) \(key)"
                return try await next(request)
            }
        }
        let transport = ScriptedTransport(.status(307, [.location: "/there"]), .status(200))
        let client = Self.client(transport, .oauth("t")).with(middleware: Signing())
        var request = ClientRequest(.post, "/a", security: ["oauth"])
        request.json([1, 2])
        _ = try await client.send(request).noContent()
        let signatures = transport.sent.map { $0.head.headerFields[.signature] }
        #expect(signatures == ["/a 5 Bearer t", "/there 5 Bearer t"])
    }
}

extension HTTPField.Name {
    fileprivate static let signature = Self("Signature") ?? .authorization
}
