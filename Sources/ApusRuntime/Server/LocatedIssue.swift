/// An issue and the part of the request that it is in.
struct LocatedIssue: Sendable {
    enum Location: String, Sendable, CaseIterable {
        case path, query, header, cookie, body
    }

    var location: Location
    /// The path begins with a parameter's name, or is relative to the body.
    var issue: ValidationIssue
    /// The number of path components that do not come from the validator: a parameter's name.
    var depth: Int
    /// The value that the path leads into; `nil` if it cannot be shown.
    var value: RequestValue?

    init(_ issue: ValidationIssue, in location: Location, depth: Int = 0, of value: RequestValue? = nil) {
        self.location = location
        self.issue = issue
        self.depth = depth
        self.value = value
    }

    init(_ issue: ValidationIssue, in reader: ParameterReader, of value: RequestValue?) {
        var issue = issue
        issue.path.insert(.key(reader.name), at: 0)
        let location: Location =
            switch reader.location {
            case .path: .path
            case .query: .query
            case .header: .header
            case .cookie: .cookie
            }
        self.init(issue, in: location, depth: 1, of: value)
    }
}
