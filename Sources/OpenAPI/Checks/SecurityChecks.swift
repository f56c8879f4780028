import ApusDiagnostics
import ApusYAML

extension OAuthFlows {
    /// The fields that each flow needs [OAuth Flow Object]. A client that gets its token elsewhere does not need them.
    func check(in context: ReadingContext) {
        let needs = [
            (implicit, ["authorizationUrl", "scopes"]),
            (password, ["tokenUrl", "scopes"]),
            (clientCredentials, ["tokenUrl", "scopes"]),
            (authorizationCode, ["authorizationUrl", "tokenUrl", "scopes"]),
            (deviceAuthorization, ["deviceAuthorizationUrl", "tokenUrl", "scopes"]),
        ]
        for (flow, fields) in needs {
            guard let flow else { continue }
            for field in fields where flow.source.fields[field] == nil {
                context.report(.incompleteObject, "the flow has no '\(field)'", at: flow.location)
            }
        }
    }
}
