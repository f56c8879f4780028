/// The body of an exchange. When there are no more references to it, the exchange ends.
struct ExchangeBody: AsyncSequence, Sendable {
    fileprivate final class Reading: Sendable {
        let exchange: Exchange
        /// Keeps the session alive as long as the body is being read.
        let owner: any AnyObject & Sendable

        init(_ exchange: Exchange, _ owner: any AnyObject & Sendable) {
            self.exchange = exchange
            self.owner = owner
        }

        deinit { exchange.cancel() }
    }

    struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate let reading: Reading

        func next() async throws -> [UInt8]? { try await reading.exchange.next() }
    }

    private let reading: Reading

    init(_ exchange: Exchange, owner: any AnyObject & Sendable) { reading = Reading(exchange, owner) }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(reading: reading) }
}
