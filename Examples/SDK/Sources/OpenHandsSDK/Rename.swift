import ApusRuntime

// What is written by hand stands beside the generated folder, which `apus-regenerate` alone writes.
extension OpenHandsClient {
    /// Gives a conversation a new title.
    public func rename(
        conversation id: String,
        to title: String
    ) async throws(ClientError<HTTPValidationFailure>) {
        _ = try await updateConversation(conversationID: id, body: .init(title: title))
    }
}
