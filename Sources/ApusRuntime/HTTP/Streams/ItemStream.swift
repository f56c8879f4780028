/// Items that arrive one after another: the events of an event stream, the values of JSON Lines.
///
/// A client reads them as they arrive, and leaves the loop to end the exchange; a server makes them from any sequence:
///
///     for try await event in try await client.follow() { print(event.data.title) }
///     return ItemStream(updates)                 // an AsyncStream, or anything else that gives the items
///     return [ServerSentEvent("done")]
///
/// An item that cannot be read throws ``ItemStreamError`` from the loop. A stream that is received over the network can be read
/// only once.
public struct ItemStream<Element: Sendable>: AsyncSequence, Sendable {
    /// A function that returns the next item; `nil` at the end.
    typealias Items = () async throws -> Element?

    private let make: @Sendable () -> Items

    /// Items that `make` provides anew for each reader.
    init(items make: @escaping @Sendable () -> Items) { self.make = make }

    /// The items of `sequence`, at the pace of their reader.
    public init<Sequence: AsyncSequence & Sendable>(_ sequence: Sequence) where Sequence.Element == Element {
        self.init {
            var iterator = sequence.makeAsyncIterator()
            return { try await iterator.next() }
        }
    }

    /// Items that are already available.
    public init(_ elements: [Element]) {
        self.init {
            var rest = elements[...]
            return { rest.popFirst() }
        }
    }

    /// Reads a stream item by item.
    public struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate let items: Items

        /// - Throws: ``ItemStreamError``, `CancellationError`, or the reason why no more items arrived.
        public mutating func next() async throws -> Element? { try await items() }
    }

    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(items: make()) }

    /// All items, for streams that are known to end.
    public func collect() async throws -> [Element] {
        var elements: [Element] = []
        for try await element in self { elements.append(element) }
        return elements
    }
}

extension ItemStream: ExpressibleByArrayLiteral {
    public init(arrayLiteral elements: Element...) { self.init(elements) }
}

/// The reason why an item of an ``ItemStream`` could not be read.
public enum ItemStreamError: Error, Sendable {
    /// An item is not what the document declares: its index from 0, its text, and the error.
    case malformed(index: Int, text: String, JSONError)
    /// An item is not valid, and the client's connection validates responses: see ``Connection/validates``.
    case invalid(index: Int, text: String, [ValidationIssue])
    /// An item has more bytes than ``Connection/itemLimit`` or ``BodyLimits/item`` allows.
    case tooLong(limit: Int)
}

extension ItemStreamError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .malformed(let index, let text, let error):
            "Item \(index) of the stream could not be read: \(error) in \(text.prefix(200))"
        case .invalid(let index, let text, let issues):
            "Item \(index) of the stream is not valid: \(issues.map { "\($0)" }.joined(separator: "; ")) in \(text.prefix(200))"
        case .tooLong(let limit): "An item of the stream has more than \(limit) bytes"
        }
    }
}
