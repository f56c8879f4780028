import ApusRuntime
import Foundation
import Testing

struct WriterTests {
    @Test func objectsAndArraysAreWritten() throws {
        var writer = JSONWriter()
        writer.object { object in
            object.write("title", "Ship it")
            object.write("absent", Int?.none)
            object.writeNullable("null", Int?.none)
            object.write(key: "inner") {
                $0.array { array in
                    array.write(1)
                    array.write { $0.object { $0.write("a", true) } }
                    array.write([String]())
                }
            }
            object.write(key: "quote\"", 0.5)
        }
        let text = String(decoding: try writer.finish(), as: UTF8.self)
        #expect(text == #"{"title":"Ship it","null":null,"inner":[1,{"a":true},[]],"quote\"":0.5}"#)
    }

    @Test func viewsAreWritten() throws {
        let document = try JSONDocument(#"{"a": [1, "x"]}"#)
        var writer = JSONWriter(capacity: 0)
        writer.array { array in
            for member in document.root.members { array.write(member.value) }
        }
        #expect(try writer.finish() == Array(#"[[1, "x"]]"#.utf8))
    }

    /// The buffer grows from nothing, byte by byte and in large steps.
    @Test func theWriterGrows() throws {
        let value = ["a", String(repeating: "b", count: 100_000), String(repeating: "\u{1}", count: 1000)]
        #expect(try value.roundTrip() == value)
    }

    /// Random values come back equal, and Foundation reads the same.
    @Test func randomValuesAreReadBackEqual() throws {
        var generator = Generator(seed: 5)
        for _ in 0..<500 {
            let value = Self.value(depth: 4, using: &generator)
            let bytes = try value.jsonBytes()
            #expect(try JSONValue(jsonBytes: bytes) == value)
            let object = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
            let theirs = try JSONSerialization.data(
                withJSONObject: object, options: [.fragmentsAllowed, .prettyPrinted])
            #expect(try JSONValue(jsonBytes: theirs) == value)
        }
    }

    private static func value(depth: Int, using generator: inout Generator) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &generator) {
        case 0: return .null
        case 1: return .boolean(Bool.random(using: &generator))
        case 2: return .number(JSONNumber(Int.random(in: -1000...1000, using: &generator)))
        case 3: return .number(JSONNumber(floatLiteral: Double(Int.random(in: -1000...1000, using: &generator)) / 64))
        case 4:
            return .string(
                ["", "a", "é\"", "😀\u{0}", "long enough for two words"].randomElement(using: &generator) ?? "")
        case 5, 6:
            return .array(
                (0..<Int.random(in: 0...4, using: &generator)).map { _ in value(depth: depth - 1, using: &generator) })
        default:
            return .object(
                (0..<Int.random(in: 0...4, using: &generator)).reduce(into: [:]) {
                    $0["k\($1)"] = value(depth: depth - 1, using: &generator)
                })
        }
    }
}
