import ApusRuntime
import Testing

struct LimitTests {
    @Test(arguments: [(0, 0, false), (99, 99, false), (100, 100, false), (101, 100, true), (5000, 100, true)])
    func aHundredIssuesAreReported(wrong: Int, reported: Int, isTruncated: Bool) throws {
        let json = "[" + Array(repeating: "null", count: wrong).joined(separator: ",") + "]"
        let found = Validator.validate(try JSONDocument(json).root) { $0.array { $0.integer() } }
        #expect(found.count == reported)
        #expect(found.isTruncated == isTruncated)
        #expect(found.isValid == (wrong == 0))
        #expect(found.last?.path == (reported == 0 ? nil : [.index(reported - 1)]))
    }

    /// Issues of alternatives count, too: the total number of issues is bounded.
    @Test func issuesOfAlternativesCount() throws {
        let json = "[" + Array(repeating: "[0,0]", count: 100).joined(separator: ",") + "]"
        let found = Validator.validate(try JSONDocument(json).root, limit: 10) {
            $0.array { $0.anyOf({ $0.array { $0.string() } }, { $0.array { $0.null() } }) }
        }
        #expect(found.isTruncated)
        func count(_ issues: [ValidationIssue]) -> Int {
            issues.reduce(0) { sum, issue in
                guard case .anyOf(let branches) = issue.kind else { return sum + 1 }
                return branches.reduce(sum + 1) { $0 + count($1) }
            }
        }
        #expect(count(Array(found)) <= 10)
    }

    @Test func aLimitOfZeroStillSaysInvalid() throws {
        let found = Validator.validate(try JSONDocument("1").root, limit: 0) { $0.string() }
        #expect(found.isEmpty)
        #expect(!found.isValid)
    }
}
