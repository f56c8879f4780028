import ApusYAML
import Testing

struct LimitTests {
    @Test(arguments: [
        ("[[[1]]]", "test.yaml", 3, nil),
        ("[[①[1]]]", "test.yaml", 2, "error ① nesting-too-deep"),
        ("a:\n  - ①b: 1", "test.yaml", 2, "error ① nesting-too-deep"),
        ("[[[1]]]", "test.json", 3, nil),
        ("[[①[1]]]", "test.json", 2, "error ① nesting-too-deep"),
        // an alias is as deep as its target
        ("- &a [[1]]\n- [[1]]\n- *a", "test.yaml", 3, nil),
        ("- &a [[1]]\n- [①*a]", "test.yaml", 3, "error ① nesting-too-deep"),
    ])
    func depthIsLimited(marked: String, name: String, depth: Int, finding: String?) {
        let marked = MarkedText(marked)
        let loaded = Loaded(marked.text, name: name, limits: Limits(depth: depth))
        #expect(loaded.findings == (finding.map { [marked.resolve($0)] } ?? []))
        #expect((loaded.node == nil) == (finding != nil))
    }

    @Test(arguments: [
        ("[1, 2, {a: 3}]", "test.yaml", 5, nil),
        ("[1, 2, {a: ①3}]", "test.yaml", 4, "error ① too-many-nodes"),
        (#"[1, 2, {"a": ①3}]"#, "test.json", 4, "error ① too-many-nodes"),
        // the nodes of an alias's target are all counted
        ("- &a [1, 2]\n- *a", "test.yaml", 7, nil),
        ("- &a [1, 2]\n- ①*a", "test.yaml", 6, "error ① too-many-nodes"),
    ])
    func nodesAreLimited(marked: String, name: String, nodes: Int, finding: String?) {
        let marked = MarkedText(marked)
        let loaded = Loaded(marked.text, name: name, limits: Limits(nodes: nodes))
        #expect(loaded.findings == (finding.map { [marked.resolve($0)] } ?? []))
        #expect((loaded.node == nil) == (finding != nil))
    }

    @Test func bytesAreLimited() {
        #expect(Loaded("a: 1", limits: Limits(bytes: 4)).findings == [])
        #expect(Loaded("a: 12", limits: Limits(bytes: 4)).findings == ["error 0:0 input-too-large"])
        #expect(Loaded("a: 12", limits: Limits(bytes: 4)).messages == ["the input has 5 bytes, the limit is 4"])
    }
}
