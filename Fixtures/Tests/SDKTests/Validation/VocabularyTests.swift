import ApusRuntime
import Testing
import VocabularySDK

/// The validators of `Fixtures/vocabulary`, one for each keyword.
@Suite struct VocabularyTests {
    @Test(
        arguments: [
            #"{"id": "1", "lines": [], "payment": "invoice", "billTo": "x"}"#,
            #"{"id": "1", "lines": [], "payment": "card", "card": "123456789012", "shipTo": "x", "size": [1, 2]}"#,
            #"{"id": "1", "lines": [], "payment": "invoice", "billTo": "x", "size": [1, 2, "cm"]}"#,
            #"{"id": "1", "lines": [], "payment": "invoice", "billTo": "x", "extent": true}"#,
        ].map { $0.replacing("[]", with: #"[{"product": "a", "count": 1, "main": true}]"#) })
    func aValidOrderHasNoIssue(_ text: String) throws {
        #expect(try issues(text).isEmpty)
    }

    @Test(arguments: [
        ("not", #""id": "root""#, "id: is a value that is not allowed"),
        ("contains", #""lines": []"#, #"lines: must have at least 1 element of a certain kind, has 0"#),
        ("if, then", #""payment": "card""#, "card: required, but missing"),
        ("else", #""card": "123456789012""#, "is a value that is not allowed"),
        ("type", #""billTo": null"#, "billTo: must be a string"),
        ("dependentRequired", #""shipTo": "x""#, #"size: required together with "shipTo", but missing"#),
        ("dependentSchemas", #""note": "x""#, "must have at least 6 members"),
        (
            "propertyNames", #""labels": {"a long name": "x"}"#,
            #"labels.a long name: the key must have at most 8 characters"#
        ),
        ("prefixItems", #""size": [1, "2"]"#, "size[1]: must be a number"),
        ("items after prefixItems", #""size": [1, 2, "cm", 4]"#, "size[3]: no value is allowed here"),
        ("minimum without type", #""extent": 0"#, "extent: must be at least 1"),
        ("maxLength without type", #""extent": "0123456789""#, "extent: must have at most 9 characters"),
        (
            "unevaluatedProperties", #""lines": [{"product": "a", "count": 1, "main": true, "x": 1}]"#,
            "lines[0].x: not allowed here"
        ),
    ])
    func eachKeywordRefusesWhatItExcludes(keyword: String, member: String, issue: String) throws {
        var members = [
            "id": #""1""#, "lines": #"[{"product": "a", "count": 1, "main": true}]"#, "payment": #""invoice""#,
            "billTo": #""x""#,
        ]
        let change = try JSONDocument("{\(member)}").root
        for entry in change.members { members[entry.key] = entry.value.text }
        let text = "{" + members.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}"
        #expect(try issues(text).map(\.description) == [issue], "\(keyword)")
    }

    @Test func recursesWithoutADeclaration() throws {
        let check: (String) throws -> [String] = { text in
            Validator.validate(Tree.self, try JSONDocument(text)).map(\.description)
        }
        #expect(try check("[[[], []], []]").isEmpty)
        #expect(try check("[[[], [[], [], []]]]") == ["[0][1]: must have at most 2 elements"])
    }

    private func issues(_ text: String) throws -> ValidationIssues {
        Validator.validate(Order.self, try JSONDocument(text))
    }
}
