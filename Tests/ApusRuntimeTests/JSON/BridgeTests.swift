import ApusRuntime
import Foundation
import Testing

/// Foundation's coders and the direct codec agree, in both directions, on every shape of declaration.
struct BridgeTests {
    private func check<T: JSONCodable & Codable & Hashable>(_ value: T) throws {
        let direct = Data(try value.jsonBytes())
        let bridged = try JSONEncoder().encode(value)
        #expect(try JSONDecoder().decode(T.self, from: direct) == value)
        #expect(try JSONDecoder().decode(T.self, from: bridged) == value)
        #expect(try T(jsonBytes: bridged) == value)
        #expect(try JSONValue(jsonBytes: bridged) == JSONValue(jsonBytes: direct))
        // Inside another type's `Codable`, and through a coder that is not for JSON.
        #expect(try JSONDecoder().decode([[T]].self, from: JSONEncoder().encode([[value]])) == [[value]])
    }

    @Test func modelsGoThroughFoundationsCoders() throws {
        try check(Conversation())
        try check(Conversation(ratio: 0.25, repository: .null, createdAt: Date(timeIntervalSince1970: 1.5)))
        try check(
            Conversation(
                count: .max, ratio: 1e300, repository: "x", createdAt: Date(timeIntervalSince1970: -62_135_596_800),
                updatedAt: Date(timeIntervalSince1970: 253_402_300_799), status: Status(rawValue: "new"), owner: .user,
                location: [.string("a"), .integer(.min), .other(["x": nil]), .other(.boolean(true))],
                labels: ["a": "é\u{0}\"", "": ""], extra: ["n": [1, 2.5, [:], [], nil, true, "s"]]))
        try check(Comment(parent: Comment(parent: Comment())))
    }

    @Test func unionsGoThroughFoundationsCoders() throws {
        try check(Location.string(""))
        try check(Location.integer(.max))
        try check(Location.other(0.5))
        try check(Location.other(["a": [nil]]))
        try check(Flag.boolean(false))
        try check(Flag.list([1, 2]))
        try check(Animal.cat(Cat(lives: -128)))
    }

    @Test func enumerationsGoThroughFoundationsCoders() throws {
        for value in Status.allCases + [Status(rawValue: "unknown"), Status(rawValue: "")] { try check(value) }
        for value in Priority.allCases + [Priority(rawValue: .max), Priority(rawValue: .min)] { try check(value) }
        for value in Scale.allCases + [Scale(rawValue: 1e-300)] { try check(value) }
        for value in Owner.allCases { try check(value) }
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Owner].self, from: Data(#"["nobody"]"#.utf8)) }
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Priority].self, from: Data(#"["a"]"#.utf8)) }
    }

    @Test func theLargestNumbersGoThroughFoundationsCoders() throws {
        try check(Holder(Int64.min))
        try check(Holder(Int64.max))
        try check(Holder(UInt64.max))
        try check(Holder(Double.greatestFiniteMagnitude))
        try check(Holder(Double.leastNonzeroMagnitude))
        try check(Holder(Float.pi))
        try check(Holder(Decimal(string: "12.345")))
        try check(Holder(UUID()))
        try check(Holder(Data([0, 255, 1])))
        try check(Holder(URL(string: "https://example.com/a?b=c#d")))
        try check(Holder(Date(timeIntervalSince1970: 0.123456)))
        try check(Holder(Nullable<Int>.null))
        try check(Holder(Int?.none))
        try check(Holder([String: Bool]()))
        try check(Holder(Set([1])))
    }

    /// A number that does not fit into an Int64, UInt64 or Double is an error, and so is a value that JSON cannot represent.
    @Test func numbersBeyondTheLimitsAreErrors() throws {
        for text in ["18446744073709551616", "-9223372036854775809", "0.12345678901234567890123"] {
            let number = try #require(JSONNumber(text: text))
            #expect(throws: EncodingError.self) { try JSONEncoder().encode(Holder(JSONValue.number(number))) }
        }
        #expect(throws: EncodingError.self) { try JSONEncoder().encode(Holder(Double.nan)) }
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(Holder<Int>.self, from: Data(#"{"value": 1e30}"#.utf8))
        }
    }

    @Test func unknownMembersAreIgnored() throws {
        let data = Data(#"{"lives": 9, "unknown": {"a": [1]}, "kind": "cat"}"#.utf8)
        #expect(try JSONDecoder().decode(Cat.self, from: data) == Cat(lives: 9))
    }

    @Test func errorsHaveTheirCodingPath() throws {
        do {
            _ = try JSONDecoder().decode(
                [String: [Cat]].self, from: Data(#"{"cats": [{"kind": "cat", "lives": "9"}]}"#.utf8))
            Issue.record("nothing was thrown")
        } catch DecodingError.dataCorrupted(let context) {
            #expect(context.codingPath.last?.stringValue == "lives")
            #expect((context.underlyingError as? JSONError)?.kind == .mismatch(expected: "an integer", found: .string))
        }
        do {
            _ = try JSONDecoder().decode(Cat.self, from: Data(#"{"kind": "cat"}"#.utf8))
            Issue.record("nothing was thrown")
        } catch DecodingError.keyNotFound(let key, _) {
            #expect(key.stringValue == "lives")
        }
    }

    /// A coder's strategy for dates does not apply inside a model: the document determines the format.
    @Test func aCodersDateStrategyHasNoEffect() throws {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .secondsSince1970
        let value = Conversation(createdAt: Date(timeIntervalSince1970: 0))
        let text = String(decoding: try encoder.encode(value), as: UTF8.self)
        #expect(text.contains(#""created_at":"1970-01-01T00:00:00Z""#))
    }

    @Test func modelsGoThroughPropertyLists() throws {
        let value = Cat(lives: 7)
        #expect(try PropertyListDecoder().decode(Cat.self, from: PropertyListEncoder().encode(value)) == value)
    }
}
