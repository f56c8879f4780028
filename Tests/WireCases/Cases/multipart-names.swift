import ApusRuntime
import Foundation

/// Files have names, names are escaped as in browsers, and only the listed media types are accepted.
@Sendable func multipartNames(_ wire: Wire) async {
    struct Server: MultipartNames.TAPI {
        func up(body: MultipartNames.UpBody, context: OperationContext<Void>) async throws -> String {
            let files = (body.files ?? []).map { "\($0.filename ?? "nil") \($0.contentType)" }
            return "\(body.file.contentType) \(body.file.data.count) \(files) \(body.naMeÉ ?? "nil")"
        }
    }
    let client = MultipartNames.TClient(server: "http://test", transport: wire)
    wire.serve(Server())
    let data = Data("x".utf8)

    await wire.row("up(file without a name)") {
        let read = try await client.up(body: .init(file: FilePart(contentType: "image/png", data: data)))
        wire.expect(read, "image/png 1 [] nil")
        let named = try wire.last.body.contains(/name="file"; filename="[^"]+"/)
        wire.expect(named, "the file has no name")
    }
    await wire.row("up(file, files with quotes and é, name with quote)") {
        let file = FilePart(filename: "a.png", contentType: "image/png", data: data)
        let odd = FilePart(filename: "é \"q\".txt", contentType: "text/plain", data: data)
        let read = try await client.up(body: .init(file: file, files: [odd], naMeÉ: "v"))
        wire.expect(read, #"image/png 1 ["é \"q\".txt text/plain"] v"#)
        let body = try wire.last.body
        wire.expect(body.contains("name=\"na%22me é\""), "the name is escaped otherwise")
        wire.expect(body.contains("filename=\"é %22q%22.txt\""), "the file's name is escaped otherwise")
    }
    await wire.row("up(file, b64, raw)") {
        let file = FilePart(filename: "a.png", contentType: "image/jpeg", data: data)
        let raw = FilePart(contentType: "image/png", data: data)
        _ = try await client.up(body: .init(file: file, raw: raw, b64: Data([0xFF])))
        wire.expect(try wire.last.body.contains("/w=="), "b64 is not base64")
        wire.expect(
            try wire.last.body.contains(/name="raw"; filename="[^"]+"\r\nContent-Type: image\/png/), "raw is not a file"
        )
    }
    await wire.refusedRow("up(file of text/plain)") {
        _ = try await client.up(body: .init(file: FilePart(filename: "a.txt", contentType: "text/plain", data: data)))
    }
    await wire.row("POST /up with a file of text/plain") {
        let head = "Content-Disposition: form-data; name=\"file\"; filename=\"f\"\r\nContent-Type: text/plain"
        let answer = try await wire.request(
            "POST /up", ["Content-Type": "multipart/form-data; boundary=B"], "--B\r\n\(head)\r\n\r\nx\r\n--B--\r\n"
        )
        wire.expect((400..<500).contains(answer.status), "is answered with \(answer.status)")
    }
}
