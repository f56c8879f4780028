/// Everything that is wrong with a value: in the order of the schema's properties, what the schema does not name after them
/// in the document's order.
public struct ValidationIssues: RandomAccessCollection, Hashable, Sendable {
    private let issues: [ValidationIssue]

    /// Whether there is more than these: a bound on their number keeps a large bad body from making a large answer.
    public let isTruncated: Bool

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
