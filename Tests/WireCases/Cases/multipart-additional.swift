import ApusRuntime
import Foundation

/// Parts without a property are kept if the schema has `additionalProperties`.
@Sendable func multipartAdditional(_ wire: Wire) async {
    struct Server: MultipartAdditional.TAPI {
        func s(body: MultipartAdditional.SBody, context: OperationContext<Void>) async throws -> [String: String] {
            body.additionalProperties
        }
    }
    let client = MultipartAdditional.TClient(server: "http://test", transport: wire)
    wire.serve(Server())

    await wire.row("s(file, extra parts a and b)") {
        let file = FilePart(filename: "f.bin", data: Data("data".utf8))
        let parts = ["a": "1", "b": "two é"]
        wire.expect(try await client.s(body: .init(file: file, additionalProperties: parts)), parts)
        let part = "name=\"a\"\r\n"
        wire.expect(try wire.last.body.contains(part), "the part is not \(part)")
    }
    await wire.row("POST /s with an extra part") {
        let type = "multipart/form-data; boundary=B"
        let file = "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\nx\r\n"
        let extra =
            "--B\r\nContent-Disposition: form-data; name=\"k\"\r\nContent-Type: text/plain\r\n\r\nv\r\n--B--\r\n"
        let answer = try await wire.request("POST /s", ["Content-Type": type], file + extra)
        wire.expect(json: answer.answerBody, #"{"k":"v"}"#)
    }
}
