import ApusRuntime
import Foundation
import HTTPTypes
import ResponsesSDK
import Testing

/// Declared header fields of successes and failures, generated client against generated server in memory.
struct ResponseHeaderTests {
    private struct Pets: ResponsesAPI {
        var page = ListPetsOutput.ok(.init(body: [Pet(name: "Ada")], xTotalCount: 3))
        var cookies = ["a=1, 2; Path=/", "b=3"]

        func listPets(context: OperationContext<Void>) async throws -> ListPetsOutput { page }

        func addPet(body: Pet, context: OperationContext<Void>) async throws -> AddPetOutput {
            if body.name == "" {
                throw TooManyRequestsFailure.tooManyRequests(.init(body: Problem(title: "later"), retryAfter: 7))
            }
            return AddPetOutput(
                location: URL(string: body.name) ?? URL(filePath: "/"),
                xVersion: 2,
                xExpires: Date(timeIntervalSince1970: 1_700_000_000)
            )
        }

        func importPets(context: OperationContext<Void>) async throws -> ImportPetsOutput { .accepted(.init(job: "1")) }

        func findHome(name: String, context: OperationContext<Void>) async throws -> FindHomeOutput {
            name == "Ada" ? .ok("Bern") : .found(.init(location: "http://other/pets/\(name)"))
        }

        func logIn(context: OperationContext<Void>) async throws -> LogInOutput {
            LogInOutput(
                body: "welcome", setCookie: cookies, headerBody: "b", headerResponse: 1, headerStatus: 2, itself: "me",
                X_dash_A: "dash", X_A: "underscore"
            )
        }

        func logOut(context: OperationContext<Void>) async throws -> LogOutOutput {
            throw LogOutFailure.clientError(401, .init(wwwAuthenticate: "Basic"))
        }
    }

    private func client(_ pets: Pets = Pets()) -> ResponsesClient {
        ResponsesClient(server: "http://test", transport: InMemoryTransport(pets))
    }

    @Test func aSuccessHasItsHeadersTyped() async throws {
        let sent = ListPetsOKResponse(
            body: [Pet(name: "Ada")], xTotalCount: 3, link: "</pets?page=2>; rel=\"next\", <x>", xTags: ["a", "b"],
            xLimits: ListPetsXLimits(remaining: 5, window: 60), xFilter: Pet(name: "a, b"), xNote: "note",
            xSort: .desc
        )
        guard case .ok(let page) = try await client(Pets(page: .ok(sent))).listPets() else {
            Issue.record("no page")
            return
        }
        #expect(page.body == sent.body)
        #expect(page.xTotalCount == 3)
        #expect(page.link == sent.link)
        #expect(page.xTags == ["a", "b"])
        #expect(page.xLimits == sent.xLimits)
        #expect(page.xFilter == sent.xFilter)
        #expect(page.xNote == "note")
        #expect(page.xSort == .desc)
    }

    /// A declared redirect is a response and is not followed.
    @Test func aRedirectIsHandedOver() async throws {
        guard case .ok("Bern") = try await client().findHome(name: "Ada"),
            case .found(let answer) = try await client().findHome(name: "Bob")
        else {
            Issue.record("no answer")
            return
        }
        #expect(answer.location == "http://other/pets/Bob")
    }

    @Test func whatIsLeftOutIsNotThere() async throws {
        guard case .ok(let page) = try await client().listPets() else {
            Issue.record("no page")
            return
        }
        #expect(page.xTotalCount == 3)
        #expect(page.link == nil)
        #expect(page.xTags == nil)
        #expect(page.xLimits == nil)
        #expect(page.xFilter == nil)
    }

    @Test func severalSuccessesHaveHeadersOfTheirOwn() async throws {
        let client = client(Pets(page: .notModified(.init(eTag: "\"7\""))))
        guard case .notModified(let answer) = try await client.listPets() else {
            Issue.record("no 304")
            return
        }
        #expect(answer.eTag == "\"7\"")
    }

    @Test func aSuccessWithoutABodyHasHeadersAlone() async throws {
        let added = try await client().addPet(body: Pet(name: "https://example.com/pets/1"))
        #expect(added.location == URL(string: "https://example.com/pets/1"))
        #expect(added.xVersion == 2)
        #expect(added.xExpires == Date(timeIntervalSince1970: 1_700_000_000))
    }

    @Test func failuresHaveTheirHeaders() async throws {
        await #expect { _ = try await client().addPet(body: Pet(name: "")) } throws: { error in
            guard case ClientError<TooManyRequestsFailure>.documented(.tooManyRequests(let answer), _) = error else {
                return false
            }
            return answer.body.title == "later" && answer.retryAfter == 7
        }
        await #expect { _ = try await client().logOut() } throws: { error in
            guard case ClientError<LogOutFailure>.documented(.clientError(401, let answer), _) = error else {
                return false
            }
            return answer.wwwAuthenticate == "Basic"
        }
    }

    @Test func cookiesAreNeverJoinedAndOddNamesArrive() async throws {
        let answer = try await client().logIn()
        #expect(answer.body == "welcome")
        #expect(answer.setCookie == ["a=1, 2; Path=/", "b=3"])
        #expect(answer.headerBody == "b")
        #expect(answer.headerResponse == 1)
        #expect(answer.headerStatus == 2)
        #expect(answer.itself == "me")
        #expect(answer.X_dash_A == "dash")
        #expect(answer.X_A == "underscore")
    }

    /// A value that could end its field and begin another one is not written.
    @Test(arguments: ["a\r\nX-Admin: 1", "a\nb", "\u{0}"])
    func aValueCannotBreakOutOfItsField(cookie: String) async throws {
        let router = APIRouter(Pets(cookies: [cookie]))
        let head = HTTPRequest(method: .post, scheme: "http", authority: "test", path: "/session")
        let response = try await router.respond(to: head)
        #expect(response.status == .internalServerError)
        #expect(response.headers[.setCookie] == nil)
    }

    // MARK: What other servers send

    /// Responds with fixed header fields and an empty list.
    private struct Canned: ClientTransport {
        var headers: HTTPFields

        func send(_ request: TransportRequest) async throws -> TransportResponse {
            var headers = headers
            headers[.contentType] = "application/json"
            return TransportResponse(head: HTTPResponse(status: .ok, headerFields: headers), body: HTTPBody("[]"))
        }
    }

    private func page(_ fields: [(String, String)]) async throws -> ListPetsOKResponse? {
        let fields = fields.compactMap { name, value in HTTPField.Name(name).map { HTTPField(name: $0, value: value) } }
        let client = ResponsesClient(server: "http://test", transport: Canned(headers: HTTPFields(fields)))
        if case .ok(let page) = try await client.listPets() { return page } else { return nil }
    }

    @Test func anOptionalHeaderThatIsSomethingElseIsAbsent() async throws {
        let page = try await page([("X-Total-Count", "4"), ("X-Limits", "%%%"), ("X-Filter", "{"), ("X-Sort", "odd")])
        #expect(page?.xTotalCount == 4)
        #expect(page?.xLimits == nil)
        #expect(page?.xFilter == nil)
        #expect(page?.xSort == ListPetsXSort(rawValue: "odd"))
    }

    @Test func aListMayStandOnSeveralLines() async throws {
        let page = try await page([("x-total-count", "4"), ("X-Tags", "a"), ("X-Tags", "b,c")])
        #expect(page?.xTags == ["a", "b", "c"])
    }

    @Test(arguments: [[], [("X-Total-Count", "many")]])
    func aRequiredHeaderMustBeThere(fields: [(String, String)]) async throws {
        await #expect { _ = try await page(fields) } throws: { error in
            guard case ClientError<ListPetsFailure>.decoding(let problem) = error else { return false }
            return problem.message.contains("X-Total-Count")
        }
    }
}
