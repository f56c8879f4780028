import Testing

@testable import ApusJSON
@testable import ApusRuntime

/// All issues of a value -> those that pydantic reports.
struct IssueSelectionTests {
    @Test(
        arguments: [
            // The first check of a value that fails.
            ([Self.issue(.pattern("a")), Self.issue(.minLength(2))], [.minLength(2)]),
            ([Self.issue(.minLength(2)), Self.issue(.format("uuid"))], [.format("uuid")]),
            ([Self.issue(.minLength(2)), Self.issue(.type([.string]))], [.type([.string])]),
            ([Self.issue(.type([.string])), Self.issue(.never)], [.type([.string])]),
            // A member that is missing or too much, whatever else is found there.
            ([Self.issue(.type([.string]), "a"), Self.issue(.missing, "a")], [.type([.string]), .missing]),
            // What pydantic finds after the elements.
            ([Self.issue(.uniqueItems(0, 1)), Self.issue(.never, "a")], [.never]),
            ([Self.issue(.minItems(3, actual: 2)), Self.issue(.never, "a")], [.never]),
            ([Self.issue(.minProperties(3, actual: 2)), Self.issue(.never, "a")], [.never]),
            ([Self.issue(.dependentRequired("b")), Self.issue(.never, "a")], [.dependentRequired("b"), .never]),
            // Too many elements of a list, or too many valid members.
            ([Self.issue(.maxItems(1, actual: 2)), Self.issue(.never, "a")], [.maxItems(1, actual: 2)]),
            ([Self.issue(.maxProperties(1, actual: 3)), Self.issue(.never, "a")], [.maxProperties(1, actual: 3)]),
            ([Self.issue(.maxProperties(2, actual: 3)), Self.issue(.never, "a")], [.never]),
        ] as [([ValidationIssue], [ValidationIssue.Kind])])
    func whatPydanticReports(issues: [ValidationIssue], kinds: [ValidationIssue.Kind]) {
        #expect(IssueSelection.select(issues).map(\.kind) == kinds)
    }

    private static func issue(_ kind: ValidationIssue.Kind, _ keys: String...) -> ValidationIssue {
        ValidationIssue(kind, path: keys.map { .key($0) })
    }
}
