import ApusRuntime
import HTTPTypes

/// The same replies in memory, where there are no connections, interim responses or compression.
struct ScriptedRouter: APIServer {
    struct Cut: Error {}

    var log: WireLog
    var reply: @Sendable (WireRequest) -> Reply

    func register(in router: inout APIRouter) {
        for method in [HTTPRequest.Method.get, .head, .post, .put, .patch, .delete] {
            for template in ["/{name}", "/{name}/"] { register(method, template, in: &router) }
        }
    }

    private func register(_ method: HTTPRequest.Method, _ template: String, in router: inout APIRouter) {
        let script = self
        router.on(method, template) { input, context in
            let head = context.request
            var request = WireRequest(method: head.method.rawValue, target: head.path ?? "")
            request.fields = head.headerFields.map { ($0.name.canonicalName, $0.value) }
            request.body = try await input.stream("*/*", required: false)?.bytes() ?? []
            script.log.add(request)
            return try await script.answer(script.reply(request))
        }
    }

    private func answer(_ reply: Reply) async throws -> ServerResponse {
        try await reply.gate?.wait()
        if reply.isDropped { throw Cut() }
        var fields = HTTPFields()
        for (name, value) in reply.fields where name != "Content-Encoding" {
            if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
        }
        return ServerResponse(status: .init(code: reply.status), headers: fields, body: body(of: reply))
    }

    private func body(of reply: Reply) -> HTTPBody {
        switch reply.body {
        case .none: return HTTPBody()
        case .bytes(let bytes): return HTTPBody(reply.plain ?? bytes)
        case .cut(let bytes, length: _), .cutChunks(let bytes): return stream([.bytes(bytes)], failure: Cut())
        case .pieces(let pieces): return stream(pieces, failure: nil)
        case .endless:
            let end = End(log)
            return HTTPBody(
                AsyncStream<[UInt8]> {
                    end.log.add(sent: 64 << 10)
                    return [UInt8](repeating: 1, count: 64 << 10)
                }
            )
        }
    }

    /// Records that nothing refers to a stream any more.
    private final class End: Sendable {
        let log: WireLog

        init(_ log: WireLog) { self.log = log }

        deinit { log.addClosed() }
    }

    private func stream(_ pieces: [Reply.Piece], failure: Cut?) -> HTTPBody {
        let rest = Counter(pieces[...])
        return HTTPBody(
            AsyncThrowingStream<[UInt8], any Error> {
                while true {
                    var piece: Reply.Piece?
                    rest.change { piece = $0.popFirst() }
                    switch piece {
                    case .bytes(let bytes): return bytes
                    case .gate(let gate): try await gate.wait()
                    case nil: if let failure { throw failure } else { return nil }
                    }
                }
            }
        )
    }
}
