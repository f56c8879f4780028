import Foundation
import Testing
import UpdateConversationSDK

@testable import ApusRuntime

@Suite struct MultipartTests {
    static func parse(_ text: String, limits: MultipartParser.Limits = .init()) throws(MultipartSyntaxError)
        -> [MultipartPart]
    {
        try MultipartParser.parse(BodyContent(Array(text.utf8)), boundary: "b", limits: limits)
    }

    private func reader(_ writer: MultipartWriter) throws -> MultipartReader {
        try MultipartReader(BodyContent(try #require(writer.finish().buffered)), boundary: writer.boundary)
    }

    static func part(_ head: String, _ content: String = "x") -> String {
        "--b\r\n\(head)\r\n\r\n\(content)\r\n--b--\r\n"
    }

    @Test func partsAreReadWithAnySpacingAndCase() throws {
        let parts = try Self.parse(
            "preamble\r\n--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b \t\r\n"
                + "content-disposition:form-data;name=f;filename=\"x.txt\"\r\nContent-Type: text/plain\r\n\r\n\r\n--c\r\n--b--\r\nepilogue"
        )
        #expect(parts.map(\.name) == ["a", "f"])
        #expect(parts.map(\.filename) == [nil, "x.txt"])
        #expect(parts.map(\.contentType) == [nil, "text/plain"])
        #expect(parts.map { String(decoding: $0.bytes, as: UTF8.self) } == ["1", "\r\n--c"])
    }

    @Test(arguments: [
        (#"form-data; name="a\"b""#, #"a"b"#, nil),
        (#"form-data; name="a%22b%0D%0A""#, "a\"b\r\n", nil),
        (#"form-data; name="a"; filename="C:\dir\f.txt""#, "a", #"C:\dir\f.txt"#),
        (#"form-data; name="a"; filename="é😀.txt""#, "a", "é😀.txt"),
        (#"form-data; name="a"; filename="x"; filename*=UTF-8''na%C3%AFve.txt"#, "a", "naïve.txt"),
        (#"form-data; name="a"; filename="x"; filename*=ISO-8859-1'en'%A3"#, "a", "x"),
        (#"form-data; name="a"; filename="""#, "a", ""),
    ])
    func namesOfPartsAreUnescaped(disposition: String, name: String, filename: String?) throws {
        let parts = try Self.parse(Self.part("Content-Disposition: \(disposition)"))
        #expect(parts.map(\.name) == [name])
        #expect(parts.map(\.filename) == [filename])
    }

    @Test func anEmptyPartIsEmpty() throws {
        for text in [
            "--b\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n--b--",
            Self.part("Content-Disposition: form-data; name=a", ""),
        ] {
            #expect(try Self.parse(text).map(\.bytes.count) == [0])
        }
        #expect(try Self.parse("--b\r\nContent-Disposition: form-data; name=a\r\n\r\n--b--").map(\.bytes.count) == [0])
        #expect(try Self.parse("--b--").isEmpty)
    }

    @Test(arguments: [
        "", "--b", "--b\r\n", "--c\r\n--c--", "--b\nContent-Disposition: form-data; name=a\n\nx\n--b--",
        "--b\r\nContent-Disposition: form-data; name=a\r\n\r\nx", "--b\r\n\r\nx\r\n--b--",
        "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--",
        "--b\r\nContent-Disposition: attachment; name=a\r\n\r\nx\r\n--b--",
        "--b\r\nContent-Disposition form-data; name=a\r\n\r\nx\r\n--b--", "--bx\r\n\r\n--b--",
        "--b\r\nContent-Disposition: form-data; name=\"a\r\n\r\nx\r\n--b--",
    ])
    func refusesWhatIsMalformed(text: String) {
        #expect(throws: MultipartSyntaxError.self) { try Self.parse(text) }
    }

    @Test func limitsPartsAndHeaders() {
        let part = "--b\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n"
        let many = String(repeating: part, count: 4) + "--b--"
        #expect(throws: Never.self) { try Self.parse(many, limits: .init(parts: 4)) }
        #expect(throws: MultipartSyntaxError.self) { try Self.parse(many, limits: .init(parts: 3)) }
        let long = Self.part("X: \(String(repeating: "y", count: 100))\r\nContent-Disposition: form-data; name=a")
        #expect(throws: MultipartSyntaxError.self) { try Self.parse(long, limits: .init(headerBytes: 100)) }
        for boundary in ["", String(repeating: "b", count: 71)] {
            #expect(throws: MultipartSyntaxError.self) {
                try MultipartParser.parse(BodyContent(Array("--\(boundary)--".utf8)), boundary: boundary)
            }
        }
    }

    @Test func aListThatMustBeThereIsNotEmpty() {
        var (optional, texts, files) = (MultipartWriter(), MultipartWriter(), MultipartWriter())
        optional.write("tags", [] as [String]?)
        texts.write("tags", [] as [String])
        files.write("files", [] as [FilePart])
        #expect(optional.failure == nil)
        #expect(texts.failure?.path == ["tags"])
        #expect(files.failure?.path == ["files"])
    }

    @Test func writesWhatItReads() throws {
        var writer = MultipartWriter()
        writer.write("text", "a\r\nb")
        writer.write("count", 42)
        writer.write("flag", true)
        writer.write("absent", nil as String?)
        writer.write("tags", ["a", "1"])
        writer.write("model", Seed.UpdateConversationRequest(title: "Ship it"))
        let file = FilePart(
            filename: "a \"b\"\r\n.txt", contentType: "text/plain", data: Data([0, 13, 10, 45, 45]))
        writer.write("file", file)
        writer.write("files", [file, FilePart(data: Data())])
        #expect(writer.failure == nil)

        var reader = try reader(writer)
        let text: String = try reader.required("text")
        let count: Int = try reader.required("count")
        let flag: Bool? = try reader.optional("flag")
        let absent: String? = try reader.optional("absent")
        let tags: [String] = try reader.required("tags")
        let model: Seed.UpdateConversationRequest = try reader.required("model")
        let read: FilePart = try reader.required("file")
        let files: [FilePart] = try reader.required("files")
        #expect(text == "a\r\nb")
        #expect(count == 42)
        #expect(flag == true)
        #expect(absent == nil)
        #expect(tags == ["a", "1"])
        #expect(model.title == "Ship it")
        #expect(read.filename == file.filename)
        #expect(read.contentType == "text/plain")
        #expect(read.data == file.data)
        #expect(files.map(\.data.count) == [5, 0])
        #expect(files.map(\.filename) == [file.filename, "files"])
        #expect(files.map(\.contentType) == ["text/plain", "application/octet-stream"])
    }

    /// Names are written as browsers write them (HTML, section "Multipart form data").
    @Test(arguments: [
        ("na\"me é", #"name="na%22me é""#), ("a\r\nb", #"name="a%0D%0Ab""#), (#"a\b"#, #"name="a\b""#),
        ("50%", #"name="50%""#), ("日本", #"name="日本""#),
    ])
    func writesNamesAsBrowsersDo(name: String, written: String) throws {
        var writer = MultipartWriter()
        writer.write(name, "1")
        writer.write(name, FilePart(filename: name, data: Data()))
        let text = String(decoding: try #require(writer.finish().buffered), as: UTF8.self)
        #expect(text.components(separatedBy: "; \(written)").count == 3)
        #expect(text.contains("; file\(written)"))
        var reader = try reader(writer)
        let file: FilePart = try reader.required(name)
        #expect(file.filename == name)
    }

    @Test func nullIsLeftOutOfParts() throws {
        var writer = MultipartWriter()
        writer.write("tags", ["a", nil, "b"] as [String?])
        writer.write("models", [nil, 1] as [Int?], contentType: "application/json")
        var reader = try reader(writer)
        let tags: [String] = try reader.required("tags")
        let models: [Int?] = try reader.required("models")
        #expect(tags == ["a", "b"])
        #expect(models == [nil, 1])
    }

    /// A part has a single media type, whatever the document lists.
    @Test(arguments: [
        ("text/csv, text/plain", "Content-Type: text/csv\r\n" as String?),
        ("text/*,text/csv; header=present", "Content-Type: text/csv; header=present\r\n"), ("text/*", nil),
    ])
    func writesOneOfTheListedTypes(listed: String, line: String?) throws {
        var writer = MultipartWriter()
        writer.write("a", "b", contentType: listed)
        let text = String(decoding: try #require(writer.finish().buffered), as: UTF8.self)
        #expect(line.map { text.contains($0) } ?? !text.contains("Content-Type"))
    }

    /// Media types that the document's encoding does not list, and values that would break out of their line.
    @Test(arguments: [
        ("image/gif", "image/png, image/jpeg", false), ("image/jpeg", "image/png, image/jpeg", true),
        ("IMAGE/PNG; q=1", "image/png", true), ("application/octet-stream", "image/png", true),
        ("application/octet-stream", "image/*", false), ("image/gif", "image/*", true), ("x", nil, true),
        ("text/plain\r\nX: y", nil, false),
    ])
    func refusesFilesOfOtherTypes(type: String, allowed: String?, isWritten: Bool) {
        var writer = MultipartWriter()
        writer.write("file", FilePart(contentType: type, data: Data()), contentType: allowed)
        #expect((writer.failure == nil) == isWritten)
    }

    @Test func saysWhatIsWrongWithAPart() throws {
        var writer = MultipartWriter()
        writer.write("count", "many")
        writer.write("model", "{")
        var reader = try reader(writer)
        #expect { let _: Int = try reader.required("count") } throws: { ($0 as? JSONError)?.path == ["count"] }
        #expect { let _: Int = try reader.required("absent") } throws: { ($0 as? JSONError)?.kind == .missing }
        #expect { let _: FilePart = try reader.required("absent") } throws: { ($0 as? JSONError)?.path == ["absent"] }
        #expect { let _: Seed.UpdateConversationRequest = try reader.required("model") } throws: { $0 is JSONError }
    }
}
