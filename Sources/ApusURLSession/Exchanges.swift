import ApusRuntime
import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The requests in progress, by their tasks; passes on what a session reports.
final class Exchanges: NSObject, URLSessionDataDelegate {
    private let lock = NSLock()
    /// By the task's identifier; protected by `lock`.
    private nonisolated(unsafe) var exchanges: [Int: Exchange] = [:]

    func begin(_ task: URLSessionDataTask, calls: DispatchQueue, timeout: Duration) -> Exchange {
        let exchange = Exchange(task, calls: calls, timeout: timeout)
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

    func urlSession(
        _ session: URLSession, task: URLSessionTask, didSendBodyData bytesSent: Int64, totalBytesSent: Int64,
        totalBytesExpectedToSend: Int64
    ) {
        self[task]?.idle.sign()
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        end(task, error)
    }

    private func end(_ task: URLSessionTask, _ error: (any Error)?) {
        guard let exchange = lock.withLock({ exchanges.removeValue(forKey: task.taskIdentifier) }) else { return }
        // Some responses without a body are not reported before the end.
        if error == nil, let response = task.response as? HTTPURLResponse { exchange.receive(response) }
        exchange.finish(error)
    }

    /// No redirect is followed: the client does that; see `ClientTransport`.
    func urlSession(
        _ session: URLSession,
        task: URLSessionTask,
        willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest,
        completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }

    #if canImport(FoundationNetworking)
        /// The only challenge here is a 401 with `WWW-Authenticate: Basic`, which comes once the response has been delivered.
        /// Without this method, the task would wait forever.
        func urlSession(
            _ session: URLSession,
            task: URLSessionTask,
            didReceive challenge: URLAuthenticationChallenge,
            completionHandler: @escaping @Sendable (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
        ) {
            end(task, nil)
            completionHandler(.cancelAuthenticationChallenge, nil)
        }
    #endif
}
