import ApusRuntime
import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A request under way: first its head, then the chunks of its body at the pace of who reads them.
///
/// URLSession delivers what it has as it comes. Where that is more than a reader takes, the task is suspended, so that the
/// connection fills up and the server waits. Not so on Linux: its URLSession delivers bytes twice after a suspension
/// (20 MB became 36), so that what a slow reader has not taken is kept in memory.
final class Exchange: Sendable {
    typealias HeadContinuation = CheckedContinuation<HTTPURLResponse, any Error>

    /// How many bytes may wait for their reader before the task is suspended.
    private static let mark = 1 << 20

    private struct State {
        var head: HeadContinuation?
        var reader: CheckedContinuation<[UInt8]?, any Error>?
        var chunks: [[UInt8]] = []
        var waiting = 0
        var isSuspended = false
        /// How it ended, `nil` as long as it goes on.
        var end: Result<Void, any Error>?
    }

    private let task: URLSessionDataTask
    private let lock = NSLock()
    private nonisolated(unsafe) var state = State()

    init(_ task: URLSessionDataTask) { self.task = task }

    /// The head, once it is there.
    func head() async throws -> HTTPURLResponse {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                lock.withLock { state.head = continuation }
                task.resume()
            }
        } onCancel: {
            task.cancel()
        }
    }

    func cancel() { task.cancel() }

    // MARK: What URLSession says

    func receive(_ response: HTTPURLResponse) {
        lock.withLock { state.head.take() }?.resume(returning: response)
    }

    func receive(_ data: Data) {
        let chunk = Array(data)
        let reader = lock.withLock { () -> CheckedContinuation<[UInt8]?, any Error>? in
            if let reader = state.reader.take() { return reader }
            state.chunks.append(chunk)
            state.waiting += chunk.count
            #if !canImport(FoundationNetworking)
                if state.waiting > Self.mark, !state.isSuspended {
                    state.isSuspended = true
                    task.suspend()
                }
            #endif
            return nil
        }
        reader?.resume(returning: chunk)
    }

    func finish(_ error: (any Error)?) {
        let error = (error as? URLError)?.code == .cancelled ? CancellationError() : error
        let (head, reader) = lock.withLock {
            state.end = error.map { .failure($0) } ?? .success(())
            return (state.head.take(), state.reader.take())
        }
        head?.resume(throwing: error ?? URLError(.badServerResponse))
        if let error { reader?.resume(throwing: error) } else { reader?.resume(returning: nil) }
    }

    // MARK: Reading

    /// The next chunk, `nil` at the end.
    func next() async throws -> [UInt8]? {
        try Task.checkCancellation()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                switch take(or: continuation) {
                case .chunk(let chunk): continuation.resume(returning: chunk)
                case .end(.success): continuation.resume(returning: nil)
                case .end(.failure(let error)): continuation.resume(throwing: error)
                case .later: break
                }
            }
        } onCancel: {
            task.cancel()
        }
    }

    private enum Found {
        case chunk([UInt8])
        case end(Result<Void, any Error>)
        /// The continuation is kept.
        case later
    }

    private func take(or continuation: CheckedContinuation<[UInt8]?, any Error>) -> Found {
        lock.withLock {
            if !state.chunks.isEmpty { return .chunk(takeChunk()) }
            if let end = state.end { return .end(end) }
            state.reader = continuation
            return .later
        }
    }

    /// Everything that waits, as one chunk. Held by `lock`.
    private func takeChunk() -> [UInt8] {
        let chunk = state.chunks.count == 1 ? state.chunks[0] : Array(state.chunks.joined())
        state.chunks = []
        state.waiting = 0
        if state.isSuspended {
            state.isSuspended = false
            task.resume()
        }
        return chunk
    }
}

/// The body of an exchange. When nobody refers to it any more, the exchange is over.
struct ExchangeBody: AsyncSequence, Sendable {
    fileprivate final class Reading: Sendable {
        let exchange: Exchange

        init(_ exchange: Exchange) { self.exchange = exchange }

        deinit { exchange.cancel() }
    }

    struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate let reading: Reading

        func next() async throws -> [UInt8]? { try await reading.exchange.next() }
    }

    private let reading: Reading

    init(_ exchange: Exchange) { reading = Reading(exchange) }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(reading: reading) }
}
