import ApusRuntime

/// Empty lists are not written, and delimiters inside values are distinguished from those between them.
@Sendable func emptyArrays(_ wire: Wire) async {
    struct Server: EmptyArrays.TAPI {
        func q(
            third: [String], first: [String]?, second: [String]?, limit: Int, pipes: [String]?, obj: [String: String]?,
            context: OperationContext<Void>
        ) async throws -> String {
            let obj = obj.map { $0.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" } }
            let lists = [third, first, second, pipes, obj].map { $0.map { "\($0)" } ?? "nil" }
            return (lists + ["\(limit)"]).joined(separator: " ")
        }
    }
    let client = EmptyArrays.TClient(server: "http://test", transport: wire)
    wire.serve(Server())

    await wire.row("q(third: [a])", sends: "GET /q?third=a") {
        wire.expect(try await client.q(third: ["a"]), #"["a"] nil nil nil nil 10"#)
    }
    await wire.row("q(third: [a], first: [], pipes: [])", sends: "GET /q?third=a") {
        _ = try await client.q(third: ["a"], first: [], pipes: [])
    }
    await wire.row("q(third: [a], first: [empty])") {
        wire.expect(try await client.q(third: ["a"], first: [""]), #"["a"] [""] nil nil nil 10"#)
        wire.expect(Set(try wire.last.request.dropFirst(7).split(separator: "&")), ["third=a", "first="])
    }
    await wire.row("q(third: [a], second: [b comma c, d])") {
        wire.expect(try await client.q(third: ["a"], second: ["b,c", "d"]), #"["a"] nil ["b,c", "d"] nil nil 10"#)
        try wire.expect(wire.last.request.contains("second=b%2Cc,d"), "sends \(try wire.last.request)")
    }
    await wire.row("q(third: [a], obj: [k: a comma b])") {
        wire.expect(try await client.q(third: ["a"], obj: ["k": "a,b"]), #"["a"] nil nil nil ["k=a,b"] 10"#)
        try wire.expect(wire.last.request.contains("obj=k,a%2Cb"), "sends \(try wire.last.request)")
    }
    await wire.row("q(third: [a], pipes: [b, c])") {
        wire.expect(try await client.q(third: ["a"], pipes: ["b", "c"]), #"["a"] nil nil ["b", "c"] nil 10"#)
    }
    await wire.row("q(third: [a], pipes: [b pipe c, d])") {
        let read = try await unlessRefused { () async throws(ClientError<Never>) in
            try await client.q(third: ["a"], pipes: ["b|c", "d"])
        }
        wire.expect(read ?? #"["a"] nil nil ["b|c", "d"] nil 10"#, #"["a"] nil nil ["b|c", "d"] nil 10"#)
    }
    await wire.row("q(third: [a], limit: 10)") {
        wire.expect(try await client.q(third: ["a"], limit: 10), #"["a"] nil nil nil nil 10"#)
        wire.expect(Set(try wire.last.request.dropFirst(7).split(separator: "&")), ["third=a", "limit=10"])
    }
    // A list whose elements are separate items cannot be written if it is empty.
    await wire.refusedRow("q(third: [])") { _ = try await client.q(third: []) }
}
