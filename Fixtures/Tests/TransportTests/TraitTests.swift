import ApusRuntime
import ApusURLSession
import Testing

/// Without any trait there is still a transport.
@Suite struct TraitTests {
    @Test func aClientNeedsNoMoreThanAServer() {
        let client = ProbeClient(server: "http://127.0.0.1:1")
        #expect(client.connection.transport is URLSessionTransport)
    }
}
