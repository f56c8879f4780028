import ApusRuntime
import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A request in progress: first the head of its response, then the chunks of the body at the pace of the reader.
///
/// URLSession delivers data as it arrives. If that is more than the reader takes, the task is suspended, so that the connection
/// fills up and the server waits. This does not work on Linux, where URLSession repeats a request after a suspension, and has one
/// queue for all sessions of a process, which must not wait for a reader: there, data that has not been read is kept in memory, up
/// to the limit of a reader that reads the whole body.
final class Exchange: Sendable {
    typealias HeadContinuation = CheckedContinuation<HTTPURLResponse, any Error>

    /// The number of bytes that may wait for their reader before the task is suspended.
    private static let mark = 1 << 20

    /// Everything that waits for the end.
    private typealias Waiting = (HeadContinuation?, CheckedContinuation<[UInt8]?, any Error>?, (@Sendable () -> Void)?)

    private struct State {
        var head: HeadContinuation?
        /// The head, if it arrived before anything waited for it.
        var response: HTTPURLResponse?
        var reader: CheckedContinuation<[UInt8]?, any Error>?
        var chunks: [[UInt8]] = []
        var waiting = 0
        /// The number of bytes received, and the maximum that the reader takes.
        var (count, limit) = (0, Int.max)
        var isSuspended = false
        /// How it ended; `nil` while it is in progress.
        var end: Result<Void, any Error>?
        /// The action to run after it has ended successfully.
        var whenDone: (@Sendable () -> Void)?
    }

    private let task: URLSessionDataTask
    /// The queue on which the task is called; see ``Lane/calls``.
    private let calls: DispatchQueue
    /// The time in which the head must arrive, counted from each sign of activity.
    let idle: IdleLimit
    private let lock = NSLock()
    private nonisolated(unsafe) var state = State()

    init(_ task: URLSessionDataTask, calls: DispatchQueue, timeout: Duration) {
        self.task = task
        self.calls = calls
        idle = IdleLimit(timeout)
    }

    /// Sets the action to run after everything has been received.
    func whenDone(_ action: @escaping @Sendable () -> Void) { lock.withLock { state.whenDone = action } }

    /// The head, as soon as it has arrived.
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

    /// Ends the exchange: immediately for its reader, and for the server as soon as the session can.
    func cancel() {
        finish(CancellationError())
        calls.async { [task] in task.cancel() }
    }

    /// Makes the reader take no more than `limit` bytes, and fail if there are more.
    func stop(after limit: Int) { lock.withLock { state.limit = limit } }

    // MARK: What URLSession says

    /// Interim responses are not the final response (RFC 9110, section 15.2), but URLSession on Linux delivers them, too.
    func receive(_ response: HTTPURLResponse) {
        guard response.statusCode >= 200 else { return idle.sign() }
        let head = lock.withLock {
            if state.head == nil { state.response = response }
            return state.head.take()
        }
        head?.resume(returning: response)
    }

    func receive(_ data: Data) {
        // Data that nobody reads is dropped as fast as possible: on Linux, URLSession cancels a task only during a pause between
        // its bytes.
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

    /// Everything that waits, as one chunk. The caller holds `lock`.
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
