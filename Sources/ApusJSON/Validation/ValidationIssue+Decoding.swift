extension ValidationIssue {
    /// The "format" of a value that its Swift type can represent.
    package static let decodable = "decodable"

    /// A value that is valid, or has no validator, but cannot be decoded, such as a number that its Swift type cannot represent.
    package init(undecodable error: JSONError) {
        switch error.kind {
        case .syntax(let error): self.init(.malformedJSON(error), path: [])
        case .missing: self.init(.missing, path: error.path)
        default: self.init(.format(Self.decodable), path: error.path, message: error.message)
        }
    }
}
