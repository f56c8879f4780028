/// How the items of a stream are written in a body.
struct ItemFormat<Element: Sendable>: Sendable {
    /// The items that a chunk completes or, if there is no chunk, those that the end completes.
    struct Batch {
        var items: ArraySlice<Result<Element, any Error>> = []
        /// Whether no more items follow, even if the body contains more.
        var isLast = false
    }

    typealias Reader = ([UInt8]?) -> Batch

    /// A reader for items of up to `limit` bytes.
    var reader: @Sendable (_ limit: Int) -> Reader
    var write: @Sendable (Element) throws -> [UInt8]
}

/// Divides chunks into items.
protocol ItemParser {
    associatedtype Item

    /// Whether an item exceeds the limit on its size; then nothing more is read.
    var isTooLong: Bool { get }

    init(limit: Int)

    /// The items that a chunk completes; `nil` means the end.
    mutating func parse(_ chunk: [UInt8]?) -> [Item]
}

extension ItemFormat {
    /// A format whose items are found by `Parser` and read by `decode`; if `decode` returns `nil`, the stream ends.
    init<Parser: ItemParser & SendableMetatype>(
        _ parser: Parser.Type,
        decode: @escaping @Sendable (Parser.Item, _ index: Int) throws -> Element?,
        write: @escaping @Sendable (Element) throws -> [UInt8]
    ) {
        self.write = write
        reader = { limit in
            var parser = Parser(limit: limit)
            var index = 0
            return { chunk in
                var batch = Batch()
                for item in parser.parse(chunk) {
                    do {
                        guard let element = try decode(item, index) else {
                            batch.isLast = true
                            return batch
                        }
                        batch.items.append(.success(element))
                    } catch {
                        batch.items.append(.failure(error))
                        batch.isLast = true
                        return batch
                    }
                    index += 1
                }
                if parser.isTooLong { batch.items.append(.failure(ItemStreamError.tooLong(limit: limit))) }
                batch.isLast = parser.isTooLong || chunk == nil
                return batch
            }
        }
    }
}

extension ItemStream {
    /// The items of a body that is being received.
    init(_ body: HTTPBody, limit: Int, format: ItemFormat<Element>) {
        // Between two items a server may be silent for as long as it likes.
        var body = body
        body.idleLimit = nil
        let stream = body
        self.init {
            // Released at the end of the items, which may come before the end of the body: this ends the exchange.
            var chunks: HTTPBody.AsyncIterator? = stream.makeAsyncIterator()
            let read = format.reader(limit)
            var items: ArraySlice<Result<Element, any Error>> = []
            return {
                while items.isEmpty, chunks != nil {
                    let batch = read(try await chunks?.next())
                    items = batch.items
                    if batch.isLast { chunks = nil }
                }
                return try items.popFirst()?.get()
            }
        }
    }

    /// The body that sends the items as they become available.
    func body(_ format: ItemFormat<Element>) -> HTTPBody {
        HTTPBody(length: nil, contentType: nil) {
            var items = makeAsyncIterator()
            return { try await items.next().map(format.write) }
        }
    }
}
