import ApusRuntime
import ContentsSDK
import Foundation
import HTTPTypes
import Testing

/// Requests and responses in one of several media types: client against server.
struct ContentsTests {
    private struct Contents: ContentsAPI {
        func getReport(id: Int, context: OperationContext<Void>) async throws -> GetReportOutput {
            switch id {
            case 404: throw GetReportFailure.notFound(Problem(title: "none"))
            case 405: throw GetReportFailure.notFoundText("none")
            case 410: throw GetReportFailure.clientErrorText(410, "gone")
            case 422: throw GetReportFailure.clientError(422, Problem(title: "odd"))
            default: break
            }
            if context.accepts("application/json") { return .ok(Report(title: context.request.accepted)) }
            if context.accepts("text/csv") { return .csv("a,b") }
            if context.accepts("application/pdf") { return .pdf(HTTPBody([1, 2, 3])) }
            return .contentsBriefJSON(.init(lines: 4))
        }

        func putReport(id: Int, body: PutReportBody, context: OperationContext<Void>) async throws -> PutReportOutput {
            switch body {
            case .json(let report): return .created(.init(body: report, location: "/reports/\(id)"))
            case .jsonLines(let lines):
                let lines = try await lines.collect()
                return .created(.init(body: Report(title: "lines", lines: lines)))
            case .csv(let text): return .text(.init(body: text, location: "csv"))
            case .pdf(let body):
                guard try await body.bytes() == [9] else { throw Forbidden() }
                return .noContent
            }
        }

        func getPicture(context: OperationContext<Void>) async throws -> GetPictureOutput {
            if !context.accepts("image/png") { return .ok("a cat") }
            let isPicture = context.request.accepted.hasPrefix("image")
            return isPicture
                ? .image(HTTPBody([1], contentType: "image/png")) : .other(HTTPBody([2], contentType: "text/plain"))
        }

        func getBundle(id: Int, context: OperationContext<Void>) async throws -> GetBundleResponse {
            let picture = FilePart(filename: "a.png", data: Data(repeating: 7, count: id))
            let pages = id == 0 ? [] : [1, 2]
            return GetBundleResponse(report: Report(title: "r"), pages: pages, picture: picture, notes: ["a", "b"])
        }

        func getTotals(context: OperationContext<Void>) async throws -> Report { Report(title: "totals") }
    }

    private let client = ContentsClient(server: "http://test", transport: InMemoryTransport(Contents()))

    @Test func theBestIsAskedForFirst() async throws {
        guard case .ok(let report) = try await client.getReport(id: 1) else { throw Unexpected() }
        #expect(
            report.title
                == "application/json, application/problem+json, application/vnd.contents.brief+json, text/csv, application/pdf, text/plain"
        )
        #expect(try await client.getTotals().title == "totals")
    }

    @Test func aCallerMayAskForLess() async throws {
        guard case .csv("a,b") = try await client.accepting("text/*").getReport(id: 1) else { throw Unexpected() }
        guard case .pdf(let body) = try await client.accepting("application/pdf").getReport(id: 1) else {
            throw Unexpected()
        }
        #expect(try await body.bytes() == [1, 2, 3])
        let brief = client.accepting("application/vnd.contents.brief+json", "text/csv;q=0")
        guard case .contentsBriefJSON(let object) = try await brief.getReport(id: 1) else { throw Unexpected() }
        #expect(object.lines == 4)
    }

    @Test func rangesComeAfterWhatTheyInclude() async throws {
        guard case .other(let other) = try await client.getPicture() else { throw Unexpected() }
        #expect(other.contentType == "text/plain")
        guard case .image(let image) = try await client.accepting("image/*").getPicture() else { throw Unexpected() }
        #expect(image.contentType == "image/png")
        guard case .ok("a cat") = try await client.accepting("application/json").getPicture() else {
            throw Unexpected()
        }
    }

    @Test(arguments: [(404, "json"), (405, "text"), (410, "410 text"), (422, "422 json")])
    func failuresAreToldApart(id: Int, expected: String) async throws {
        do {
            _ = try await client.getReport(id: id)
            throw Unexpected()
        } catch let error as ClientError<GetReportFailure> {
            guard case .documented(let failure, _) = error else { throw error }
            let found =
                switch failure {
                case .notFound: "json"
                case .notFoundText: "text"
                case .clientErrorText(let status, _): "\(status) text"
                case .clientError(let status, _): "\(status) json"
                }
            #expect(found == expected)
        }
    }

    @Test func aRequestOfSeveralContentsMayBeAStream() async throws {
        let report = Report(title: "a")
        guard case .created(let created) = try await client.putReport(id: 3, body: .json(report)) else {
            throw Unexpected()
        }
        #expect(created.body.title == "a" && created.location == "/reports/3")
        let lines: ItemStream<Line> = [Line(text: "1"), Line(text: "2")]
        guard case .created(let made) = try await client.putReport(id: 3, body: .jsonLines(lines)) else {
            throw Unexpected()
        }
        #expect(made.body.lines?.map(\.text) == ["1", "2"] && made.location == nil)
        guard case .text(let text) = try await client.putReport(id: 3, body: .csv("x,y")) else { throw Unexpected() }
        #expect(text.body == "x,y" && text.location == "csv")
        guard case .noContent = try await client.putReport(id: 3, body: .pdf(HTTPBody([9]))) else {
            throw Unexpected()
        }
    }

    @Test(arguments: [3, 200_000])
    func answersMayHaveParts(size: Int) async throws {
        let bundle = try await client.getBundle(id: size)
        #expect(bundle.report.title == "r" && bundle.pages == [1, 2] && bundle.notes == ["a", "b"])
        #expect(bundle.picture.contentType == "image/png" && bundle.picture.filename == "a.png")
        #expect(bundle.picture.data == Data(repeating: 7, count: size))
    }

    /// Without parts, an empty list would be the same as an absent one, which the document does not allow.
    @Test func aResponseWithoutPartsForARequiredListIsAnError() async throws {
        let error = await #expect(throws: ClientError<GetBundleFailure>.self) { _ = try await client.getBundle(id: 0) }
        guard case .undocumented(let response) = error else { throw Unexpected() }
        #expect(response.status == 500)
    }

    @Test func anItemThatIsNotValidIsRefused() async throws {
        let lines: ItemStream<Line> = [Line(text: "1"), Line(text: "")]
        await #expect(throws: (any Error).self) { _ = try await client.putReport(id: 3, body: .jsonLines(lines)) }
    }

    private struct Unexpected: Error {}
}

extension HTTPRequest {
    fileprivate var accepted: String { headerFields[.accept] ?? "" }
}
