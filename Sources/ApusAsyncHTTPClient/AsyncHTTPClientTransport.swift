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
    /// Bodies are streams both ways, at the pace of the slower side. Redirects, TLS and proxies follow the configuration of the `HTTPClient`.
    public struct AsyncHTTPClientTransport: ClientTransport {
        private let client: HTTPClient
        private let timeout: TimeAmount

        /// `timeout` is for an exchange up to the response's head. As long as it lasts, an `HTTPClient` tries to connect to a server that does
        /// not answer, unless its configuration says otherwise.
        public init(client: HTTPClient = .shared, timeout: Duration = .seconds(60)) {
            self.client = client
            self.timeout = TimeAmount(timeout)
        }

        /// - Throws: `HTTPClientError` and what NIO throws where no response came, or `CancellationError`.
        public func send(_ request: TransportRequest) async throws -> TransportResponse {
            let response = try await client.execute(HTTPClientRequest(request), timeout: timeout)
            var fields = HTTPFields()
            for (name, value) in response.headers {
                if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
            }
            let status = HTTPResponse.Status(
                code: Int(response.status.code), reasonPhrase: response.status.reasonPhrase)
            let length = fields[.contentEncoding] == nil ? fields[.contentLength].flatMap { Int($0) } : nil
            let body = HTTPBody(once: response.body.map { Array($0.readableBytesView) }, length: length)
            return TransportResponse(head: HTTPResponse(status: status, headerFields: fields), body: body)
        }
    }

    extension HTTPClientRequest {
        init(_ request: TransportRequest) {
            self.init(url: request.url ?? "")
            method = HTTPMethod(rawValue: request.head.method.rawValue)
            for field in request.head.headerFields { headers.add(name: field.name.rawName, value: field.value) }
            guard let content = request.body else { return }
            if let bytes = content.buffered {
                body = .bytes(ByteBuffer(bytes: bytes))
            } else {
                let length = content.length.map { HTTPClientRequest.Body.Length.known(Int64($0)) } ?? .unknown
                body = .stream(content.map { ByteBuffer(bytes: $0) }, length: length)
            }
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
