import ApusRuntime
import Foundation
import HTTPTypes
import SamplesSDK
import Testing

/// Samples are valid, are the same after a round trip, and are the responses of the generated server.
struct SamplesTests {
    private struct Trial: Sendable, CustomStringConvertible {
        var description: String
        var issues: @Sendable () -> ValidationIssues
        var comesBack: @Sendable () throws -> Bool

        init<Model: JSONCodable & Hashable & Validated>(_ sample: Model) {
            description = "\(Model.self)"
            issues = { sample.validate() }
            comesBack = { try Model(jsonText: try sample.jsonText()) == sample }
        }
    }

    private static let trials = [
        Trial(Order.sample), Trial(Line.sample), Trial(Contact.sample), Trial(Mail.sample), Trial(Phone.sample),
        Trial(Constrained.sample), Trial(Pair.sample), Trial(Tree.sample), Trial(Sample.sample),
    ]

    @Test(arguments: trials)
    private func isValidAndComesBack(trial: Trial) throws {
        #expect(trial.issues().isEmpty)
        #expect(try trial.comesBack())
    }

    /// The document's own values, and values that match patterns, formats and bounds.
    @Test func saysWhatTheDocumentGives() {
        #expect(Line.sample.article == "Hex nut" && Line.sample.count == 12)
        #expect(Tree.sample.value == 7)
        #expect(Contact.sample == .mail(.sample) && Mail.sample.by == "Mail")
        #expect(Order.sample.number == "AB-7" && Order.sample.lines == [Line(article: "Bolt", count: 12)])
        #expect(Constrained.sample.twins == [.sample, Pair(left: 2, right: 2)])
    }

    // MARK: The server

    private struct Stub: SampleWorkshopAPI {
        func findTheImpossible(since: Date?, context: OperationContext<Void>) async throws -> Impossible {
            throw Unauthorized()
        }
    }

    /// Its own responses replace the samples.
    private struct Refusing: SampleWorkshopAPI {
        func authenticate(key: String) async throws { throw Unauthorized() }

        func findTheImpossible(since: Date?, context: OperationContext<Void>) async throws -> Impossible {
            throw Unauthorized()
        }
    }

    private func client(_ server: some APIServer) -> WorkshopClient {
        WorkshopClient(server: "http://test", credentials: .key("k"), transport: InMemoryTransport(server))
    }

    @Test func theServerAnswersWithSamples() async throws {
        let client = client(Stub())
        let orders = try await client.listOrders()
        #expect(orders.count == 2 && orders.first == .sample)
        // The example of the response, not the sample of its type.
        #expect(try await client.placeOrder(body: .sample).order?.lines.first?.article == "Bolt")
        try await client.cancelOrder(number: "AB-1")
    }

    @Test func whatAServerImplementsItselfCounts() async throws {
        await #expect(throws: ClientError<Never>.self) { try await client(Refusing()).cancelOrder(number: "AB-1") }
        #expect(try await client(Refusing()).listOrders().count == 2)
    }
}

extension PlaceOrderOutput {
    fileprivate var order: Order? {
        if case .created(let order) = self { order } else { nil }
    }
}
