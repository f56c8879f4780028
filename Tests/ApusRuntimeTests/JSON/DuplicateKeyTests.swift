import ApusRuntime
import Foundation
import Testing

/// If two members have the same key, the last one wins for every reader: the codec, free-form values, the bridge, the validator.
struct DuplicateKeyTests {
    @Test(
        arguments: [
            (#"{"kind": "cat", "lives": 1, "lives": 2}"#, 2),
            (#"{"lives": 1, "kind": "cat", "lives": 2}"#, 2),
            (#"{"lives": "no number", "kind": "cat", "lives": 2}"#, 2),
            (#"{"lives": 2, "l\u0069ves": 3, "kind": "cat"}"#, 3),
            (#"{"x": 1, "kind": 0, "lives": 4, "kind": "cat", "x": {}}"#, 4),
            (#"{"kind": "cat", "lives": 5, "x": 1, "x": 2}"#, 5),
        ] as [(String, Int8)])
    func theLastOfTwoEqualKeysCounts(json: String, lives: Int8) throws {
        #expect(try Cat(jsonText: json) == Cat(lives: lives))
        let document = try JSONDocument(json)
        #expect(Validator.validate(Cat.self, document).isValid)
        #expect(document.root["lives"]?.numberText == "\(lives)")
        #expect(try JSONValue(jsonText: json)["lives"]?.integer == Int(lives))
    }

    @Test(arguments: [
        #"{"kind": "cat", "lives": 1, "lives": "no number"}"#,
        #"{"lives": 1, "kind": "cat", "lives": null}"#,
    ])
    func aLastValueOfTheWrongTypeIsRefused(json: String) throws {
        #expect(throws: JSONError.self) { try Cat(jsonText: json) }
        #expect(Validator.validate(Cat.self, try JSONDocument(json)).map(\.path) == [["lives"]])
    }

    @Test func theLastAdditionalPropertyCounts() throws {
        let value = try Conversation(
            jsonText: #"{"x": 1, "y": 2, "x": 3, "title": "a", "title": "b", "# + CodecTests.minimal.dropFirst())
        #expect(value.title == "Ship it")
        #expect(value.extra == ["x": 3, "y": 2])
    }

    /// Nested objects, each with duplicates: reading takes no longer than without them.
    @Test(.timeLimit(.minutes(30))) func nestedDuplicatesTakeNoMoreTime() throws {
        let text =
            String(repeating: #"{"kind":"a","kind":"b","parent":"#, count: 500) + "null"
            + String(repeating: #","x":1,"x":2}"#, count: 500)
        #expect(try Comment(jsonText: text).kind == "b")
        #expect(try JSONValue(jsonText: text)["kind"] == "b")
    }
}

extension Cat: Validated {
    static func validate(_ object: inout Validator) {
        object.required("kind") { $0.string() }
        object.required("lives") { $0.integer(minimum: 0, maximum: 9) }
    }
}
