import ApusHummingbird
import ApusRuntime
import BodiesSDK
import Foundation
import Hummingbird
import Testing

/// Forms, multipart and other bodies over HTTP on the loopback address.
@Suite(.serialized) struct BodiesOverHTTPTests {
    private struct Bodies: BodiesAPI {
        func placeOrder(body: Order, context: OperationContext<Void>) async throws -> Receipt {
            Receipt(total: Double(body.quantityOrDefault), lines: body.sizes, address: body.address)
        }

        func createProfile(body: CreateProfileBody, context: OperationContext<Void>) async throws -> String {
            "\(body.name) \(body.photo.filename ?? "-") \(body.photo.contentType) \(body.photo.data.count)"
        }

        func upload(body: UploadBody, context: OperationContext<Void>) async throws -> UploadResponse {
            UploadResponse(text: (body.expand ?? []).joined(separator: " "), counts: body.sizes)
        }

        func saveDraft(body: Draft, context: OperationContext<Void>) async throws -> String { body.title }

        func addDocument(body: AddDocumentBody?, context: OperationContext<Void>) async throws -> String {
            if case .markdown(let text) = body { text } else { "-" }
        }

        func putPicture(body: HTTPBody, context: OperationContext<Void>) async throws -> String {
            "\(body.contentType ?? "-") \(try await body.bytes().count)"
        }

        func putAnything(body: HTTPBody?, context: OperationContext<Void>) async throws -> String { "-" }

        func putText(body: String, context: OperationContext<Void>) async throws -> String { body }
    }

    @Test(arguments: RoundTripTests.Carrier.allCases)
    func bodiesArriveAsTheyWereSent(carrier: RoundTripTests.Carrier) async throws {
        try await withServer(HummingbirdResponder(Bodies())) { address in
            let client = BodiesClient(server: ServerURL(address), transport: carrier.transport)
            let order = Order(name: "a&b=c", quantity: 3, sizes: [1, 2], address: Address(city: "Bern", zip: 1))
            let receipt = try await client.placeOrder(body: order)
            #expect(receipt == Receipt(total: 3, lines: [1, 2], address: Address(city: "Bern", zip: 1)))
            let checksum = HTTPField(name: try #require(HTTPField.Name("X-Checksum")), value: "1")
            let photo = FilePart(
                filename: "é.png", headers: HTTPFields([checksum]), data: Data(repeating: 0xFF, count: 100_000))
            let profile = CreateProfileBody(name: "Ann", photo: photo)
            #expect(try await client.createProfile(body: profile) == "Ann é.png image/png 100000")
            #expect(try await client.addDocument(body: .markdown("# é")) == "# é")
            let file = FilePart(filename: "a.txt", contentType: "text/plain", data: Data([1]))
            let upload = UploadBody(file: file, expand: ["a", "b c"], sizes: [1, 2])
            let uploaded = try await client.upload(body: upload)
            #expect(uploaded.text == "a b c" && uploaded.counts == [1, 2])
            let picture = HTTPBody([1, 2], contentType: "image/gif")
            #expect(try await client.putPicture(body: picture) == "image/gif 2")
        }
    }
}
