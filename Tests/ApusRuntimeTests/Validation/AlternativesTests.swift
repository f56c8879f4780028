import ApusRuntime
import Testing

struct AlternativesTests {
    typealias Check = @Sendable (inout Validator) -> Void

    private func issues(_ json: String, _ check: Check) throws -> ValidationIssues {
        Validator.validate(try JSONDocument(json).root) { check(&$0) }
    }

    /// If none of the alternatives fits, the issue contains the issues of each of them.
    @Test func anyOfCarriesWhatEachAlternativeMisses() throws {
        let check: Check = { $0.array { $0.anyOf({ $0.string(minLength: 2) }, { $0.integer() }) } }
        #expect(try issues(#"["ab", 1]"#, check).isValid)
        let found = try issues(#"["a", 1, null]"#, check)
        #expect(found.map(\.path) == [[0], [2]])
        let branches = [
            [ValidationIssue(.minLength(2), path: [0], offset: 1)],
            [ValidationIssue(.type([.integer]), path: [0], offset: 1)],
        ]
        #expect(found.first?.kind == .anyOf(branches))
    }

    @Test(arguments: [("\"abc\"", nil), ("1", 0), ("\"a\"", 2)] as [(String, Int?)])
    func oneOfCountsTheAlternativesThatFit(json: String, matches: Int?) throws {
        let found = try issues(json) { $0.oneOf({ $0.string(maxLength: 2) }, { $0.string() }) }
        switch found.first?.kind {
        case .oneOf(let count, let branches)?:
            #expect(count == matches)
            #expect(branches.count == (count == 0 ? 2 : 0))
        default: #expect(matches == nil)
        }
    }

    @Test func allOfCarriesTheIssuesOfAll() throws {
        let found = try issues("\"abc\"") { $0.allOf({ $0.string(minLength: 5) }, { $0.string(maxLength: 1) }) }
        #expect(found.map(\.kind) == [.minLength(5), .maxLength(1)])
    }

    @Test func notRefusesWhatFits() throws {
        #expect(try issues("1") { $0.not { $0.string() } }.isValid)
        #expect(try issues("\"\"") { $0.not { $0.string() } }.map(\.kind) == [.not])
        #expect(try issues("1") { $0.not { $0.not { $0.integer() } } }.isValid)
    }

    /// After an alternative, members are again those of the object around it.
    @Test func membersAroundAlternativesAreValidated() throws {
        let found = try issues(#"{"a": {"b": 1}, "c": 1}"#) {
            $0.object { object in
                object.required("a") {
                    $0.anyOf({ $0.object { $0.required("x") } }, { $0.object { $0.required("b") } })
                }
                object.noAdditionalProperties()
            }
        }
        #expect(found.map(\.description) == ["c: not allowed here"])
    }

    /// Alternatives of a type that contains itself, as deep as documents may be: the work is at most the number of values times the
    /// number of models.
    @Test(.timeLimit(.minutes(30))) func recursiveAlternativesTakeBoundedWork() throws {
        let depth = JSONLimits.standardDepth - 2
        let json = String(repeating: #"{"next":"#, count: depth) + "1" + String(repeating: "}", count: depth)
        #expect(Validator.validate(Chain.self, try JSONDocument(json)).count == 1)
        let good = String(repeating: #"{"next":"#, count: depth) + "null" + String(repeating: "}", count: depth)
        #expect(Validator.validate(Chain.self, try JSONDocument(good)).isValid)
    }
}

/// `next` is a chain with a name, or one without, or null.
private struct Chain: Validated {
    static func validate(_ value: inout Validator) {
        value.object { object in
            object.optional("next") { $0.anyOf({ $0.value(Named.self) }, { $0.value(Chain.self) }, { $0.null() }) }
        }
    }
}

private struct Named: Validated {
    static func validate(_ value: inout Validator) {
        value.object { object in
            object.optional("next") { $0.anyOf({ $0.value(Chain.self) }, { $0.value(Named.self) }, { $0.null() }) }
            object.required("name")
        }
    }
}
