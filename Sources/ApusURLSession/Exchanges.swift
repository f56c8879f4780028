import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The requests under way, by their tasks: hands on what a session says.
final class Exchanges: NSObject, URLSessionDataDelegate {
    private let lock = NSLock()
    /// By the task's identifier; held by `lock`.
    private nonisolated(unsafe) var exchanges: [Int: Exchange] = [:]

    func begin(_ task: URLSessionDataTask) -> Exchange {
        let exchange = Exchange(task)
        lock.withLock { exchanges[task.taskIdentifier] = exchange }
        return exchange
    }

    private subscript(task: URLSessionTask) -> Exchange? {
        lock.withLock { exchanges[task.taskIdentifier] }
    }

    func urlSession(
        _ session: URLSession,
        dataTask: URLSessionDataTask,
        didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        if let response = response as? HTTPURLResponse { self[dataTask]?.receive(response) }
        completionHandler(.allow)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        self[dataTask]?.receive(data)
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        guard let exchange = lock.withLock({ exchanges.removeValue(forKey: task.taskIdentifier) }) else { return }
        // Some responses without a body are not announced.
        if error == nil, let response = task.response as? HTTPURLResponse { exchange.receive(response) }
        exchange.finish(error)
    }

    func urlSession(
        _ session: URLSession,
        task: URLSessionTask,
        willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest,
        completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        let original = task.originalRequest
        let isSame =
            request.httpMethod == original?.httpMethod && request.url?.scheme == original?.url?.scheme
            && request.url?.host == original?.url?.host && request.url?.port == original?.url?.port
        completionHandler(isSame ? request : nil)
    }
}
