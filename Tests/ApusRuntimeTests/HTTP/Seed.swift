import ApusRuntime

/// The seed's API as Apus generates it, written by hand; nested, as `namespace:` would nest it.
enum Seed {}

extension Seed {
    struct Client: APIClient {
        var connection: Connection<Self>
        init(_ connection: Connection<Self>) { self.connection = connection }

        func updateConversation(
            conversationID: String, body: UpdateConversationRequest
        ) async throws(ClientError<HTTPValidationFailure>) -> Bool {
            var request = ClientRequest(
                .patch, "/api/conversations/{conversation_id}", security: [["APIKeyHeader"]])
            request.path("conversation_id", conversationID)
            request.json(body)
            return try await send(request, failures: HTTPValidationFailure.self).json(200)
        }
    }

    protocol API: APIServer {
        associatedtype Identity: Sendable

        func authenticate(apiKeyHeader key: String) async throws -> Identity

        func updateConversation(
            conversationID: String, body: UpdateConversationRequest, context: OperationContext<Identity>
        ) async throws -> Bool
    }

    /// Accepts the key `secret`, answers `true`; some ids fail in a way of their own.
    struct Server: API {
        struct Mishap: Error {}

        func authenticate(apiKeyHeader key: String) async throws -> String {
            switch key {
            case "secret": return "user"
            case "banned": throw Forbidden("Banned")
            case "broken": throw Mishap()
            default: throw Unauthorized()
            }
        }

        func updateConversation(
            conversationID: String, body: UpdateConversationRequest, context: OperationContext<String>
        ) async throws -> Bool {
            switch conversationID {
            case "invalid":
                throw HTTPValidationFailure.unprocessableContent(
                    HTTPValidationError(detail: [
                        ValidationError(loc: [.string("path"), .integer(0)], msg: "no", type: "custom")
                    ]))
            case "mishap": throw Mishap()
            case "cancelled": throw CancellationError()
            default: return conversationID != "false"
            }
        }
    }
}

extension Seed.API {
    func register(in router: inout APIRouter) {
        router.errors = .httpValidationError
        router.on(.patch, "/api/conversations/{conversation_id}", security: apiKeyHeader) { input, context in
            let conversationID = input.path("conversation_id", as: String.self)
            let body = await input.json(Seed.UpdateConversationRequest.self)
            guard let conversationID, let body, input.isValid else { throw input.rejection }
            return .json(try await updateConversation(conversationID: conversationID, body: body, context: context))
        }
    }

    private var apiKeyHeader: Authenticator<Identity> {
        .apiKey(header: "X-Session-API-Key", authenticate(apiKeyHeader:))
    }
}

extension Credentials<Seed.Client> {
    static func apiKeyHeader(_ key: String) -> Self { .apiKey("APIKeyHeader", header: "X-Session-API-Key", key) }
}

extension Seed {
    struct HTTPValidationError: JSONModel {
        var detail: [ValidationError]?

        init(detail: [ValidationError]? = nil) { self.detail = detail }

        init(json object: inout JSONObjectReader) throws(JSONError) { detail = try object.optional("detail") }

        func write(to object: inout JSONObjectWriter) { object.write("detail", detail) }
    }

    struct UpdateConversationRequest: JSONModel, Validated {
        var title: String

        init(title: String) { self.title = title }

        init(json object: inout JSONObjectReader) throws(JSONError) { title = try object.required("title") }

        func write(to object: inout JSONObjectWriter) { object.write("title", title) }

        static func validate(_ object: inout Validator) {
            object.required("title") { $0.string(minLength: 1, maxLength: 200) }
            object.noAdditionalProperties()
        }
    }

    struct ValidationError: JSONModel {
        var loc: [Location]
        var msg: String
        var type: String

        init(loc: [Location], msg: String, type: String) {
            self.loc = loc
            self.msg = msg
            self.type = type
        }

        init(json object: inout JSONObjectReader) throws(JSONError) {
            loc = try object.required("loc")
            msg = try object.required("msg")
            type = try object.required("type")
        }

        func write(to object: inout JSONObjectWriter) {
            object.write("loc", loc)
            object.write("msg", msg)
            object.write("type", type)
        }

        enum Location: JSONUnion {
            case string(String)
            case integer(Int)
            case other(JSONValue)

            init(json: JSONView) throws(JSONError) {
                self = try json.first(Self.string, Self.integer, otherwise: Self.other)
            }

            func write(to writer: inout JSONWriter) {
                switch self {
                case .string(let value): writer.write(value)
                case .integer(let value): writer.write(value)
                case .other(let value): writer.write(value)
                }
            }
        }
    }

    enum HTTPValidationFailure: OperationFailure {
        case unprocessableContent(HTTPValidationError)

        static var responses: [FailureResponse<Self>] { [.json(422, Self.unprocessableContent)] }

        var response: ServerResponse {
            switch self {
            case .unprocessableContent(let body): .json(422, body)
            }
        }
    }
}
