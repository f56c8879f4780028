#if Tracing
    public import ApusRuntime
    import HTTPTypes
    public import Tracing

    extension ClientMiddleware where Self == TracingMiddleware {
        /// Creates a span for each request with swift-distributed-tracing.
        public static var tracing: Self { TracingMiddleware() }
    }

    /// Creates a span for each request, until its response begins, and sends the trace's context with it, so that the server's spans
    /// become part of the trace. Names and attributes follow OpenTelemetry's conventions: the span is called `GET /books/{id}`.
    ///
    /// Listed after `.retries()`, it creates a span for each attempt.
    public struct TracingMiddleware: ClientMiddleware {
        private let tracer: any Tracer

        /// By default, the spans go to the system's tracer.
        public init(tracer: any Tracer = InstrumentationSystem.tracer) { self.tracer = tracer }

        public func send(
            _ request: TransportRequest, in call: ClientCall, next: Next
        ) async throws -> TransportResponse {
            try await tracer.withAnySpan("\(call.operation)", ofKind: .client) { span in
                span.attributes["http.request.method"] = call.operation.method.rawValue
                span.attributes["url.template"] = call.operation.template
                var request = request
                tracer.inject(span.context, into: &request.head.headerFields, using: FieldInjector())
                let response = try await next(request)
                let status = response.head.status.code
                span.attributes["http.response.status_code"] = status
                if status >= 400 {
                    span.attributes["error.type"] = "\(status)"
                    span.setStatus(SpanStatus(code: .error))
                }
                return response
            }
        }
    }

    private struct FieldInjector: Injector {
        func inject(_ value: String, forKey key: String, into fields: inout HTTPFields) {
            if let name = HTTPField.Name(key) { fields[name] = value }
        }
    }
#endif
