#if Logging
    public import ApusRuntime
    public import Logging

    extension ClientMiddleware where Self == LoggingMiddleware {
        /// Logs each request to swift-log when its response begins: at `level`, or as a warning if there is no response.
        ///
        ///     client.connection.middleware.append(.logging(to: logger))
        ///
        /// The message is `GET https://example.com/books -> 200`; the metadata contains the operation, the call and the duration. No query
        /// and no header field is shown except those in `headers`, and bodies of up to `bodies` bytes.
        public static func logging(
            to logger: Logger, level: Logger.Level = .debug, headers: [String] = [], bodies: Int = 0
        ) -> Self {
            .logging(headers: headers, bodies: bodies) { record in
                logger.log(level: record.isFailure ? .warning : level, "\(record.summary)", metadata: record.metadata)
            }
        }
    }

    extension ExchangeRecord {
        fileprivate var isFailure: Bool {
            if case .failure = outcome { true } else { false }
        }

        fileprivate var summary: String {
            switch outcome {
            case .response(let status): "\(operation.method) \(url) -> \(status)"
            case .failure(let error): "\(operation.method) \(url) -> \(error)"
            }
        }

        fileprivate var metadata: Logger.Metadata {
            var metadata: Logger.Metadata = [
                "operation": "\(operation.id)", "call": "\(callID)", "duration": "\(duration)",
            ]
            if !requestHeaders.isEmpty {
                metadata["request.headers"] = .dictionary(requestHeaders.mapValues { .string($0) })
            }
            if !responseHeaders.isEmpty {
                metadata["response.headers"] = .dictionary(responseHeaders.mapValues { .string($0) })
            }
            if let requestBody { metadata["request.body"] = .string(String(decoding: requestBody, as: UTF8.self)) }
            if let responseBody { metadata["response.body"] = .string(String(decoding: responseBody, as: UTF8.self)) }
            return metadata
        }
    }
#endif
