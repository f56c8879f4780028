#if Metrics
    public import ApusRuntime
    public import CoreMetrics

    extension ClientMiddleware where Self == MetricsMiddleware {
        /// Measures each request with swift-metrics.
        public static var metrics: Self { MetricsMiddleware() }
    }

    /// Measures how long each request takes, until its response begins: the timer `http.client.request.duration`, named and labelled
    /// as in OpenTelemetry's conventions.
    ///
    /// The labels are `http.request.method`, `url.template`, `http.response.status_code`, and `error.type` for a status from 400
    /// and for requests without a response. Listed after `.retries()`, it measures each attempt.
    public struct MetricsMiddleware: ClientMiddleware {
        private let factory: any MetricsFactory

        /// By default, the metrics go to the system's factory.
        public init(factory: any MetricsFactory = MetricsSystem.factory) { self.factory = factory }

        public func send(
            _ request: TransportRequest, in call: ClientCall, next: Next
        ) async throws -> TransportResponse {
            let start = ContinuousClock.now
            var labels = [
                ("http.request.method", call.operation.method.rawValue), ("url.template", call.operation.template),
            ]
            defer { record(start.duration(to: .now), labels) }
            do {
                let response = try await next(request)
                let status = response.head.status.code
                labels.append(("http.response.status_code", "\(status)"))
                if status >= 400 { labels.append(("error.type", "\(status)")) }
                return response
            } catch {
                labels.append(("error.type", "\(type(of: error))"))
                throw error
            }
        }

        private func record(_ duration: Duration, _ labels: [(String, String)]) {
            let (seconds, attoseconds) = duration.components
            let timer = CoreMetrics.Timer(label: "http.client.request.duration", dimensions: labels, factory: factory)
            timer.recordNanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
        }
    }
#endif
