/// How a request proves who sends it. [Security Scheme Object]
package struct SecurityScheme: Readable, Referenceable {
    static let kind = "security scheme"
    package static let section = "securitySchemes"
    package static var table: WritableKeyPath<ReferenceTable, [ByteExact: Self]> { \.securitySchemes }

    package enum KeyLocation: String, Choice {
        case query, header, cookie
    }

    package enum Kind: Sendable {
        case apiKey(name: String, in: KeyLocation)
        /// The scheme is in lower case: `basic`, `bearer`.
        case http(scheme: String, bearerFormat: String?)
        case mutualTLS
        case oauth2(flows: OAuthFlows, metadataURL: String?)
        case openIDConnect(url: String)
    }

    enum TypeName: String, Choice {
        case apiKey, http, mutualTLS, oauth2, openIdConnect
    }

    package let kind: Kind
    package internal(set) var description: String?
    package let deprecated: Bool
    package let source: ObjectSource

    init?(from object: inout ObjectReader) {
        guard let type: TypeName = object.required("type"), let kind = Self.readKind(type, from: &object) else {
            return nil
        }
        self.kind = kind
        description = object.annotation("description")
        deprecated = object.flag("deprecated", since: .v32)
        source = object.source
    }

    private static func readKind(_ type: TypeName, from object: inout ObjectReader) -> Kind? {
        switch type {
        case .apiKey:
            guard let name: String = object.required("name"), let place: KeyLocation = object.required("in") else {
                return nil
            }
            return .apiKey(name: name, in: place)
        case .http:
            guard let scheme: String = object.required("scheme") else { return nil }
            return .http(scheme: scheme.lowercased(), bearerFormat: object.value("bearerFormat"))
        case .mutualTLS:
            return .mutualTLS
        case .oauth2:
            guard let flows: OAuthFlows = object.required("flows") else { return nil }
            return .oauth2(flows: flows, metadataURL: object.value("oauth2MetadataUrl", since: .v32))
        case .openIdConnect:
            return .openIDConnect(url: object.expected("openIdConnectUrl") ?? "")
        }
    }
}
