import ApusRuntime
import Foundation

/// The seed's operation in its smallest form and, in addition, an operation that returns its path parameter.
struct Probe: APIServer {
    struct Request: JSONModel, Validated {
        var title: String

        init(title: String) { self.title = title }

        init(json object: inout JSONObjectReader) throws(JSONError) { title = try object.required("title") }

        func write(to object: inout JSONObjectWriter) { object.write("title", title) }

        static func validate(_ object: inout Validator) {
            object.required("title") { $0.string(minLength: 1, maxLength: 200) }
            object.noAdditionalProperties()
        }
    }

    /// A failure that the document does not mention.
    enum Missing: OperationFailure {
        case missing

        static var responses: [FailureResponse<Self>] { [] }

        var response: ServerResponse { .json(404, ["detail": "No such conversation"]) }
    }

    func register(in router: inout APIRouter) {
        router.errors = .httpValidationError
        let key = Authenticator<String>.apiKey(header: "X-Session-API-Key") { key in
            guard key == "secret" else { throw Unauthorized() }
            return key
        }
        router.on(.patch, "/api/conversations/{conversation_id}", security: key) { input, _ in
            let id = input.path("conversation_id", as: String.self)
            let body = await input.json(Request.self)
            guard let id, let body, input.isValid else { throw input.rejection }
            if id == "missing" { throw Missing.missing }
            return .json(body.title == "echo" ? id == "a/b c?é" : true)
        }
        router.on(.get, "/echo/{id}") { input, _ in
            guard let id = input.path("id", as: String.self) else { throw input.rejection }
            return .text(200, id)
        }
        router.on(.head, "/echo/{id}") { _, _ in .text(200, "not sent") }
        router.on(.post, "/data") { input, _ in
            guard let body = await input.stream(), input.isValid else { throw input.rejection }
            return .data(200, try await body.data(upTo: 32 << 20))
        }
        router.on(.delete, "/slow") { _, _ in
            try await Task.sleep(for: .seconds(3))
            return .noContent()
        }
    }
}

struct ProbeClient: APIClient {
    var connection: Connection<Self>
    init(_ connection: Connection<Self>) { self.connection = connection }

    enum Failure: OperationFailure {
        case unprocessableContent(JSONValue)

        static var responses: [FailureResponse<Self>] { [.json(422, Self.unprocessableContent)] }

        var response: ServerResponse {
            switch self {
            case .unprocessableContent(let body): .json(422, body)
            }
        }
    }

    func update(_ id: String, title: String) async throws(ClientError<Failure>) -> Bool {
        var request = ClientRequest(.patch, "/api/conversations/{conversation_id}", security: [["APIKeyHeader"]])
        request.path("conversation_id", id)
        request.json(Probe.Request(title: title))
        return try await send(request, failures: Failure.self).json(200)
    }

    func echo(_ id: String) async throws(ClientError<Never>) -> String {
        var request = ClientRequest(.get, "/echo/{id}")
        request.path("id", id)
        return try await send(request).text(200)
    }

    func data(_ data: Data) async throws(ClientError<Never>) -> Data {
        var request = ClientRequest(.post, "/data")
        request.stream(HTTPBody(data))
        return try await send(request).data(200)
    }
}

/// The error of a call; `nil` if it succeeds.
extension ProbeClient {
    func updateFailure(_ id: String, title: String) async -> ClientError<Failure>? {
        do { _ = try await update(id, title: title) } catch { return error }
        return nil
    }

    func dataFailure(_ data: Data) async -> ClientError<Never>? {
        do { _ = try await self.data(data) } catch { return error }
        return nil
    }

    func slowFailure() async -> ClientError<Never>? {
        do { try await send(ClientRequest(.delete, "/slow")).noContent() } catch { return error }
        return nil
    }
}

extension ClientError {
    var undocumentedResponse: ReceivedResponse? {
        if case .undocumented(let response) = self { response } else { nil }
    }

    var transportError: (any Error)? {
        if case .transport(let error, _) = self { error } else { nil }
    }
}

extension Credentials<ProbeClient> {
    static func key(_ key: String) -> Self { .apiKey("APIKeyHeader", header: "X-Session-API-Key", key) }
}
