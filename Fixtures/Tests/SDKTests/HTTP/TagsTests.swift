import ApusRuntime
import Foundation
import TagsSDK
import Testing

/// Operations grouped by their tags: one client, and a server for all groups or for a single one.
struct TagsTests {
    private struct Library: LibraryAPI {
        func authenticate(reader token: String) async throws -> String {
            guard token == "t" else { throw Unauthorized() }
            return "Ann"
        }

        func getStatus(context: OperationContext<Void>) async throws {}
        func countBooks(context: OperationContext<String>) async throws -> Int { 3 }
        func addBook(body: Book, context: OperationContext<String>) async throws {
            throw ProblemFailure.conflict(Problem(title: body.title))
        }
        func listBooks(context: OperationContext<String>) async throws -> [Book] { [Book(title: context.identity)] }
        func listLoans(since: Date?, context: OperationContext<String>) async throws -> ListLoansOutput {
            since == nil ? .accepted : .ok([])
        }
    }

    private struct Staff: LibraryStaffOnlyAPI {
        func authenticate(reader token: String) async throws -> Int { 7 }
        func countBooks(context: OperationContext<Int>) async throws -> Int { context.identity }
    }

    private func client(_ server: some APIServer, token: String = "t") -> LibraryClient {
        LibraryClient(server: "http://test", credentials: .reader(token), transport: InMemoryTransport(server))
    }

    @Test func theWholeAPIHasEveryGroup() async throws {
        let client = client(Library())
        try await client.getStatus()
        #expect(try await client.countBooks() == 3)
        #expect(try await client.listBooks() == [Book(title: "Ann")])
        #expect(try await client.listLoans(since: Date()) == .ok([]))
        await #expect(throws: ClientError<ProblemFailure>.self) { try await client.addBook(body: .init(title: "x")) }
        await #expect(throws: ClientError<Never>.self) { try await self.client(Library(), token: "no").countBooks() }
    }

    @Test func aGroupIsServedAlone() async throws {
        let client = client(Staff())
        #expect(try await client.countBooks() == 7)
        do {
            try await client.getStatus()
        } catch .undocumented(let response) {
            #expect(response.status == 404)
        } catch {
            throw error
        }
    }
}

extension ListLoansOutput: Equatable {
    public static func == (lhs: Self, rhs: Self) -> Bool { "\(lhs)" == "\(rhs)" }
}
