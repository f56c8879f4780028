import ApusRuntime
import Testing

/// A check, a value it accepts or not, and what it reports.
struct ValidatorTests {
    typealias Check = @Sendable (inout Validator) -> Void

    private func issues(_ json: String, _ check: Check) throws -> [String] {
        Validator.validate(try JSONDocument(json).root) { check(&$0) }.map(\.description)
    }

    @Test(arguments: [
        ("null", ["must be a string"]), (#""""#, ["must have at least 1 character"]), (#""a""#, []), (#""abc""#, []),
        (#""abcd""#, ["must have at most 3 characters"]),
        (#""😀é€""#, []), (#""\ud83d\ude00\u00e9\n""#, []), (#""e\u0301ab""#, ["must have at most 3 characters"]),
        ("\"e\u{301}ab\"", ["must have at most 3 characters"]), (#""👨‍👩‍👧""#, ["must have at most 3 characters"]),
    ])
    func lengthsOfStringsAreChecked(json: String, expected: [String]) throws {
        #expect(try issues(json) { $0.string(minLength: 1, maxLength: 3) } == expected)
    }

    /// As many escape sequences as there can be in a string of this length, and one more.
    @Test func lengthsOfEscapedStringsAreChecked() throws {
        let text = #"\ud83d\ude00"#
        for count in 0...3 {
            let json = "\"\(String(repeating: text, count: count))\""
            for limit in 0...3 {
                #expect(try issues(json) { $0.string(minLength: limit) }.isEmpty == (count >= limit))
                #expect(try issues(json) { $0.string(maxLength: limit) }.isEmpty == (count <= limit))
            }
        }
    }

    @Test func patternsAreChecked() throws {
        let pattern = try StringPattern("^a+$")
        #expect(try issues(#""\u0061a""#) { $0.string(pattern: pattern) } == [])
        #expect(try issues(#""ab""#) { $0.string(pattern: pattern) } == ["must match ^a+$"])
    }

    @Test(arguments: [
        ("1", []), ("1.0", []), ("100", []), ("0", ["must be at least 1"]), ("101", ["must be at most 100"]),
        ("1.5", ["must be an integer"]), ("\"1\"", ["must be an integer"]), ("true", ["must be an integer"]),
        ("1e2", []), ("1e3", ["must be at most 100"]), ("-1e300", ["must be at least 1"]),
        ("123456789012345678901234567890", ["must be at most 100"]), ("0.99e0", ["must be an integer"]),
    ])
    func boundsOfIntegersAreChecked(json: String, expected: [String]) throws {
        #expect(try issues(json) { $0.integer(minimum: 1, maximum: 100) } == expected)
    }

    @Test(arguments: [
        ("0", ["must be greater than 0"]), ("1e-400", []), ("0.1", []),
        ("0.10000000000000000001", ["must be at most 0.1"]),
        ("0.09999999999999999999999", []), ("100000000000000000000e-21", []), ("-0.0", ["must be greater than 0"]),
        ("1e400", ["must be at most 0.1"]), ("null", ["must be a number"]),
    ])
    func boundsOfNumbersAreChecked(json: String, expected: [String]) throws {
        #expect(try issues(json) { $0.number(exclusiveMinimum: 0, maximum: 0.1) } == expected)
    }

    @Test(arguments: [
        ("18446744073709551616", []), ("18446744073709551617", ["must be at most 18446744073709551616"]),
        ("18446744073709551615.9", []), ("9007199254740993", ["must be at least 9007199254740994"]),
    ])
    func boundsBeyondDoubleAreExact(json: String, expected: [String]) throws {
        #expect(
            try issues(json) { $0.number(minimum: 9_007_199_254_740_994, maximum: "18446744073709551616") } == expected)
    }

    @Test(arguments: [
        ("4.35", true), ("4.351", false), ("0", true), ("1e300", true), ("123456789012345678901234567890.01", true),
        ("0.001", false), ("-0.07", true), ("1e-2", true),
    ])
    func multiplesOfDecimalsAreExact(json: String, isMultiple: Bool) throws {
        #expect(try issues(json) { $0.number(multipleOf: 0.01) }.isEmpty == isMultiple)
    }

    @Test(arguments: [
        ("15", true), ("14", false), ("1.5e1", true), ("15.5", false), ("-9223372036854775805", true), ("1e30", true),
    ])
    func multiplesOfIntegersAreExact(json: String, isMultiple: Bool) throws {
        #expect(try issues(json) { $0.number(multipleOf: 5) }.isEmpty == isMultiple)
    }

    @Test(arguments: [
        ("600000000000000000000", true), ("600000000000000000001", false), ("6e25", true), ("3e20", true),
        ("1e20", false),
    ])
    func multiplesOfLargeNumbers(json: String, isMultiple: Bool) throws {
        #expect(try issues(json) { $0.number(multipleOf: "300000000000000000000") }.isEmpty == isMultiple)
        let times = json + ".000"
        let odd = try issues(json.contains("e") ? json : times) { $0.number(multipleOf: "300000000000000000000") }
        #expect(odd.isEmpty == isMultiple)
    }

    @Test(arguments: [
        ("[]", ["must have at least 1 element"]), ("[1]", []), ("[1,2,3,4]", ["must have at most 3 elements"]),
        ("[1,\"a\",null]", ["[1]: must be an integer", "[2]: must be an integer"]), ("{}", ["must be an array"]),
    ])
    func countsOfArraysAreChecked(json: String, expected: [String]) throws {
        #expect(try issues(json) { $0.array(minItems: 1, maxItems: 3) { $0.integer() } } == expected)
    }

    @Test(arguments: [
        ("[1, 2, 3]", []), ("[1, 2, 1.0]", ["elements 0 and 2 must not be equal"]),
        ("[[], {}, null, false, 0, \"\"]", []),
        (#"[{"a": 1, "b": [2]}, {"b": [2e0], "a": 1}]"#, ["elements 0 and 1 must not be equal"]),
        (#"[{"a": 1}, {"a": 1, "b": 1}, {"b": 1}]"#, []), (#"["a", "\u0061"]"#, ["elements 0 and 1 must not be equal"]),
        (#"["\u00e9", "e\u0301"]"#, []), (#"[{"a": 1, "a": 2}, {"a": 2}]"#, ["elements 0 and 1 must not be equal"]),
        ("[1,2,3,4,5,6,7,8,9,10,{\"x\":[1]},11,{\"x\":[1.0]}]", ["elements 10 and 12 must not be equal"]),
        ("[1,2,3,4,5,6,7,8,9,10,1]", ["elements 0 and 10 must not be equal"]),
    ])
    func equalElementsAreReported(json: String, expected: [String]) throws {
        #expect(try issues(json) { $0.array(uniqueItems: true) } == expected)
    }

    @Test(arguments: [
        (#"{"a": 1}"#, []), ("{}", ["must have at least 1 member"]),
        (#"{"a": 1, "b": "x"}"#, ["b: must be an integer"]),
        (#"{"a": 1, "b": 2, "c": 3}"#, ["must have at most 2 members"]), (#"{"a": 1, "b": 2, "a": 3}"#, []),
        (#"{"abcd": 1}"#, ["abcd: the key must have at most 3 characters"]), (#"{"a": "x", "a": 1}"#, []),
        (#"{"a": 1, "a": "x"}"#, ["a: must be an integer"]), ("[]", ["must be an object"]),
    ])
    func keysAndValuesOfMapsAreChecked(json: String, expected: [String]) throws {
        let found = try issues(json) {
            $0.map(minProperties: 1, maxProperties: 2, keys: { $0.string(maxLength: 3) }) { $0.integer() }
        }
        #expect(found == expected)
    }

    /// Known members are reported in the schema's order, then others in the document's order.
    @Test(arguments: [
        (#"{"title": "t"}"#, []), ("{}", ["title: required, but missing"]), ("[]", ["must be an object"]),
        (
            #"{"y": 1, "x": 2, "title": ""}"#,
            ["title: must have at least 1 character", "y: not allowed here", "x: not allowed here"]
        ),
        (#"{"x": 1, "y": 2, "x": 3, "title": "a"}"#, ["x: not allowed here", "y: not allowed here"]),
        (#"{"count": null, "title": 1}"#, ["title: must be a string", "count: must be an integer"]),
        (#"{"tit\u006ce": "a", "": 0}"#, [": not allowed here"]),
    ])
    func membersOfObjectsAreCheckedInTheSchemasOrder(json: String, expected: [String]) throws {
        let found = try issues(json) {
            $0.object { object in
                object.required("title") { $0.string(minLength: 1) }
                object.optional("count") { $0.integer() }
                object.noAdditionalProperties()
            }
        }
        #expect(found == expected)
    }

    @Test func additionalPropertiesAreChecked() throws {
        let found = try issues(#"{"b": "x", "a": {"c": 1}, "d": 1, "e": {}}"#) {
            $0.object { object in
                object.required("a") {
                    $0.object {
                        $0.required("c")
                        $0.required("x")
                        $0.noAdditionalProperties()
                    }
                }
                object.required("z")
                object.propertyCount(min: 5)
                object.additionalProperties { $0.integer() }
            }
        }
        #expect(
            found == [
                "a.x: required, but missing", "z: required, but missing", "must have at least 5 members",
                "b: must be an integer",
                "e: must be an integer",
            ])
    }

    @Test(arguments: [
        ("\"github\"", []), (#""g\u0069tlab""#, []), ("\"other\"", [#"must be "github" or "gitlab""#]),
        ("1", [#"must be "github" or "gitlab""#]), ("null", []),
    ])
    func valuesOutsideAnEnumerationAreReported(json: String, expected: [String]) throws {
        #expect(try issues(json) { $0.nullable { $0.enumeration("github", "gitlab") } } == expected)
    }

    @Test func valuesOutsideATypesEnumerationAreReported() throws {
        #expect(try issues("\"running\"") { $0.enumeration(Status.self) } == [])
        #expect(try issues("\"walking\"") { $0.enumeration(Status.self) } == [#"must be "running" or "stopped""#])
        #expect(try issues("2.0") { $0.enumeration(Priority.self) } == [])
        #expect(try issues("3") { $0.enumeration(Priority.self) } == ["must be 1 or 2"])
        #expect(try issues("0.50") { $0.enumeration(Scale.self) } == [])
        #expect(try issues("\"org\"") { $0.enumeration(Owner.self) } == [])
        #expect(try issues("\"organization\"") { $0.enumeration(Owner.self) } == [#"must be "user" or "org""#])
    }

    @Test(arguments: [
        ("1", true), ("1.0", true), (#""x""#, true), (#"{"b":[2],"a":null}"#, true), ("2", false), ("\"1\"", false),
    ])
    func constantsAreComparedByValue(json: String, isValid: Bool) throws {
        #expect(try issues(json) { $0.constants("1", "\"x\"", #"{"a": null, "b": [2]}"#) }.isEmpty == isValid)
    }

    @Test func anyNeverAndNullAreChecked() throws {
        #expect(try issues("1") { $0.any() } == [])
        #expect(try issues("1") { $0.never() } == ["no value is allowed here"])
        #expect(try issues("1") { $0.null() } == ["must be null"])
        #expect(try issues("1") { $0.boolean() } == ["must be a boolean"])
        #expect(try issues("false") { $0.boolean() } == [])
        #expect(try issues("{}") { $0.object() } == [])
    }
}
