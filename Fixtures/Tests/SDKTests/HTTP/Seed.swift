import ApusRuntime
import UpdateConversationSDK

/// The seed's API as Apus generates it, and a server's author's part of it.
enum Seed {
    typealias Client = OpenHandsClient
    typealias HTTPValidationFailure = UpdateConversationSDK.HTTPValidationFailure
    typealias UpdateConversationRequest = UpdateConversationSDK.UpdateConversationRequest
    typealias ValidationError = UpdateConversationSDK.ValidationError

    /// Accepts the key `secret`, answers `true`; some ids fail in a way of their own.
    struct Server: OpenHandsAPI {
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
                    UpdateConversationSDK.HTTPValidationError(detail: [
                        ValidationError(loc: [.string("path"), .integer(0)], msg: "no", type: "custom")
                    ]))
            case "mishap": throw Mishap()
            case "cancelled": throw CancellationError()
            default: return conversationID != "false"
            }
        }
    }
}
