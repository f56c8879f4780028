/// A response that declares header fields: a generated struct of its body and those fields.
///
///     let page = try await client.listPets()
///     page.body, page.link, page.xRateLimitRemaining
public protocol ResponseValue: Sendable {
    /// Whether the body is read after the value is created.
    static var isStream: Bool { get }

    /// How a client reads it.
    init(from response: ResponseContent) throws(ResponseDecodingError)

    /// How a server answers with it.
    func response(_ status: Int) -> ServerResponse
}

extension ResponseValue {
    public static var isStream: Bool { false }
}
