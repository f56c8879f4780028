/// Everything that is wrong with a value: in the order of the schema's properties, what the schema does not name after them
/// in the document's order.
public struct ValidationIssues: RandomAccessCollection, Hashable, Sendable {
    private var issues: [ValidationIssue]

    /// Whether there is more than these: a bound on their number keeps a large bad body from making a large answer.
    public private(set) var isTruncated: Bool

    /// Nothing is wrong, yet.
    public init() { self.init([], isTruncated: false) }

    /// Issues in their order, and whether there is more than these.
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
    /// Adds what is wrong with a value that is a part of the one at hand, and lies at `path` in it.
    public mutating func append(_ others: ValidationIssues, at path: [JSONPathComponent] = []) {
        issues += others.map { issue in
            var issue = issue
            issue.path = path + issue.path
            return issue
        }
        isTruncated = isTruncated || others.isTruncated
    }

    /// What is wrong with one property, or with what is in it:
    ///
    ///     issues.at("title").first?.message        // must have at least 1 character
    ///     issues.at("address", "lines", 0)
    public func at(_ path: JSONPathComponent...) -> [ValidationIssue] { filter { $0.path.starts(with: path) } }
}
