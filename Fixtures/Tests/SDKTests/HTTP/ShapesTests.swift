import ApusRuntime
import Foundation
import HTTPTypes
import ShapesSDK
import Testing

/// Every shape of parameter, body, response and credential, from the generated client to the generated server in memory.
struct ShapesTests {
    /// Responds with what it received.
    private struct Shapes: ShapesAPI {
        func authenticate(key: String) async throws -> String {
            guard key == "k" else { throw Unauthorized() }
            return "key"
        }

        func authenticate(bearer token: String) async throws -> String {
            guard token == "t" else { throw Unauthorized() }
            return "bearer"
        }

        func authenticate(basic credentials: BasicCredentials) async throws -> String {
            guard credentials.password == "p" else { throw Unauthorized() }
            return credentials.username
        }

        func listShapes(
            limit: Int32, kind: Kind?, tags: [String]?, filter: [String: String]?, since: Date?, xTraceID: UUID?,
            session: String?, order: ListShapesOrder, context: OperationContext<String>
        ) async throws -> [Shape] {
            if kind == .circle { throw ListShapesFailure.clientError(418, Problem(title: "no")) }
            if session == "broken" { throw ListShapesFailure.other(503, Problem(title: "later")) }
            var shape = ShapesTests.shape
            shape.id = Int64(limit)
            shape.tags = tags
            shape.anything = filter.map { .object($0.mapValues { .string($0) }) }
            shape.created = since
            shape.name = xTraceID.map { .value($0.uuidString) }
            shape.note = session.map { .value($0) }
            shape.labels = [order.rawValue: 1, context.identity: 2]
            return [shape]
        }

        func createShape(body: Shape, context: OperationContext<String>) async throws -> CreateShapeOutput {
            switch body.id {
            case 1: .created(body)
            case 2: .accepted
            default: throw CreateShapeFailure.conflict
            }
        }

        func getShape(shapeID: Int64, context: OperationContext<String>) async throws -> Shape? {
            if shapeID == 0 { throw ProblemFailure.notFound(Problem(title: "none", status: 404)) }
            return shapeID < 0 ? nil : ShapesTests.shape
        }

        func deleteShape(shapeID: Int64, context: OperationContext<String>) async throws {}

        func getPicture(shapeID: Int64, context: OperationContext<Void>) async throws -> HTTPBody {
            HTTPBody([0, 255, UInt8(clamping: shapeID)])
        }

        func putPicture(shapeID: Int64, body: HTTPBody?, context: OperationContext<String?>) async throws {
            let bytes = try await body?.bytes()
            guard bytes == nil || bytes == [1, 2], context.identity == (body == nil ? nil : "Ann") else {
                throw Forbidden()
            }
        }

        func putNotes(shapeID: Int64, body: String, context: OperationContext<String>) async throws -> String {
            body + "!"
        }

        func upload(body: UploadBody, context: OperationContext<String>) async throws -> UploadResponse {
            let attachments = body.attachments ?? []
            let isAsSent = body.file.filename == "a\"b.txt" && body.title == "é" && body.publicOrDefault
            return UploadResponse(bytes: isAsSent ? body.file.data.count + attachments.count * 100 : -1)
        }
    }

    private static let shape = Shape(id: 1, kind: .square, size: 1.5)

    private func client(_ credentials: Credentials<ShapesClient>? = .key("k")) -> ShapesClient {
        ShapesClient(server: .localhost8080, credentials: credentials, transport: InMemoryTransport(Shapes()))
    }

    @Test func parametersOfEveryPlaceAndStyle() async throws {
        let since = Date(timeIntervalSince1970: 1_700_000_000.25)
        let trace = UUID()
        let shapes = try await client().listShapes(
            limit: 7, tags: ["a,b", "c d"], filter: ["x[y]": "1&2", "é": ""], since: since, xTraceID: trace,
            session: "s=1; t", order: .desc
        )
        let shape = try #require(shapes.first)
        #expect(shape.id == 7)
        #expect(shape.tags == ["a,b", "c d"])
        #expect(shape.anything == ["x[y]": "1&2", "é": ""])
        #expect(shape.created == since)
        #expect(shape.name == .value(trace.uuidString))
        #expect(shape.note == .value("s=1; t"))
        #expect(shape.labels == ["desc": 1, "key": 2])
    }

    @Test func defaultsStandInForWhatIsLeftOut() async throws {
        let shapes = try await client(.bearer("t")).listShapes()
        #expect(shapes.first?.id == 20)
        #expect(shapes.first?.labels == ["asc": 1, "bearer": 2])
    }

    @Test func failuresByRangeAndDefault() async throws {
        await #expect { _ = try await client().listShapes(kind: .circle) } throws: { error in
            guard case ClientError<ListShapesFailure>.documented(.clientError(418, let problem), _) = error else {
                return false
            }
            return problem.title == "no"
        }
        await #expect { _ = try await client().listShapes(session: "broken") } throws: { error in
            guard case ClientError<ListShapesFailure>.documented(.other(503, let problem), _) = error else {
                return false
            }
            return problem.title == "later"
        }
        // The server's own error response is in the documented range, but does not match the documented type.
        await #expect { _ = try await client().listShapes(limit: 0) } throws: { error in
            guard case ClientError<ListShapesFailure>.documented(.clientError(422, _), _) = error else { return false }
            return true
        }
    }

    @Test func severalSuccessesAreCasesOfTheResult() async throws {
        var shape = Self.shape
        guard case .created(let created) = try await client().createShape(body: shape) else {
            Issue.record("not created")
            return
        }
        #expect(created == shape)
        shape.id = 2
        guard case .accepted = try await client().createShape(body: shape) else {
            Issue.record("not accepted")
            return
        }
        shape.id = 3
        await #expect { _ = try await client().createShape(body: shape) } throws: { error in
            guard case ClientError<CreateShapeFailure>.documented(.conflict, _) = error else { return false }
            return true
        }
    }

    @Test func textBinaryAndNothing() async throws {
        #expect(try await client().putNotes(shapeID: 1, body: "é\n") == "é\n!")
        #expect(try await client(nil).getPicture(shapeID: 7).bytes() == [0, 255, 7])
        try await client(nil).putPicture(shapeID: 1)
        try await client(.basic(username: "Ann", password: "p")).putPicture(shapeID: 1, body: HTTPBody([1, 2]))
    }

    @Test func multipartFormsArriveWithTheirFiles() async throws {
        let file = FilePart(filename: "a\"b.txt", contentType: "text/plain", data: Data("\r\n--x".utf8))
        let body = UploadBody(title: "é", file: file, attachments: [file, file], public: true)
        #expect(try await client().upload(body: body).bytes == 205)
    }

    @Test func combinedCredentialsAreSentTogether() async throws {
        await #expect(throws: ClientError<Never>.self) { try await client(.key("k")).deleteShape(shapeID: 1) }
        try await client([.key("k"), .bearer("t")]).deleteShape(shapeID: 1)
        await #expect(throws: ClientError<Never>.self) {
            try await client([.key("k"), .bearer("x")]).deleteShape(shapeID: 1)
        }
    }
}
