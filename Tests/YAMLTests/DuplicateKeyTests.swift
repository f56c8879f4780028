import ApusYAML
import Testing

struct DuplicateKeyTests {
    @Test(arguments: [
        ("①a: 1\nb: 2\n②a: 3", "test.yaml"),
        ("o:\n  ①a: 1\n  ②'a': 3", "test.yaml"),
        ("{①a: 1, ②\"a\": 2}", "test.yaml"),
        ("①200: x\n②\"200\": y", "test.yaml"),
        (#"{①"a": 1, ②"a": 2}"#, "test.json"),
        ("{\n  ①\"a\": 1,\n  ②\"\\u0061\": 2\n}", "test.json"),
        ("text\n```\nopenapi: 3\n①a: 1\n②a: 2\n```\n", "test.md"),
        ((0..<40).map { "k\($0): 0\n" }.joined() + "①a: 1\n②a: 2", "test.yaml"),
    ])
    func aSecondKeyIsAnErrorThatShowsTheFirst(marked: String, name: String) {
        let marked = MarkedText(marked)
        let loaded = Loaded(marked.text, name: name)
        #expect(loaded.findings == [marked.resolve("error ② duplicate-key, note ①")])
    }

    @Test func allAreFoundAndTheTreeHasTheFirst() {
        let loaded = Loaded("a: 1\na: 2\na: 3\nb: {c: 1, c: 2}")
        #expect(loaded.json == #"{"a":1,"b":{"c":1}}"#)
        #expect(
            loaded.findings == [
                "error 2:1 duplicate-key, note 1:1", "error 3:1 duplicate-key, note 1:1",
                "error 4:11 duplicate-key, note 4:5",
            ]
        )
        #expect(loaded.messages.first == "the key 'a' appears twice in this mapping")
    }
}
