import BodiesSDK
import Foundation
import HTTPTypes
import Testing

@testable import ApusRuntime

/// `style` and `explode` of parts: generated client against generated server, and what is sent over the wire.
struct MultipartStylesTests {
    private let transport = RecordingTransport(BodiesTests.Server())
    private var client: BodiesClient { BodiesClient(server: .default, transport: transport) }

    private static let file = FilePart(filename: "f", contentType: "text/plain", data: Data("x".utf8))

    /// `name: text` of each part that is not a file.
    private func sent() throws -> [String] {
        let type = try #require(transport.last?.head.headerFields[.contentType].flatMap(MediaType.init))
        let body = BodyContent(try #require(transport.last?.body?.buffered))
        return try MultipartParser.parse(body, boundary: try #require(type["boundary"]))
            .filter { $0.filename == nil }
            .map { "\($0.name): \(String(decoding: $0.bytes, as: UTF8.self))" }
    }

    @Test func partsInAStyle() async throws {
        let body = UploadBody(
            file: Self.file, purpose: "a,b", expand: ["x.y", "é & 100%41, +"],
            link: .init(create: true, expires: 5, metadata: ["a b": "1=%2C"]), sizes: [1, 2, 3],
            labels: ["a,b", "c"], ratios: [0.5, 2], area: Area(width: 1, height: 2),
            stops: [Address(city: "Ulm", zip: 1), Address(city: "Bern")], address: Address(city: "Rom")
        )
        let answer = try await client.upload(body: body)
        #expect(answer.text == "\(body)")
        #expect(answer.counts == [1, 2, 3])
        #expect(
            try sent() == [
                "purpose: a,b", "expand[0]: x.y", "expand[1]: é & 100%41, +", "link[create]: true", "link[expires]: 5",
                "link[metadata][a b]: 1=%2C", "sizes: 1,2,3", "labels: a,b", "labels: c", "ratios: 0.5|2",
                "area: width 1 height 2", "stops[0][city]: Ulm", "stops[0][zip]: 1", "stops[1][city]: Bern",
                #"address: {"city":"Rom"}"#,
            ]
        )
    }

    @Test func whatIsLeftOutIsAbsent() async throws {
        let body = UploadBody(file: Self.file)
        #expect(try await client.upload(body: body).text == "\(body)")
        #expect(try sent().isEmpty)
    }

    /// Items with a separator that cannot be escaped cannot be written.
    @Test func refusesItemsThatWouldFallApart() throws {
        let rows: [(FormEncoding, [String], Bool)] = [
            (.list(.form, explode: false), ["a,b"], false), (.list(.form, explode: false), ["a b"], true),
            (.list(.spaceDelimited, explode: false), ["a b"], false),
            (.list(.pipeDelimited, explode: false), ["a", "b|c"], false),
            (.list(.pipeDelimited, explode: false), ["a,b", "c d"], true),
            (.list(.deepObject, explode: true), ["a,b |"], true),
        ]
        for (style, values, isWritable) in rows {
            var writer = MultipartWriter(encoding: ["a": style])
            writer.write("a", values)
            #expect((writer.failure == nil) == isWritable, "\(style) \(values)")
            guard isWritable, let body = writer.finish().buffered else { continue }
            var reader = try MultipartReader(BodyContent(body), boundary: writer.boundary, encoding: ["a": style])
            #expect(try reader.required("a") == values)
        }
    }

    @Test(arguments: [
        (["expand[0]|a", "expand[1]|b"], 200, #"["a", "b"]"#), (["expand[1]|b", "expand[0]|a"], 200, #"["a", "b"]"#),
        (["expand[]|a", "expand[]|b"], 200, #"["a", "b"]"#), (["expand|a", "expand|b"], 200, #"["a", "b"]"#),
        (["expand[99999999999999999999]|a"], 422, "expand"), (["expand[4000000000]|a"], 200, #"["a"]"#),
        (["expand[0]|a", "expand[1]|b", "expand[2]|c", "expand[3]|d"], 422, "expand"),
        (["expand|a", "expand[0]|b"], 422, "expand"), (["expand[0|a"], 422, "expand"), (["expand[x]|a"], 422, "expand"),
        (["link[create]|true"], 200, "create: true"), (["link|{\"create\":true}"], 200, "create: true"),
        (["link[create]|maybe"], 422, "create"), (["link[expires]|1"], 422, "create"),
        (["link[create]|true", "link[expires]|-1"], 422, "expires"), (["link|1"], 422, "link"),
        (["link|1", "link[create]|true"], 422, "link"), (["link[create]|true", "link[create][a]|1"], 422, "link"),
        (["link[create]|true", "link[metadata]|1"], 422, "metadata"),
        (["link[create]|true", "link[metadata]|1", "link[metadata][a]|1"], 422, "link"),
        (["link[create]|true", "link[metadata][a][b]|1"], 422, "metadata"),
        (["sizes|1,2"], 200, "[1, 2]"), (["sizes|1,b"], 422, "sizes"), (["sizes|1,2,3,4"], 422, "sizes"),
        (["sizes; filename=f|1"], 200, "[1]"), (["sizes\r\nContent-Type: application/json|[1]"], 200, "[1]"),
        (["sizes[0]|1"], 200, "sizes: nil"), (["area|width 1"], 200, "width: 1"), (["area|width 0"], 422, "width"),
        (["area|width"], 422, "area"), (["area|"], 422, "area"), (["ratios|1|x"], 422, "ratios"),
    ])
    func partsOfEveryStyleAreReadAndValidated(parts: [String], status: Int, mention: String) async throws {
        let texts = (parts + ["file; filename=f|x"]).map { part -> String in
            let halves = part.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
            return "--b\r\nContent-Disposition: form-data; name=\(Self.quoted(halves[0]))\r\n\r\n\(halves[1])\r\n"
        }
        let answer = try await BodiesTests.send(
            .post, "/uploads", "multipart/form-data; boundary=b", texts.joined() + "--b--\r\n")
        #expect(answer.status == status && answer.body.contains(mention), "\(answer)")
    }

    /// The work is bounded by the size of the input.
    @Test(arguments: zip([1, 1, 900], [33, 5_000, 31]))
    func membersNestedTooDeepAreRefused(count: Int, depth: Int) async throws {
        let start = ContinuousClock.now
        let parts = (0..<count).map { "link[k\($0)]" + String(repeating: "[a]", count: depth) + "|1" }
        try await partsOfEveryStyleAreReadAndValidated(
            parts: parts, status: 422, mention: depth > 32 ? "link" : "create")
        #expect(ContinuousClock.now - start < .seconds(30))
    }

    /// `link[a]; filename=f` -> `"link[a]"; filename=f`
    private static func quoted(_ head: Substring) -> String {
        let name = head.prefix { $0 != ";" && $0 != "\r\n" }
        return "\"\(name)\"\(head.dropFirst(name.count))"
    }
}
