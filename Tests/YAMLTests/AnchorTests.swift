import ApusYAML
import Testing

struct AnchorTests {
    @Test(arguments: [
        ("a: &x 1\nb: *x", #"{"a":1,"b":1}"#),
        ("a: &x {k: [1]}\nb: *x", #"{"a":{"k":[1]},"b":{"k":[1]}}"#),
        ("- &x 1\n- &x 2\n- *x", "[1,2,2]"),
        ("- &x [&x 1, *x]\n- *x", "[[1,1],1]"),
        ("&k key: v\nother: *k", #"{"key":"v","other":"key"}"#),
        ("- &k 200\n- *k : v", #"[200,{"200":"v"}]"#),
        ("- &x\n- *x", "[null,null]"),
    ])
    func anAliasIsTheValueOfItsAnchor(yaml: String, json: String) {
        let loaded = Loaded(yaml)
        #expect(loaded.json == json)
        #expect(loaded.findings.isEmpty)
    }

    @Test func anAliasHasItsOwnPlaceAndItsMembersThoseOfTheAnchor() {
        let node = Loaded("a: &x {k: 1}\nb: *x").node
        #expect(node?["b"]?.location.text == "2:4")
        #expect(node?["b"]?["k"]?.location.text == "1:11")
    }

    @Test(arguments: [
        ("a: ①*x", "error ① undefined-alias"),
        ("a: ①*x\nb: &x 1", "error ① undefined-alias"),
        ("a: ①&x [1, ②*x]", "error ② recursive-alias, note ①"),
        ("①&x a: ②*x", nil),
        ("①&x\na: ②*x", "error ② recursive-alias, note ①"),
        ("- &x 1\n- ①&x {k: [②*x]}", "error ② recursive-alias, note ①"),
        ("- &x [1]\n- {①*x : 1}", "error ① key-not-scalar"),
    ])
    func anAliasMustStandAfterTheWholeValue(yaml: String, finding: String?) {
        let marked = MarkedText(yaml)
        #expect(Loaded(marked.text).findings == (finding.map { [marked.resolve($0)] } ?? []))
    }
}

struct MergeKeyTests {
    @Test(arguments: [
        // a key that is written out wins, wherever it is
        ("<<: {a: 1, b: 2}\nb: 3", #"{"a":1,"b":3}"#),
        ("b: 3\n<<: {a: 1, b: 2}", #"{"b":3,"a":1}"#),
        // in a list, the earlier mapping wins
        ("<<: [{a: 1}, {a: 2, b: 2}]\nc: 3", #"{"a":1,"b":2,"c":3}"#),
        // members are inserted at the position of the merge key
        ("x: 0\n<<: {a: 1}\ny: 2", #"{"x":0,"a":1,"y":2}"#),
        ("base: &b {a: 1}\nd: {<<: *b, c: 2}", #"{"base":{"a":1},"d":{"a":1,"c":2}}"#),
        ("base: &b {a: 1}\nd: {<<: [*b, *b]}", #"{"base":{"a":1},"d":{"a":1}}"#),
        ("- &a {x: 1}\n- &b {<<: *a, y: 2}\n- {<<: *b}", #"[{"x":1},{"x":1,"y":2},{"x":1,"y":2}]"#),
        ("<<: []", "{}"),
        ("!!merge <<: {a: 1}", #"{"a":1}"#),
        // in quotes or with a tag, it is a key like any other
        ("'<<': {a: 1}", #"{"<<":{"a":1}}"#),
        ("!!str <<: {a: 1}", #"{"<<":{"a":1}}"#),
        ("a: <<", #"{"a":"<<"}"#),
    ])
    func aMergeKeyBringsInWhatIsNotThere(yaml: String, json: String) {
        let loaded = Loaded(yaml)
        #expect(loaded.json == json)
        #expect(loaded.findings.isEmpty)
    }

    @Test(arguments: [
        ("a: 1\n<<: ①x", "error ① invalid-merge"),
        ("<<: [{a: 1}, ①[b]]", "error ① invalid-merge"),
        ("<<: ①~", "error ① invalid-merge"),
        ("①<<: {a: 1}\n②<<: {b: 1}", "error ② duplicate-key, note ①"),
        ("<<: {①a: 1, ②a: 2}", "error ② duplicate-key, note ①"),
    ])
    func aMergeKeyTakesMappings(yaml: String, finding: String) {
        let marked = MarkedText(yaml)
        #expect(Loaded(marked.text).findings == [marked.resolve(finding)])
    }
}
