import ApusHummingbird
import ApusRuntime
import Hummingbird
import Logging

/// Runs `test` against the server on a free port of the loopback address.
func withServer<Responder: HTTPResponder, Result: Sendable>(
    _ responder: Responder, _ test: @Sendable @escaping (_ address: String) async throws -> Result
) async throws -> Result where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
    let (ports, port) = AsyncStream<Int>.makeStream()
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    let app = Application(
        responder: responder,
        configuration: .init(address: .hostname("127.0.0.1", port: 0)),
        onServerRunning: { channel in port.yield(channel.localAddress?.port ?? 0) },
        logger: logger
    )
    // The server runs as long as the tests do, since an assertion in NIO fails if a server ends while a client is still connecting.
    Task {
        try? await app.run()
        port.finish()
    }
    for await port in ports { return try await test("http://127.0.0.1:\(port)") }
    throw CancellationError()
}
