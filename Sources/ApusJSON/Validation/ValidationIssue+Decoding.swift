extension ValidationIssue {
    /// The "format" of a value that its Swift type can hold.
    package static let decodable = "decodable"

    /// What validated, or had no validator, and still does not decode: a number that its Swift type cannot hold,
    /// for one.
    package init(undecodable error: JSONError) {
        switch error.kind {
        case .syntax(let error): self.init(.malformedJSON(error), path: [])
        case .missing: self.init(.missing, path: error.path)
        default: self.init(.format(Self.decodable), path: error.path, message: error.message)
        }
    }
}
