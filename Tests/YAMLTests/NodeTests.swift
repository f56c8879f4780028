import ApusDiagnostics
import ApusYAML
import Testing

struct NodeTests {
    @Test func aNodeAsJSONTextKeepsOrderAndNumbers() {
        let yaml = """
            z: 1.50
            a: [true, ~, 'quote " backslash \\ é 😀']
            "line\\nfeed": "\\t\\r\\b\\0\\x1f"
            empty: {}
            """
        #expect(
            Loaded(yaml).json == #"{"z":1.50,"a":[true,null,"quote \" backslash \\ é 😀"],"#
                + #""line\nfeed":"\t\r\b\u0000\u001f","empty":{}}"#
        )
    }

    @Test(arguments: [
        ("1", "1.0"), ("{a: 1, b: 2}", "{b: 2, a: 1}"), ("[x, {y: ~}]", "[ 'x', {y: null} ]"), ("0x10", "16"),
    ])
    func nodesOfOneValueAreEqual(left: String, right: String) {
        #expect(Loaded(left).node == Loaded(right).node)
        #expect(Loaded(left).node?.hashValue == Loaded(right).node?.hashValue)
    }

    @Test(arguments: [
        ("1", "'1'"), ("{a: 1}", "{a: 1, b: 2}"), ("{a: 1}", "{b: 1}"), ("[1, 2]", "[2, 1]"), ("~", "''"),
    ])
    func nodesOfDifferentValuesAreNot(left: String, right: String) {
        #expect(Loaded(left).node != Loaded(right).node)
    }

    @Test func aNodeAnswersAsWhatItIs() throws {
        let node = try #require(Loaded("{n: ~, b: true, i: 3.0, f: 3.5, s: x, l: [1], m: {k: v}}").node)
        #expect(node["n"]?.isNull == true)
        #expect(node["b"]?.bool == true)
        #expect(node["i"]?.integer == 3)
        #expect(node["f"]?.integer == nil)
        #expect(node["s"]?.string == "x")
        #expect(node["l"]?.sequence?.count == 1)
        #expect(node["m"]?["k"]?.string == "v")
        #expect(node["s"]?["k"] == nil)
        #expect(
            node.mapping?.entries.map(\.value.kindName) == [
                "null", "a boolean", "a number", "a number", "a string", "a sequence", "a mapping",
            ])
    }
}

struct MappingTests {
    @Test(arguments: [0, 1, 12, 13, 48, 49, 5_000])
    func eachOfManyKeysIsFound(count: Int) {
        let mapping = (0..<count).reduce(into: Mapping()) { mapping, number in
            let node = Node(.number(NumberText(number)), at: .unknown)
            mapping.insert(.init(key: "key\(number)", keyLocation: .unknown, value: node))
        }
        #expect(mapping.count == count)
        #expect((0..<count).allSatisfy { mapping["key\($0)"]?.integer == $0 })
        #expect(mapping["key\(count)"] == nil)
    }

    /// This is also true if there are so many keys that the mapping has an index.
    @Test(arguments: [0, 50])
    func keysThatOnlyLookAlikeAreTwo(others: Int) {
        let composed = "\u{E9}"
        let decomposed = "e\u{301}"
        let yaml = (0..<others).map { "k\($0): 0\n" }.joined() + "\(composed): 1\n\(decomposed): 2\n"
        let loaded = Loaded(yaml)
        #expect(loaded.findings.isEmpty)
        #expect(loaded.node?[composed]?.integer == 1)
        #expect(loaded.node?[decomposed]?.integer == 2)
    }

    @Test func aSecondEntryOfAKeyChangesNothing() {
        var mapping = Mapping()
        let one = Mapping.Entry(key: "a", keyLocation: .unknown, value: Node(.bool(true), at: .unknown))
        let two = Mapping.Entry(key: "a", keyLocation: .unknown, value: Node(.bool(false), at: .unknown))
        #expect(mapping.insert(one) == nil)
        #expect(mapping.insert(two)?.value == one.value)
        #expect(mapping["a"] == one.value)
    }

    @Test(arguments: [
        ("200: a", "200"), ("0x1F: a", "0x1F"), ("1.0: a", "1.0"), ("true: a", "true"), ("null: a", "null"),
        ("~: a", "~"),
        ("?\n: a", ""), ("'4XX': a", "4XX"), ("? x\n: a", "x"), ("&k key: a", "key"), ("? |\n  x\n: a", "x\n"),
    ])
    func aKeyThatIsNotAStringIsItsText(yaml: String, key: String) {
        #expect(Loaded(yaml).node?[key]?.string == "a")
    }
}
