/// The error for a token that the authorization server did not issue.
public struct OAuthError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The status of the response.
    public var status: Int
    /// The code of RFC 6749, section 5.2, such as `invalid_grant`; `nil` if there is none.
    public var code: String?
    /// What the server says about it.
    public var message: String?

    /// For tests, and for providers that ask authorization servers themselves.
    public init(status: Int, code: String? = nil, message: String? = nil) {
        self.status = status
        self.code = code
        self.message = message
    }

    public var description: String {
        let reason = [code, message].compactMap { $0 }.joined(separator: ": ")
        return "The authorization server issued no token and answered \(status)\(reason.isEmpty ? "" : " (\(reason))")"
    }
}

/// The token endpoint of an authorization server (RFC 6749, section 3.2).
struct TokenEndpoint: Sendable {
    /// A token as the server issues it.
    struct Answer {
        var value: CachedSecret.Value
        var refreshToken: String?
    }

    /// `nil` if neither the document nor the caller says where it is.
    var url: String?
    var id: String
    /// `nil` for a public client.
    var secret: String?

    /// The token for the parameters of a grant.
    func token(_ parameters: [String: String], over transport: any ClientTransport) async throws -> Answer {
        guard let url else { throw InvalidRequest("The document declares no token URL for this flow") }
        var form = parameters
        var request = ClientRequest(.post, to: url, id: "token")
        if let secret {
            let pair = "\(Self.encoded(id)):\(Self.encoded(secret))"
            request.header("Authorization", "Basic \(Base64.encode(Array(pair.utf8)))")
        } else {
            form["client_id"] = id
        }
        request.urlEncoded(form)
        var client = AuthorizationServer(transport: transport)
        client.connection.responseLimit = 1 << 20
        let answer: JSONValue
        do throws(ClientError<Never>) { answer = try await client.send(request).json(200) } catch {
            throw Self.error(error)
        }
        return try Answer(answer)
    }

    /// "Encoded using the application/x-www-form-urlencoded encoding algorithm" [RFC 6749, section 2.3.1]
    private static func encoded(_ text: String) -> String { PercentCoding.encode(text) }

    /// What the server says instead of what the client knows: its response may contain a token.
    private static func error(_ error: ClientError<Never>) -> any Error {
        guard let response = error.response else { return error.underlyingError ?? error }
        let body = try? JSONValue(jsonBytes: response.body)
        return OAuthError(
            status: response.status, code: body?["error"]?.string, message: body?["error_description"]?.string)
    }
}

extension TokenEndpoint.Answer {
    /// RFC 6749, section 5.1. Some servers write the seconds of `expires_in` as a string.
    fileprivate init(_ json: JSONValue) throws(OAuthError) {
        guard let token = json["access_token"]?.string, !token.isEmpty else {
            throw OAuthError(status: 200, message: "the response has no access_token")
        }
        if let type = json["token_type"]?.string, type.lowercased() != "bearer" {
            throw OAuthError(status: 200, message: "the token is not a bearer token")
        }
        value = CachedSecret.Value(token)
        refreshToken = json["refresh_token"]?.string
        if let seconds = json["expires_in"]?.double ?? json["expires_in"]?.string.flatMap(Double.init), seconds >= 0 {
            value.lifetime = .seconds(min(seconds, 1e9))
        }
    }
}

/// Sends requests to an authorization server.
private struct AuthorizationServer: WebhookClient {
    var connection: Connection<Self>
    init(_ connection: Connection<Self>) { self.connection = connection }
}
