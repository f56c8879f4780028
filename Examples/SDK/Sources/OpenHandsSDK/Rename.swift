import ApusRuntime

// Handwritten code is beside the generated folder, which only `apus-regenerate` writes.
extension OpenHandsClient {
    /// Gives a conversation a new title.
    public func rename(
        conversation id: String,
        to title: String
    ) async throws(ClientError<HTTPValidationFailure>) {
        _ = try await updateConversation(conversationID: id, body: .init(title: title))
    }
}
