/// A response that declares header fields: a generated struct of its body and of them.
///
///     let page = try await client.listPets()
///     page.body, page.link, page.xRateLimitRemaining
public protocol ResponseValue: Sendable {
    /// How a client reads it.
    init(from response: ResponseContent) throws(ResponseDecodingError)

    /// How a server answers with it.
    func response(_ status: Int) -> ServerResponse
}
