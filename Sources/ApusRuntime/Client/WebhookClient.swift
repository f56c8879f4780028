/// A generated client that sends an API's webhooks and callbacks, each to a URL that is passed to its method:
///
///     let webhooks = PetStoreWebhooksClient(transport: AsyncHTTPClientTransport())
///     try await webhooks.newPet(to: subscription.url, body: pet)
public protocol WebhookClient: APIClient {}

extension WebhookClient {
    /// A client that has no server of its own.
    public init(credentials: Credentials<Self>? = nil, transport: any ClientTransport) {
        self.init(Connection(server: "", credentials: credentials, transport: transport))
    }
}
