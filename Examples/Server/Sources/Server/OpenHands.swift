import ApusRuntime
import OpenHandsSDK

/// The API that the document describes: all that the author of a server writes.
struct OpenHands: OpenHandsAPI {
    let key: String

    func authenticate(apiKeyHeader key: String) async throws -> User {
        guard key == self.key else { throw Unauthorized() }
        return User()
    }

    func updateConversation(
        conversationID: String,
        body: UpdateConversationRequest,
        context: OperationContext<User>
    ) async throws -> Bool {
        guard conversationID != "missing" else { throw ConversationMissing(id: conversationID) }
        return true
    }
}

/// The caller.
struct User: Sendable {}

/// A failure that the document does not mention, as in real servers.
struct ConversationMissing: OperationFailure {
    var id: String

    static var responses: [FailureResponse<Self>] { [] }

    var response: ServerResponse {
        .json(404, ["detail": "There is no conversation '\(id)'."])
    }
}
