#if AsyncHTTPClient
    public import ApusRuntime
    public import AsyncHTTPClient
    import HTTPTypes
    import NIOCore
    import NIOHTTP1

    /// Sends a client's requests with `HTTPClient` of async-http-client, which is the faster choice on servers.
    ///
    ///     let client = OpenHandsClient(
    ///         server: .production, credentials: .apiKeyHeader("..."), transport: AsyncHTTPClientTransport())
    ///
    /// Redirects, TLS and proxies follow the configuration of the `HTTPClient`.
    public struct AsyncHTTPClientTransport: ClientTransport {
        private let client: HTTPClient
        private let timeout: TimeAmount

        /// `timeout` is for a whole exchange. As long as it lasts, an `HTTPClient` tries to connect to a server that does
        /// not answer, unless its configuration says otherwise.
        public init(client: HTTPClient = .shared, timeout: Duration = .seconds(60)) {
            self.client = client
            self.timeout = TimeAmount(timeout)
        }

        /// - Throws: `HTTPClientError` and what NIO throws where no response came, `ResponseTooLarge`, or
        ///   `CancellationError`.
        public func send(_ request: TransportRequest) async throws -> TransportResponse {
            let response = try await client.execute(HTTPClientRequest(request), timeout: timeout)
            let body: ByteBuffer
            do {
                body = try await response.body.collect(upTo: request.responseLimit)
            } catch is NIOTooManyBytesError {
                throw ResponseTooLarge(limit: request.responseLimit)
            }
            var fields = HTTPFields()
            for (name, value) in response.headers {
                if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
            }
            let status = HTTPResponse.Status(
                code: Int(response.status.code), reasonPhrase: response.status.reasonPhrase)
            return TransportResponse(
                head: HTTPResponse(status: status, headerFields: fields), body: Array(body.readableBytesView))
        }
    }

    extension HTTPClientRequest {
        init(_ request: TransportRequest) {
            self.init(url: request.url ?? "")
            method = HTTPMethod(rawValue: request.head.method.rawValue)
            for field in request.head.headerFields { headers.add(name: field.name.rawName, value: field.value) }
            if let bytes = request.body { body = .bytes(ByteBuffer(bytes: bytes)) }
        }
    }
#else
    /// Enable the package's trait `AsyncHTTPClient` to use it:
    ///
    ///     .package(url: "...", from: "...", traits: ["AsyncHTTPClient"])
    @available(
        *, unavailable, message: "Enable the trait 'AsyncHTTPClient' of the package 'apus' to use this transport."
    )
    public struct AsyncHTTPClientTransport {}
#endif
