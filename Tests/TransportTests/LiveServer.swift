#if Hummingbird
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
        return try await withThrowingTaskGroup(of: Result?.self) { group in
            group.addTask {
                try await app.run()
                return nil
            }
            group.addTask {
                for await port in ports { return try await test("http://127.0.0.1:\(port)") }
                return nil
            }
            defer { group.cancelAll() }
            while let result = try await group.next() {
                if let result { return result }
            }
            throw CancellationError()
        }
    }
#endif
