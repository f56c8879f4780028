import ApusRuntime
import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A request under way: first its head, then the chunks of its body at the pace of who reads them.
///
/// URLSession delivers what it has as it comes. Where that is more than a reader takes, the task is suspended, so that the
/// connection fills up and the server waits. Not so on Linux, whose URLSession makes a request anew after a suspension, and has one
/// queue for all sessions of a process, which must not wait for a reader: there what is not taken is kept in memory, up to the
/// limit of a reader who wants the whole.
final class Exchange: Sendable {
    typealias HeadContinuation = CheckedContinuation<HTTPURLResponse, any Error>

    /// How many bytes may wait for their reader before the task is suspended.
    private static let mark = 1 << 20

    /// Who waits for the end.
    private typealias Waiting = (HeadContinuation?, CheckedContinuation<[UInt8]?, any Error>?, (@Sendable () -> Void)?)

    private struct State {
        var head: HeadContinuation?
        /// The head, where it came before somebody waited for it.
        var response: HTTPURLResponse?
        var reader: CheckedContinuation<[UInt8]?, any Error>?
        var chunks: [[UInt8]] = []
        var waiting = 0
        /// How many bytes came, and how many the reader takes at most.
        var (count, limit) = (0, Int.max)
        var isSuspended = false
        /// How it ended, `nil` as long as it goes on.
        var end: Result<Void, any Error>?
        /// What is done once it has ended well.
        var whenDone: (@Sendable () -> Void)?
    }

    private let task: URLSessionDataTask
    /// Where the task is called, see ``Lane/calls``.
    private let calls: DispatchQueue
    /// How long it may take until the head is there, from each sign of life on.
    let idle: IdleLimit
    private let lock = NSLock()
    private nonisolated(unsafe) var state = State()

    init(_ task: URLSessionDataTask, calls: DispatchQueue, timeout: Duration) {
        self.task = task
        self.calls = calls
        idle = IdleLimit(timeout)
    }

    /// What to do once everything has come.
    func whenDone(_ action: @escaping @Sendable () -> Void) { lock.withLock { state.whenDone = action } }

    /// The head, once it is there.
    func head() async throws -> HTTPURLResponse {
        calls.async { [task] in task.resume() }
        return try await idle.wait {
            try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { self.wait(with: $0) }
            } onCancel: {
                self.cancel()
            }
        }
    }

    private func wait(with continuation: HeadContinuation) {
        let found = lock.withLock { () -> Result<HTTPURLResponse, any Error>? in
            if let response = state.response { return .success(response) }
            if let end = state.end { return end.flatMap { .failure(URLError(.badServerResponse)) } }
            state.head = continuation
            return nil
        }
        if let found { continuation.resume(with: found) }
    }

    /// Ends the exchange: at once for its reader, and as soon as the session can for the server.
    func cancel() {
        finish(CancellationError())
        calls.async { [task] in task.cancel() }
    }

    /// A reader takes no more bytes than that, and fails if there are more.
    func stop(after limit: Int) { lock.withLock { state.limit = limit } }

    // MARK: What URLSession says

    /// Interim answers are not the response (RFC 9110, section 15.2); Linux's URLSession announces them all the same.
    func receive(_ response: HTTPURLResponse) {
        guard response.statusCode >= 200 else { return idle.sign() }
        let head = lock.withLock {
            if state.head == nil { state.response = response }
            return state.head.take()
        }
        head?.resume(returning: response)
    }

    func receive(_ data: Data) {
        // What nobody takes is dropped as fast as possible: Linux's URLSession cancels a task only in a pause between its bytes.
        if lock.withLock({ state.end != nil || state.count > state.limit }) { return }
        let chunk = Array(data)
        let reader = lock.withLock { () -> CheckedContinuation<[UInt8]?, any Error>? in
            state.count += chunk.count
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
        let error = error.map { ($0 as? URLError)?.code == .cancelled ? CancellationError() : $0.redacted }
        let (head, reader, whenDone) = lock.withLock { () -> Waiting in
            guard state.end == nil else { return (nil, nil, nil) }
            state.end = error.map { .failure($0) } ?? .success(())
            return (state.head.take(), state.reader.take(), state.whenDone.take())
        }
        if error == nil { whenDone?() }
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
            cancel()
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
        let chunk = state.chunks.count == 1 ? state.chunks[0] : state.chunks.reduce(into: []) { $0 += $1 }
        state.chunks = []
        state.waiting = 0
        if state.isSuspended {
            state.isSuspended = false
            task.resume()
        }
        return chunk
    }
}
