import ApusRuntime
import LinksSDK
import Testing

/// Links: an operation is called with values from the request and the response of another.
struct LinksTests {
    private struct Family: FamilyAPI {
        func getTag(tag: LinksSDK.Tag, context: OperationContext<Void>) async throws {}
        func listPeople(context: OperationContext<Void>) async throws -> ListPeopleOutput {
            ListPeopleOutput(body: Parents(count: 2, mother: 5), xNext: 8, xLast: "9")
        }
        func addPerson(body: Person, context: OperationContext<Void>) async throws -> Person { body }
        func getPerson(id: Int, depth: Int, context: OperationContext<Void>) async throws -> Person {
            Person(id: id, name: "depth \(depth)")
        }
        func putPerson(id: Int, body: Person, context: OperationContext<Void>) async throws {
            let place = "\(context.request.authority ?? "")\(context.request.path ?? "")"
            guard place == "archive.example.com/people/4", body.name == "Nobody" else { throw Forbidden() }
        }
        func listChildren(
            id: Int, order: ListChildrenOrder?, context: OperationContext<Void>
        ) async throws -> [Person] { [Person(id: id, name: order?.rawValue ?? "")] }
        func sendMail(address: String, body: String, context: OperationContext<Void>) async throws {
            guard ["3 hello", "9 Last", "GET 200"].contains("\(address) \(body)") else { throw Forbidden() }
        }
    }

    private let client = FamilyClient(server: "http://test", transport: InMemoryTransport(Family()))

    @Test func valuesComeFromRequestAndAnswer() async throws {
        let person = try await client.addPerson(body: Person(id: 3, name: "Ann", parents: .init(count: 2, mother: 2)))
        #expect(try await client.selfSchema(of: person, depth: 5).name == "depth 5")
        #expect(try await client.mother(of: person).id == 2)
        #expect(try await client.children(id: 3).map(\.name) == ["oldest"])
        try await client.mail(of: person, body: "hello")
        let crowd = Person(id: 1, name: "Abe", parents: .init(count: 3, father: 3))
        try await client.mailCount(of: crowd, body: "hello")
        try await client.mailFather(of: crowd, body: "hello")
    }

    @Test func valuesComeFromHeadersAndTheRequest() async throws {
        let list = try await client.listPeople()
        #expect(try await client.byHeader(of: list).id == 8)
        #expect(try await client.first(of: list).id == 5)
        try await client.mailLast(of: list)
        try await client.how()
    }

    @available(*, deprecated)
    @Test func aLinkMayLeadToAnotherServer() async throws {
        try await client.forget(id: 4)
        await #expect(throws: (any Error).self) {
            try await client.remember(id: 4, body: Person(id: 0, name: "Nobody"))
        }
    }

    @Test func aValueThatIsNotThereIsNotSent() async throws {
        do {
            _ = try await client.mother(of: Person(id: 1, name: "Eve"))
            Issue.record("Eve has no mother")
        } catch .invalidRequest(let error) {
            #expect(error.message == "The link has no value for id")
        } catch {
            throw error
        }
    }
}
