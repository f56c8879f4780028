/// The ways to get a token. [OAuth Flows Object]
package struct OAuthFlows: Readable {
    static let kind = "flows"

    package let implicit: OAuthFlow?
    package let password: OAuthFlow?
    package let clientCredentials: OAuthFlow?
    package let authorizationCode: OAuthFlow?
    package let deviceAuthorization: OAuthFlow?
    package let source: ObjectSource

    init(from object: inout ObjectReader) {
        implicit = object.value("implicit")
        password = object.value("password")
        clientCredentials = object.value("clientCredentials")
        authorizationCode = object.value("authorizationCode")
        deviceAuthorization = object.value("deviceAuthorization", since: .v32)
        source = object.source
    }
}

/// One way to get a token. [OAuth Flow Object]
package struct OAuthFlow: Readable {
    static let kind = "flow"

    package let authorizationURL: String?
    package let deviceAuthorizationURL: String?
    package let tokenURL: String?
    package let refreshURL: String?
    /// The descriptions, keyed by scope.
    package let scopes: OrderedMap<Located<String>>
    package let source: ObjectSource

    init(from object: inout ObjectReader) {
        authorizationURL = object.value("authorizationUrl")
        deviceAuthorizationURL = object.value("deviceAuthorizationUrl", since: .v32)
        tokenURL = object.value("tokenUrl")
        refreshURL = object.value("refreshUrl")
        scopes = object.map("scopes")
        source = object.source
    }
}
