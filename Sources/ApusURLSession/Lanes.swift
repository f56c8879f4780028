import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A session with its delegate.
final class Lane: Sendable {
    private let session: URLSession
    private let exchanges = Exchanges()
    /// The queue on which the session and its tasks are called. On Linux, such a call waits until all sessions of the process have
    /// taken the incoming data. It must not block the threads of Swift concurrency: the reader of the stream may need them.
    private let calls = DispatchQueue(label: "apus.calls")
    /// The scheme, host and port of its connections.
    let origin: String

    init(_ configuration: URLSessionConfiguration, origin: String = "") {
        self.origin = origin
        #if canImport(FoundationNetworking)
            let queue: OperationQueue? = DeliveryQueue()
        #else
            let queue: OperationQueue? = nil
        #endif
        session = URLSession(configuration: configuration, delegate: exchanges, delegateQueue: queue)
    }

    deinit { calls.async { [session] in session.finishTasksAndInvalidate() } }

    /// An exchange with the task that `makeTask` makes.
    func exchange(
        timeout: Duration, _ makeTask: @escaping @Sendable (URLSession) throws -> URLSessionDataTask
    ) async throws -> Exchange {
        try await withCheckedThrowingContinuation { continuation in
            calls.async {
                let task = Result { try makeTask(self.session) }
                continuation.resume(
                    with: task.map { self.exchanges.begin($0, calls: self.calls, timeout: timeout) })
            }
        }
    }
}

#if canImport(FoundationNetworking)
    /// Calls a session's delegate, and prevents the session from reading further before the delegate has seen what was read: an
    /// ordinary OperationQueue grows without limit if a server is faster.
    private final class DeliveryQueue: OperationQueue, @unchecked Sendable {
        private let deliveries = DispatchQueue(label: "apus.deliveries")
        private let permits = DispatchSemaphore(value: 4)

        override func addOperation(_ block: @escaping @Sendable () -> Void) {
            permits.wait()
            deliveries.async { [permits] in
                block()
                permits.signal()
            }
        }
    }

    /// The sessions of a transport: one for each exchange in progress. Those that are done wait for the next request to the same
    /// origin, since they have a connection to it.
    final class Lanes: Sendable {
        /// The maximum number of sessions that wait.
        private static let limit = 16

        private let configuration: URLSessionConfiguration
        private let lock = NSLock()
        private nonisolated(unsafe) var waiting: [Lane] = []

        init(_ configuration: URLSessionConfiguration) { self.configuration = configuration }

        /// A session for a request. `isFresh` requires a connection that has not been used before: if a server closes a connection
        /// just as it is reused, URLSession on Linux repeats the request with an empty body.
        func lane(to origin: String, isFresh: Bool) -> Lane {
            let known = lock.withLock { () -> Lane? in
                guard !isFresh, let index = waiting.lastIndex(where: { $0.origin == origin }) else { return nil }
                return waiting.remove(at: index)
            }
            return known ?? Lane(configuration, origin: origin)
        }

        /// Keeps a session whose exchange is done.
        func giveBack(_ lane: Lane) {
            let surplus = lock.withLock { () -> Lane? in
                waiting.append(lane)
                return waiting.count > Self.limit ? waiting.removeFirst() : nil
            }
            withExtendedLifetime(surplus) {}
        }
    }
#else
    /// The only session of a transport, which can have any number of exchanges.
    final class Lanes: Sendable {
        private let lane: Lane

        init(_ configuration: URLSessionConfiguration) { lane = Lane(configuration) }

        func lane(to origin: String, isFresh: Bool) -> Lane { lane }

        func giveBack(_ lane: Lane) {}
    }
#endif
