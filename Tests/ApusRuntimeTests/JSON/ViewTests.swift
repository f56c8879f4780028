import ApusRuntime
import Foundation
import Testing

struct ViewTests {
    private static let text =
        #"{"title": "a\u00e9b", "tags": ["x", -1.50e2, true, null], "nested": {"empty": {}, "list": [ ]}, "": false}"#

    @Test func aViewGivesValues() throws {
        let root = try JSONDocument(Self.text).root
        #expect(root.kind == .object)
        #expect(root.count == 4)
        #expect(root["title"]?.string == "aéb")
        #expect(root["tags"]?[0]?.string == "x")
        #expect(root["tags"]?[1]?.numberText == "-1.50e2")
        #expect(root["tags"]?[2]?.boolean == true)
        #expect(root["tags"]?[3]?.isNull == true)
        #expect(root["tags"]?[4] == nil)
        #expect(root["tags"]?[-1] == nil)
        #expect(root["nested"]?["empty"]?.count == 0)
        #expect(root["nested"]?["list"]?.text == "[ ]")
        #expect(root[""]?.boolean == false)
        #expect(root["absent"] == nil)
        #expect(root["title"]?.boolean == nil)
        #expect(root[0] == nil)
        #expect(root.text == Self.text)
    }

    /// The offset of every value and key is the position of its text.
    @Test func everyOffsetIsWhereTheTextStands() throws {
        let bytes = Array(Self.text.utf8)
        func check(_ view: JSONView) {
            #expect(String(decoding: bytes[view.byteRange], as: UTF8.self) == view.text)
            view.elements.forEach(check)
            for member in view.members {
                #expect(bytes[member.keyOffset] == UInt8(ascii: "\""))
                #expect(bytes[(member.keyOffset + 1)...].starts(with: member.key.utf8))
                check(member.value)
            }
        }
        let root = try JSONDocument(Self.text).root
        check(root)
        #expect(root.members.map(\.keyOffset) == [1, 22, 58, 96])
        #expect(root.members.map(\.value.offset) == [10, 30, 68, 100])
    }

    @Test func everyPathLeadsToItsView() throws {
        let root = try JSONDocument(Self.text).root
        #expect(root.path == [])
        #expect(root["tags"]?[2]?.path == ["tags", 2])
        #expect(root["nested"]?["list"]?.path == ["nested", "list"])
        #expect(root[""]?.path == [""])
        #expect(["items", 3, "name"].jsonPath == "items[3].name")
    }

    @Test func aDocumentIsMadeOfDataSlicesAndStrings() throws {
        let bytes = Array("[1, 2]".utf8)
        #expect(try JSONDocument(Data(bytes)).root.count == 2)
        #expect(try JSONDocument(bytes[0...]).root.count == 2)
        #expect(try JSONDocument((bytes + bytes)[6...]).root.count == 2)
        #expect(try bytes.withUnsafeBytes { try JSONDocument($0) }.root.count == 2)
    }

    /// The tape grows beyond its reserved size.
    @Test func aDenseDocumentOutgrowsItsReservation() throws {
        let text = "[" + Array(repeating: "[0]", count: 10_000).joined(separator: ",") + "]"
        let root = try JSONDocument(text).root
        #expect(root.count == 10_000)
        #expect(root.elements.allSatisfy { $0[0]?.numberText == "0" })
        #expect(root[9_999]?.path == [9_999])
    }

    @Test func duplicateKeysAreNoticed() throws {
        #expect(try JSONDocument(#"{"a": 1, "b": 2}"#).root.hasDuplicateKeys == false)
        #expect(try JSONDocument(#"{"a": 1, "b": {"a": 1}}"#).root.hasDuplicateKeys == false)
        #expect(try JSONDocument(#"{"a": 1, "b": 2, "a": 3}"#).root.hasDuplicateKeys)
        #expect(try JSONDocument(#"{"a": 1, "\u0061": 3}"#).root.hasDuplicateKeys)
        let twoSpellings = "{\"\u{E9}\": 1, \"e\u{301}\": 3}"  // one key to Swift, two to JSON
        #expect(try JSONDocument(twoSpellings).root.hasDuplicateKeys == false)
        #expect(try JSONDocument(#"{"a": 1, "a": 3}"#).root["a"]?.numberText == "3")
    }

    /// Many members: the check by signature, the check by hash, and keys that differ only after the eighth byte.
    @Test(arguments: [2, 8, 9, 31, 32, 33, 64, 65, 200])
    func duplicatesAmongManyKeysAreNoticed(count: Int) throws {
        let keys = (0..<count).map { "common-prefix-\($0)" }
        func document(_ keys: [String]) throws -> JSONDocument {
            try JSONDocument("{" + keys.map { "\"\($0)\": [{}]" }.joined(separator: ",") + "}")
        }
        #expect(try document(keys).root.hasDuplicateKeys == false)
        for position in [0, count / 2, count - 1] {
            #expect(try document(keys + [keys[position]]).root.hasDuplicateKeys)
        }
    }
}
