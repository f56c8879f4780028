import ApusRuntime
import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The requests under way: puts each response together and resumes the caller when it is whole or has failed.
final class Exchanges: NSObject, URLSessionDataDelegate {
    typealias Continuation = CheckedContinuation<(HTTPURLResponse, Data), any Error>

    private struct Exchange {
        let continuation: Continuation
        let limit: Int
        var response: HTTPURLResponse?
        var body = Data()
        var isTooLarge = false
    }

    private let lock = NSLock()
    /// By the task's identifier; held by `lock`.
    private nonisolated(unsafe) var exchanges: [Int: Exchange] = [:]

    func begin(_ task: URLSessionDataTask, limit: Int, _ continuation: Continuation) {
        lock.withLock { exchanges[task.taskIdentifier] = Exchange(continuation: continuation, limit: limit) }
        task.resume()
    }

    func urlSession(
        _ session: URLSession,
        dataTask: URLSessionDataTask,
        didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        lock.withLock { exchanges[dataTask.taskIdentifier]?.response = response as? HTTPURLResponse }
        completionHandler(.allow)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let isTooLarge = lock.withLock {
            guard var exchange = exchanges.removeValue(forKey: dataTask.taskIdentifier) else { return false }
            exchange.isTooLarge = exchange.body.count + data.count > exchange.limit
            if !exchange.isTooLarge { exchange.body.append(data) }
            exchanges[dataTask.taskIdentifier] = exchange
            return exchange.isTooLarge
        }
        if isTooLarge { dataTask.cancel() }
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        guard let exchange = lock.withLock({ exchanges.removeValue(forKey: task.taskIdentifier) }) else { return }
        exchange.continuation.resume(with: Self.outcome(of: exchange, error, task))
    }

    private static func outcome(
        of exchange: Exchange, _ error: (any Error)?, _ task: URLSessionTask
    ) -> Result<(HTTPURLResponse, Data), any Error> {
        if exchange.isTooLarge { return .failure(ResponseTooLarge(limit: exchange.limit)) }
        if let error {
            return .failure((error as? URLError)?.code == .cancelled ? CancellationError() : error)
        }
        guard let response = exchange.response ?? task.response as? HTTPURLResponse else {
            return .failure(URLError(.badServerResponse))
        }
        return .success((response, exchange.body))
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
