import ApusRuntime
import BodiesSDK
import Foundation
import HTTPTypes
import Testing

/// Form bodies, multipart bodies and bodies with a choice of types: generated client against generated server in memory.
struct BodiesTests {
    /// Responds with what it received.
    struct Server: BodiesAPI {
        func placeOrder(body: Order, context: OperationContext<Void>) async throws -> Receipt {
            if body.name == "sold out" { throw ReceiptFailure.conflict(Receipt(total: 0)) }
            return Receipt(total: Double(body.quantityOrDefault), lines: body.sizes, address: body.address)
        }

        func createProfile(body: CreateProfileBody, context: OperationContext<Void>) async throws -> String {
            "\(body)"
        }

        func upload(body: UploadBody, context: OperationContext<Void>) async throws -> UploadResponse {
            UploadResponse(text: "\(body)", counts: body.sizes)
        }

        func saveDraft(body: Draft, context: OperationContext<Void>) async throws -> String { "\(body)" }

        func addDocument(body: AddDocumentBody?, context: OperationContext<Void>) async throws -> String {
            switch body {
            case .json(let draft): "json \(draft)"
            case .jsonPatchJSON(let drafts): "patch \(drafts)"
            case .multipart(let form): "form \(form.file.data.count)"
            case .text(let text): "text \(text)"
            case .markdown(let text): "markdown \(text)"
            case .png(let body): "png \(try await body.bytes().count)"
            case .image(let body): "\(body.contentType ?? "") \(try await body.bytes().count)"
            case nil: "nothing"
            }
        }

        func putPicture(body: HTTPBody, context: OperationContext<Void>) async throws -> String {
            "\(body.contentType ?? "-") \(try await body.bytes().count)"
        }

        func putAnything(body: HTTPBody?, context: OperationContext<Void>) async throws -> String {
            guard let body else { return "nothing" }
            return "\(body.contentType ?? "-") \(try await body.bytes().count)"
        }

        func putText(body: String, context: OperationContext<Void>) async throws -> String { body }
    }

    private let transport = RecordingTransport(Server())
    private var client: BodiesClient { BodiesClient(server: .default, transport: transport) }
    private var sent: String { String(decoding: transport.last?.body?.buffered ?? [], as: UTF8.self) }
    private var contentType: String? { transport.last?.head.headerFields[.contentType] }

    private static let order = Order(
        name: "a b", quantity: 2, express: true, weight: 1.5, tags: ["x", "y&z"], sizes: [1, 2],
        address: Address(city: "Bern", zip: 3000), delivery: .init(floor: 3), stops: [Address(city: "Ulm")],
        link: "http://a/b", codes: [7, 8]
    )

    @Test func formsAreSentAndReceived() async throws {
        let receipt = try await client.placeOrder(body: Self.order)
        #expect(receipt == Receipt(total: 2, lines: [1, 2], address: Address(city: "Bern", zip: 3000)))
        #expect(contentType == "application/x-www-form-urlencoded")
        let items = [
            "name=a+b", "quantity=2", "express=true", "weight=1.5", "tags=x", "tags=y%26z", "sizes=1,2",
            "address=%7B%22city%22%3A%22Bern%22%2C%22zip%22%3A3000%7D", "delivery%5Bfloor%5D=3",
            "stops=%7B%22city%22%3A%22Ulm%22%7D", "link=http://a/b", "codes=7", "codes=8",
        ]
        #expect(sent == items.joined(separator: "&"))
        await #expect { _ = try await client.placeOrder(body: Order(name: "sold out")) } throws: { error in
            guard case ClientError<ReceiptFailure>.documented(.conflict(let receipt), _) = error else { return false }
            return receipt.total == 0
        }
    }

    @Test func formsOfPartsAreSentAndReceived() async throws {
        let photo = FilePart(
            filename: "me.png", headers: HTTPFields([HTTPField(name: try #require(.init("X-Checksum")), value: "1")]),
            data: Data([1, 2]))
        let file = FilePart(filename: "a", contentType: "application/pdf", data: Data([0xFF]))
        let address = Address(city: "Bern", zip: 1)
        let body = CreateProfileBody(
            name: "12", age: 3, address: address, photo: photo, documents: [file, file], ids: [1, 2],
            places: [address, address], about: "*a*", scan: file
        )
        let answer = try await client.createProfile(body: body)
        var received = body
        // The media type that the document specifies for photos.
        received.photo.contentType = "image/png"
        #expect(answer == "\(received)")
        for part in ["name=\"about\"\r\nContent-Type: text/markdown", "X-Checksum: 1", "{\"city\":\"Bern\",\"zip\":1}"]
        {
            #expect(sent.contains(part), "\(part)")
        }
        #expect(sent.components(separatedBy: "name=\"places\"").count == 3)
    }

    @Test func oneModelOfSeveralTypes() async throws {
        #expect(try await client.saveDraft(body: Draft(title: "a", pages: 1)) == "\(Draft(title: "a", pages: 1))")
        #expect(contentType == "application/json")
        let draft = "\(Draft(title: "b", pages: 2))"
        let rows = [
            ("application/x-www-form-urlencoded", "title=b&pages=2", 200, draft),
            ("application/merge-patch+json", #"{"title":"b","pages":2}"#, 200, draft),
            ("application/x-www-form-urlencoded", "title=&pages=x", 422, "pages"),
            ("application/json", #"{"title":""}"#, 422, "title"), ("text/plain", "b", 415, "urlencoded"),
        ]
        for (type, body, status, mention) in rows {
            let answer = try await Self.send(.put, "/drafts", type, body)
            #expect(answer.status == status && answer.body.contains(mention), "\(type) \(answer.body)")
        }
    }

    @Test func aChoiceOfTypes() async throws {
        let draft = Draft(title: "a")
        let file = FilePart(data: Data([1, 2, 3]))
        let rows: [(AddDocumentBody?, String, String?)] = [
            (.json(draft), "json \(draft)", "application/json"),
            (.jsonPatchJSON([draft]), "patch \([draft])", "application/json-patch+json"),
            (.multipart(AddDocumentForm(file: file)), "form 3", nil),
            (.text("é"), "text é", "text/plain; charset=utf-8"), (.markdown("# é"), "markdown # é", "text/markdown"),
            (.png(HTTPBody([1])), "png 1", "image/png"),
            (.image(HTTPBody([1, 2], contentType: "image/gif")), "image/gif 2", "image/gif"),
            (nil, "nothing", nil),
        ]
        for (body, answer, type) in rows {
            #expect(try await client.addDocument(body: body) == answer)
            #expect(type == nil || contentType == type)
        }
    }

    @Test func bytesAndTextOfAnyType() async throws {
        let gif = HTTPBody([1], contentType: "image/gif")
        #expect(try await client.putPicture(body: gif) == "image/gif 1")
        #expect(try await client.putAnything(body: gif) == "image/gif 1")
        #expect(try await client.putAnything() == "nothing")
        #expect(try await client.putText(body: "é") == "é")
        #expect(contentType == "text/plain; charset=utf-8")
    }

    private static let form = "application/x-www-form-urlencoded"
    private static let parts = "multipart/form-data; boundary=b"

    /// A multipart body; each part is `headers\n\ncontent`.
    private static func parts(_ parts: String...) -> String {
        let texts = parts.map { part -> String in
            let halves = part.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            return "--b\r\nContent-Disposition: form-data; \(halves[0])\r\n\r\n\(halves[1])\r\n"
        }
        return texts.joined() + "--b--\r\n"
    }

    private static let photo = "name=photo; filename=a\r\nContent-Type: image/png\r\nX-Checksum: 1|x"

    @Test(arguments: [
        ("/orders", form, "name=a&quantity=0", 422, "quantity"), ("/orders", form, "quantity=1", 422, "name"),
        ("/orders", form, "", 422, "name"), ("/orders", form, "name=", 422, "name"),
        ("/orders", form, "name=a&quantity=x&express=y", 422, "express"),
        ("/orders", form, "name=a&weight=1.2", 422, "weight"),
        ("/orders", form, "name=a&tags=1&tags=2&tags=3&tags=4", 422, "tags"),
        ("/orders", form, "name=a&sizes=1,b", 422, "sizes"), ("/orders", form, "name=a&address=x", 422, "address"),
        ("/orders", form, "name=a&address=%7B%22city%22:%22a%22%7D", 422, "city"),
        ("/orders", form, "name=a&delivery[floor]=100", 422, "floor"),
        ("/orders", form, "name=a&delivery[at]=now", 422, "at"), ("/orders", form, "name=1&other=2", 200, "total=1"),
        ("/orders", form, "name=a&stops=%7B%7D", 422, "city"), ("/orders", form, "name=a&codes=x", 422, "codes"),
        ("/orders", "application/json", "{}", 415, "urlencoded"), ("/orders", form, "%ff=%fe&&&=&name=a", 200, "total"),
        ("/profiles", parts, parts(photo, "name=name|a"), 200, "image/png"),
        ("/profiles", parts, parts("name=name|a"), 422, "photo"), ("/profiles", parts, parts(photo), 422, "name"),
        ("/profiles", parts, parts(photo, "name=name|"), 422, "name"),
        ("/profiles", parts, parts(photo, "name=name|a", "name=age|-1"), 422, "age"),
        ("/profiles", parts, parts(photo, "name=name|a", "name=age|x"), 422, "age"),
        ("/profiles", parts, parts(photo, "name=name; filename=a|a"), 422, "name"),
        ("/profiles", parts, parts(photo, "name=name|a", "name=address|{\"city\":\"a\"}"), 422, "city"),
        ("/profiles", parts, parts(photo, "name=name|a", "name=address|{"), 422, "address"),
        ("/profiles", parts, parts(photo, "name=name|a", "name=ids|1", "name=ids|x"), 422, "ids"),
        ("/profiles", parts, parts(photo, "name=name|a", "name=ids|[1,2]"), 200, "[1, 2]"),
        (
            "/profiles", parts, parts(photo, "name=name|a", "name=ids|1", "name=ids|2", "name=ids|3", "name=ids|4"),
            422, "ids"
        ),
        ("/profiles", parts, parts(photo, "name=name|a", "name=about|aaaaaaaaaaaaaaaaaaaaa"), 422, "about"),
        (
            "/profiles", parts,
            parts("name=photo; filename=a\r\nContent-Type: image/gif\r\nX-Checksum: 1|x", "name=name|a"), 422, "photo"
        ),
        (
            "/profiles", parts, parts("name=photo; filename=a\r\nContent-Type: image/png|x", "name=name|a"), 422,
            "X-Checksum"
        ),
        ("/profiles", parts, "--b--", 422, "name"), ("/profiles", parts, "", 422, "boundary"),
        ("/documents", "application/xml", "<a/>", 415, "image/png"),
        ("/documents", "application/json", "{}", 422, "title"),
        ("/documents", "application/json-patch+json", "[{},{}]", 422, "title"),
        ("/documents", "application/vnd.a+json", #"{"title":"a"}"#, 200, "json"),
        ("/documents", "image/png", "", 200, "png 0"), ("/documents", "video/mp4", "", 415, "text/markdown"),
    ])
    func invalidBodiesAreRefused(path: String, type: String, body: String, status: Int, mention: String) async throws {
        let answer = try await Self.send(.post, path, type, body)
        #expect(answer.status == status && answer.body.contains(mention), "\(answer)")
    }

    /// The work is bounded by the size of the input, whatever issues the schema reports.
    @Test(arguments: [
        HostileInput("an issue each", String(repeating: "quantity=x&", count: 50_000)),
        HostileInput("a value each", "name=a&" + String(repeating: "tags=1&", count: 100_000)),
        HostileInput("a key each", (0..<60_000).map { "k\($0)=1" }.joined(separator: "&")),
        HostileInput("deep", "name=a&delivery" + String(repeating: "[a]", count: 200_000) + "=1"),
        HostileInput("deep JSON", "name=a&address=" + String(repeating: "%5B", count: 200_000)),
    ])
    func theWorkForAFormIsBoundedByItsLength(body: HostileInput) async throws {
        let start = ContinuousClock.now
        let answer = try await Self.send(.post, "/orders", Self.form, body.text)
        #expect([200, 422].contains(answer.status))
        let isInTime = ContinuousClock.now - start < .seconds(30)
        #expect(isInTime)
    }

    static func send(
        _ method: HTTPRequest.Method, _ path: String, _ type: String, _ body: String
    ) async throws -> (status: Int, body: String) {
        let head = HTTPRequest(
            method: method, scheme: nil, authority: nil, path: path, headerFields: [.contentType: type])
        let response = try await APIRouter(Server()).respond(to: head, body: HTTPBody(Array(body.utf8)))
        let accepted = response.headers[.accept] ?? ""
        return (response.status.code, accepted + String(decoding: response.bytes, as: UTF8.self))
    }
}
