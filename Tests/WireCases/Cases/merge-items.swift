import ApusRuntime

/// A member that a subtype narrows keeps its type.
@Sendable func mergeItems(_ wire: Wire) async {
    let client = MergeItems.TClient(server: "http://test", transport: wire)
    let text = #"{"l":["ab"],"m":{"k":3},"o":{"x":"abc"},"s":"s","r":{"z":1},"q":[{"z":2}]}"#
    wire.answer(200, text)
    await wire.row("s()") {
        let n = try await client.s()
        let l: [String]? = n.l
        let m: [String: Int]? = n.m
        let x: String? = n.o?.x
        let s: String? = n.s
        let r: MergeItems.R? = n.r
        let q: [MergeItems.R]? = n.q
        wire.expect(l, ["ab"])
        wire.expect(m, ["k": 3])
        wire.expect(x, "abc")
        wire.expect(s, "s")
        wire.expect(r?.z, 1)
        wire.expect(q?.first?.z, 2)
        wire.expect(json: try n.jsonText(), text)
    }
}
