import ApusHummingbird
import ApusRuntime
import Foundation
import Hummingbird
import Logging
import OpenHandsSDK

enum ServerKind: String, CaseIterable {
    case generated, handwritten
}

/// A server on a free port, which it prints.
struct BenchmarkServer {
    var kind: ServerKind

    func run() async throws {
        switch kind {
        case .generated: try await serve(HummingbirdResponder(GeneratedAPI()))
        case .handwritten: try await serve(handwritten().buildResponder())
        }
    }

    private func serve(_ responder: some HTTPResponder<BasicRequestContext>) async throws {
        var logger = Logger(label: "benchmark")
        logger.logLevel = .error
        let application = Application(
            responder: responder,
            configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in
                FileHandle.standardOutput.write(Data("\(channel.localAddress?.port ?? 0)\n".utf8))
            },
            logger: logger
        )
        try await application.runService()
    }

    /// The route as written without Apus: it decodes, but does not validate.
    private func handwritten() -> Router<BasicRequestContext> {
        let router = Router()
        router.patch("/api/conversations/:id") { request, context in
            guard request.headers[.sessionKey] == "secret" else { throw HTTPError(.unauthorized) }
            _ = try context.parameters.require("id")
            let buffer = try await request.body.collect(upTo: 1 << 20)
            let update = try JSONDecoder().decode(PlainUpdate.self, from: Data(buffer.readableBytesView))
            guard !update.title.isEmpty else { throw HTTPError(.unprocessableContent) }
            return Response(
                status: .ok,
                headers: [.contentType: "application/json"],
                body: .init(byteBuffer: .init(string: "true"))
            )
        }
        return router
    }
}

extension HTTPField.Name {
    fileprivate static let sessionKey = HTTPField.Name("X-Session-API-Key") ?? .authorization
}

private struct GeneratedAPI: OpenHandsAPI {
    func authenticate(apiKeyHeader key: String) async throws -> Caller {
        guard key == "secret" else { throw Unauthorized() }
        return Caller()
    }

    func updateConversation(
        conversationID: String,
        body: UpdateConversationRequest,
        context: OperationContext<Caller>
    ) async throws -> Bool {
        true
    }
}

private struct Caller: Sendable {}
