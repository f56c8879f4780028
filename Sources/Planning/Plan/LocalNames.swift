/// Names of local values in generated functions, which must differ from those of the document's parameters.
extension OperationPlan {
    /// The name, or `apiName` if a parameter has the same name.
    package func local(_ name: String) -> String {
        var candidate = name
        let taken = Set(parameters.map(\.name))
        while taken.contains(candidate) { candidate = "api" + candidate.prefix(1).uppercased() + candidate.dropFirst() }
        return candidate
    }

    /// Whether a parameter hides the client's `send`, which is then written `self.send`.
    package var hidesSend: Bool { parameters.contains { $0.name == "send" } }

    /// Whether a route must refer to the operation's method with `self.`, because the constant of an authenticator or a value that
    /// the route reads has the same name.
    package func isHidden(beside authenticators: [AuthenticatorPlan]) -> Bool {
        (parameters.map(\.name) + authenticators.map(\.name) + ["input", "context", "body", "router"]).contains(name)
    }
}

extension LinkPlan {
    /// Whether an argument hides the method that it calls.
    package func hides(_ name: String) -> Bool { arguments.contains { $0.name == name } }
}
