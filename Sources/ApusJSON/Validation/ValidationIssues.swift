/// Everything that is wrong with a value, in the order of the schema's properties; members that the schema does not name follow in
/// the order of the document.
public struct ValidationIssues: RandomAccessCollection, Hashable, Sendable {
    private var issues: [ValidationIssue]

    /// Whether there are more issues than these: their number is limited so that a large invalid body does not cause a large
    /// response.
    public private(set) var isTruncated: Bool

    /// Creates an empty list of issues.
    public init() { self.init([], isTruncated: false) }

    /// Creates a list of issues in their order; `isTruncated` specifies whether there are more.
    public init(_ issues: [ValidationIssue], isTruncated: Bool) {
        self.issues = issues
        self.isTruncated = isTruncated
    }

    /// Whether nothing is wrong.
    public var isValid: Bool { issues.isEmpty && !isTruncated }

    public var startIndex: Int { 0 }
    public var endIndex: Int { issues.count }
    public subscript(position: Int) -> ValidationIssue { issues[position] }
}

// For forms.
extension ValidationIssues {
    /// Adds the issues of a value that is part of this one, at `path`.
    public mutating func append(_ others: ValidationIssues, at path: [JSONPathComponent] = []) {
        issues += others.map { issue in
            var issue = issue
            issue.path = path + issue.path
            return issue
        }
        isTruncated = isTruncated || others.isTruncated
    }

    /// The issues of one property, or of the values inside it:
    ///
    ///     issues.at("title").first?.message        // must have at least 1 character
    ///     issues.at("address", "lines", 0)
    public func at(_ path: JSONPathComponent...) -> [ValidationIssue] { filter { $0.path.starts(with: path) } }
}
