import ApusRuntime
import Foundation
import HTTPTypes
import Testing
import WebhooksSDK

/// Webhooks and callbacks: the generated sender against the generated receiver.
struct WebhooksTests {
    private struct Hooks: ShopWebhooks {
        func authenticate(signature key: String) async throws -> String {
            guard key == "signed" else { throw Unauthorized() }
            return key
        }

        func orderPlaced(xDelivery: UUID, body: Order, context: OperationContext<String>) async throws {
            if body.id == "last" { throw ProblemFailure.gone(Problem(title: context.template)) }
        }
        func stockChangedPut(body: StockChangedPutRequest?, context: OperationContext<Void>) async throws -> [String] {
            body.map { ["\($0.left) left"] } ?? []
        }
        func stockChangedDelete(context: OperationContext<Void>) async throws {}
        func orderShipped(body: Order, context: OperationContext<Void>) async throws {}
        func progress(percent: Int, context: OperationContext<Void>) async throws -> Bool { percent < 100 }
        func delivered(context: OperationContext<Void>) async throws {}
        func greeting(context: OperationContext<Void>) async throws {}
        func unknown(context: OperationContext<Void>) async throws {}
        func traced(context: OperationContext<Void>) async throws {}
    }

    private var router: APIRouter {
        var router = APIRouter()
        router.register(Hooks(), at: ["/orderPlaced": "/hooks/orders"])
        return router
    }

    private func client(_ key: String = "signed") -> ShopWebhooksClient {
        ShopWebhooksClient(credentials: .signature(key), transport: InMemoryTransport(router))
    }

    @Test func webhooksArriveTyped() async throws {
        let client = client()
        try await client.orderPlaced(to: "https://me.example/hooks/orders", xDelivery: UUID(), body: Order(id: "1"))
        #expect(
            try await client.stockChangedPut(to: "https://me.example/stockChanged", body: .init(left: 3)) == ["3 left"])
        #expect(try await client.stockChangedPut(to: "https://me.example/stockChanged") == [])
        try await client.stockChangedDelete(to: "https://me.example/stockChanged")
    }

    @Test func whatTheReceiverDeclaresIsTyped() async throws {
        let url = "https://me.example/hooks/orders"
        do {
            try await client().orderPlaced(to: url, xDelivery: UUID(), body: Order(id: "last"))
            Issue.record("the receiver said that it wants no more")
        } catch .documented(.gone(let problem), _) {
            #expect(problem.title == "/hooks/orders")
        } catch {
            throw error
        }
        do {
            try await client("forged").orderPlaced(to: url, xDelivery: UUID(), body: Order(id: "1"))
            Issue.record("the signature is wrong")
        } catch .undocumented(let response) {
            #expect(response.status == 401)
        } catch {
            throw error
        }
    }

    @Test func aCallbacksURLComesFromWhatWasAsked() async throws {
        let callback = try #require(URL(string: "https://me.example/orderShipped?token=1#x"))
        let subscription = Subscription(
            callbackURL: callback, contact: .init(kind: .fast, other: .slow, webhook: .value("https://me.example"))
        )
        #expect(ShopWebhooksClient.orderShippedURL(body: subscription) == callback.absoluteString)
        #expect(ShopWebhooksClient.subscribeDeliveredURL(body: subscription) == "https://me.example")
        #expect(ShopWebhooksClient.returnOrderDeliveredURL(body: .init(callbackURL: callback)) == nil)
        let traced = ShopWebhooksClient.tracedURL(requestURL: "https://shop.example/subscriptions")
        #expect(traced == "https://hooks.example/POST/201?of=https://shop.example/subscriptions")
        #expect(ShopWebhooksClient.greetingURL(body: subscription) == "https://fast.example/slow")
        let progress = ShopWebhooksClient.progressURL(progressURL: "me.example", kind: .fast, response: .init(id: 7))
        #expect(progress == "https://me.example/fast?id=7")
        #expect(ShopWebhooksClient.progressURL(progressURL: nil, kind: .slow, response: .init(id: 7)) == nil)
        try await client().orderShipped(to: callback.absoluteString, body: Order(id: "1"))
    }

    @Test(
        arguments: [
            ("https://me.example", "https://me.example/?percent=1"),
            ("https://me.example/", "https://me.example/?percent=1"),
            ("https://me.example/a/", "https://me.example/a/?percent=1"),
            ("http://me.example:8080/a?b=c%20d#e", "http://me.example:8080/a?b=c%20d&percent=1"),
            ("https://me.example?b", "https://me.example/?b&percent=1"),
        ])
    func aURLIsSentAsItIsWithItsQueryBeforeTheParameters(_ url: String, _ sent: String) async throws {
        let recorder = Recorder(200, "true")
        _ = try await ShopWebhooksClient(transport: recorder).progress(to: url, percent: 1)
        #expect(await recorder.sent.map(\.url) == [sent])
    }

    @Test(arguments: ["", "me.example/a", "/a", "ftp://me.example", "https://me.example/{id}", "https://a b/"])
    func whatIsNoURLIsNotSent(_ url: String) async throws {
        let recorder = Recorder(200, "true")
        do {
            _ = try await ShopWebhooksClient(transport: recorder).progress(to: url, percent: 1)
            Issue.record("\(url) is not a URL")
        } catch .invalidRequest {
            #expect(await recorder.sent.isEmpty)
        } catch {
            throw error
        }
    }
}
