import ApusYAML
import Testing

/// The value of the key `x` is at ①, the key itself at ②.
struct LocationTests {
    @Test(
        arguments: [
            ("a: 1\n②x: ①2", "test.yaml"),
            ("a:\n- 1\n②x:\n  ①k: v\n", "test.yaml"),
            ("②x:\n①- 1\n", "test.yaml"),
            ("a: 1\r\nb: 2\r\n②x: ①3\r\n", "test.yaml"),
            ("a: 1\r②x: ①3\r", "test.yaml"),
            ("{b: é😀, ②x: ①3}", "test.yaml"),
            ("# é😀\n? é\n: 1\n②x: ①|\n  text", "test.yaml"),
            ("②x: ①!!str &a text", "test.yaml"),
            // line breaks for libyaml, not for editors
            ("# a\u{2028}b\u{85}c\n②x: ①2", "test.yaml"),
            ("a: 'b\u{2028}c'\n②x: ①2", "test.yaml"),
            ("{\"é😀\": 1, ②\"x\": ①[2]}", "test.json"),
            ("{\r\n\t\"a\": 1,\r\n\t②\"x\": ①{}}", "test.json"),
            ("{\r②\"x\":\r①null}", "test.json"),
        ],
        // A byte order mark is not part of any line.
        ["", "\u{FEFF}"]
    )
    func valuesAndKeysHavePlaces(_ marked: (text: String, name: String), byteOrderMark: String) throws {
        let places = MarkedText(marked.text)
        let node = Loaded(byteOrderMark + places.text, name: marked.name).node
        let entry = try #require(node?.mapping?.entry("x"))
        #expect(entry.value.location.text == places.resolve("①"))
        #expect(entry.keyLocation.text == places.resolve("②"))
    }
}
