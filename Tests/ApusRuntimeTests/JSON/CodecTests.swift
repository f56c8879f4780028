import ApusRuntime
import Foundation
import Testing

extension JSONDecodable where Self: JSONEncodable {
    func roundTrip() throws -> Self { try Self(jsonBytes: jsonBytes()) }
}

struct CodecTests {
    static let minimal = #"{"title":"Ship it","updated_at":null,"status":"running","location":[],"labels":{}}"#

    @Test func absentMembersStayAbsent() throws {
        let value = try Conversation(jsonText: Self.minimal)
        #expect(value == Conversation())
        #expect(try value.jsonText() == Self.minimal)
    }

    @Test func everyMemberIsReadAndWritten() throws {
        let text =
            #"{"title":"é","count":-3,"ratio":0.5,"repository":"acme/site","created_at":"2025-03-09T12:34:56Z","#
            + #""updated_at":"2025-03-09T12:34:56.789Z","status":"paused","owner":"org","location":["body",3,1.5,null],"#
            + #""labels":{"a":"1","b":"2"},"more":{"deep":[true,1e2]},"tags":null}"#
        let value = try Conversation(jsonText: text)
        #expect(value.repository == "acme/site")
        #expect(value.createdAt == Date(timeIntervalSince1970: 1_741_523_696))
        #expect(value.status.rawValue == "paused")
        #expect(value.owner == .organization)
        #expect(value.location == [.string("body"), .integer(3), .other(1.5), .other(.null)])
        #expect(value.extra["more"]?["deep"]?[1]?.integer == 100)
        #expect(try value.jsonText() == text)
        #expect(try value.roundTrip() == value)
    }

    /// Three states: absent, null, a value.
    @Test(arguments: [
        ("", Nullable<String>?.none), (#""repository":null,"#, .some(.null)), (#""repository":"x","#, "x"),
    ])
    func absentNullAndValueStayApart(member: String, expected: Nullable<String>?) throws {
        let value = try Conversation(jsonText: "{" + member + Self.minimal.dropFirst())
        #expect(value.repository == expected)
        #expect(try value.jsonText().contains("repository") == (expected != nil))
        #expect(try value.roundTrip() == value)
    }

    /// Members in any order, unknown ones among them.
    @Test func membersMayComeInAnyOrder() throws {
        let members = [
            #""title":"t""#, #""updated_at":null"#, #""status":"s""#, #""location":[]"#, #""labels":{}"#, #""x":[1]"#,
        ]
        var generator = Generator(seed: 4)
        for _ in 0..<50 {
            let text = "{" + members.shuffled(using: &generator).joined(separator: " , ") + "}"
            let value = try Conversation(jsonText: text)
            #expect(value.title == "t")
            #expect(value.extra == ["x": [1]])
        }
    }

    @Test func escapedKeysAreRead() throws {
        #expect(try Cat(jsonText: #"{"\u006bind": "a", "l\u0069ves": 9}"#) == Cat(kind: "a", lives: 9))
    }

    /// Objects with more members than the cursor has bits.
    @Test func manyUnknownMembersAreSkipped() throws {
        let others = (0..<300).map { "\"member\($0)\":\($0)" }
        let members = others.prefix(150) + [Self.minimal.dropFirst().dropLast()[...].description] + others.suffix(150)
        let value = try Conversation(jsonText: "{" + members.joined(separator: ",") + "}")
        #expect(value.extra.count == 300)
        #expect(value.extra["member299"] == 299)
    }

    @Test(arguments: [
        (#"{"kind": "cat", "lives": 200}"#, #"{"kind": "cat", "lives": 9}"#),
        (#"{"kind": 1, "lives": 9}"#, #"{"kind": "cat", "lives": 9}"#),
    ])
    func unionsAreReadAndWritten(bad: String, good: String) throws {
        #expect(try Animal(jsonText: good) == .cat(Cat(lives: 9)))
        #expect(throws: JSONError.self) { try Animal(jsonText: bad) }
        #expect(try Flag(jsonText: "[1, 2]") == .list([1, 2]))
        let error = #expect(throws: JSONError.self) { try Flag(jsonText: "1") }
        #expect(error?.kind == .noMember)
    }

    @Test func recursiveModelsAreReadAndWritten() throws {
        let value = Comment(parent: Comment(parent: Comment(kind: "root")))
        #expect(try value.jsonText() == #"{"kind":"comment","parent":{"kind":"comment","parent":{"kind":"root"}}}"#)
        #expect(try value.roundTrip() == value)
    }

    /// As deep as documents may be, on a thread's default stack.
    @Test func recursionFitsTheStackOfAThread() throws {
        let depth = JSONLimits.standardDepth - 1
        let text =
            String(repeating: #"{"kind":"a","parent":"#, count: depth) + #"{"kind":"b"}"#
            + String(repeating: "}", count: depth)
        let isEqual = onThread {
            guard let value = try? Comment(jsonText: text), let free = try? JSONValue(jsonText: text) else {
                return false
            }
            return (try? value.jsonText()) == text && (try? free.jsonText()) == text && free.hashValue == free.hashValue
        }
        #expect(isEqual)
    }

    private func onThread(_ body: @escaping @Sendable () -> Bool) -> Bool {
        let done = DispatchSemaphore(value: 0)
        nonisolated(unsafe) var result = false
        let thread = Thread {
            result = body()
            done.signal()
        }
        thread.start()
        done.wait()
        return result
    }

    @Test func openEnumerationsKeepUnknownValuesAndClosedOnesRefuseThem() throws {
        #expect(try Status(jsonText: #""other""#).rawValue == "other")
        #expect(try Priority(jsonText: "2.0") == .high)
        #expect(try Scale(jsonText: "0.5") == .half)
        #expect(try [Scale.half, .whole, Scale(rawValue: 2.25)].jsonText() == "[0.5,1,2.25]")
        let error = #expect(throws: JSONError.self) { try [Owner](jsonText: #"["user", "someone"]"#) }
        #expect(error?.description == #"[1]: unknown value "someone""#)
    }

    /// Keys of the same length, or with the same first or last bytes, in any order, with some of them absent or escaped.
    @Test func membersAreToldApart() throws {
        let keys: [StaticString] = [
            "", "a", "b", "ab", "ba", "aab", "abb", "abcdefgh", "abcdefgi", "bbcdefgh", "abcdefghXabcdefgh",
            "abcdefghYabcdefgh", "abcdefghabcdefgh", "created_at", "updated_at", "é",
        ]
        var generator = Generator(seed: 9)
        for _ in 0..<2_000 {
            let present = keys.indices.filter { _ in Bool.random(using: &generator) }.shuffled(using: &generator)
            let members = present.map { key in
                let isEscaped = Int.random(in: 0..<10, using: &generator) == 0
                let text = "\(keys[key])".unicodeScalars.map {
                    isEscaped ? "\\u00" + String($0.value, radix: 16) : "\($0)"
                }
                return #""\#(text.joined())":\#(key)"#
            }
            let document = try JSONDocument("{\(members.joined(separator: ","))}")
            var object = try JSONObjectReader(document.root)
            for key in keys.indices.shuffled(using: &generator) {
                let value: Int? = try object.optional(keys[key])
                #expect(value == (present.contains(key) ? key : nil))
            }
        }
    }

    @Test func mapsAreWrittenInTheOrderOfTheirKeys() throws {
        let keys = ["", "a", "ab", "abcdefgh", "abcdefgha", "abcdefghb", "abcdefgi", "b", "e\u{301}", "ez", "z", "é"]
        for count in 0...keys.count {
            let map = Dictionary(keys.prefix(count).map { ($0, 0) }) { first, _ in first }
            let written = map.keys.sorted().map { "\"\($0)\":0" }.joined(separator: ",")
            #expect(try map.jsonText() == "{\(written)}")
        }
    }

    @Test func collectionsAreReadAndWritten() throws {
        #expect(try [String: [Int?]](jsonText: #"{"a": [1, null]}"#) == ["a": [1, nil]])
        #expect(try ["b": [1, nil], "a": []].jsonText() == #"{"a":[],"b":[1,null]}"#)
        #expect(try Set<Int>(jsonText: "[1, 2, 1]") == [1, 2])
    }

    @Test func freeFormValuesAreReadAndWritten() throws {
        let value: JSONValue = ["a": [1, 2.5, "x", true, nil], "b": [:]]
        #expect(try value.jsonText() == #"{"a":[1,2.5,"x",true,null],"b":{}}"#)
        #expect(try value.roundTrip() == value)
        #expect(value["a"]?[0]?.integer == 1)
        #expect(value["a"]?[9] == nil)
        #expect(try JSONValue(jsonText: "1") == JSONValue(jsonText: "1.0"))
        #expect(try JSONValue(jsonText: "1.50").jsonText() == "1.50")
        #expect(try JSONValue(encoding: Cat(lives: 9)) == ["kind": "cat", "lives": 9])
    }
}
