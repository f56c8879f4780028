#if AsyncHTTPClient
    public import ApusRuntime
    public import AsyncHTTPClient
    import HTTPTypes
    public import NIOCore
    import NIOHTTP1
    import NIOHTTPCompression

    /// Sends a client's requests with `HTTPClient` of async-http-client, which is the better choice on Linux and on servers.
    ///
    ///     let client = OpenHandsClient(
    ///         server: .production, credentials: .apiKeyHeader("..."), transport: AsyncHTTPClientTransport())
    ///
    /// Bodies are streams in both directions, at the pace of the slower side; gzip and deflate are decompressed. TLS, proxies and
    /// the connection pool follow the configuration.
    public struct AsyncHTTPClientTransport: ClientTransport {
        private let owner: Owner
        private let timeout: Duration

        /// Uses connections that all transports of this kind share.
        ///
        /// `timeout` is the maximum time without activity: until the head of the response arrives, and between two chunks of a
        /// body. Event streams and other streams of items may be silent for longer.
        public init(timeout: Duration = .seconds(60)) {
            owner = .shared
            self.timeout = timeout
        }

        /// Uses its own connections. Whatever `configuration` says about redirects, `HTTPClient` follows none: it would send header
        /// fields with keys to other servers.
        public init(
            configuration: HTTPClient.Configuration,
            eventLoopGroup: any EventLoopGroup = HTTPClient.defaultEventLoopGroup,
            timeout: Duration = .seconds(60)
        ) {
            owner = Owner(configuration, eventLoopGroup)
            self.timeout = timeout
        }

        /// - Throws: `HTTPClientError` or an error from NIO if no response arrived, `ResponseTimeout`, `InvalidRequest` for a
        ///   header field that is not valid in HTTP, or `CancellationError`.
        public func send(_ request: TransportRequest) async throws -> TransportResponse {
            try Task.checkCancellation()
            let idle = IdleLimit(timeout)
            let sent = try HTTPClientRequest(request, idle)
            let client = owner.client
            let response = try await idle.wait { try await client.execute(sent, deadline: .distantFuture) }
            let head = HTTPResponse(response)
            let isCoded = head.headerFields[.contentEncoding] != nil
            let length = isCoded ? nil : head.headerFields[.contentLength].flatMap { Int($0) }
            let chunks = response.body.map { [owner] buffer in
                withExtendedLifetime(owner) { Array(buffer.readableBytesView) }
            }
            var body = HTTPBody(once: chunks, length: request.mayHaveBody(head) ? length : 0)
            body.idleLimit = timeout
            return TransportResponse(head: head, body: body)
        }
    }

    extension HTTPClient.Configuration {
        /// The default configuration of ``AsyncHTTPClientTransport``.
        public static var apus: Self {
            var configuration = Self(redirectConfiguration: .disallow, decompression: .enabled(limit: .none))
            // If a connection fails, the reason is reported immediately.
            configuration.connectionPool.retryConnectionEstablishment = false
            return configuration
        }
    }

    /// The owner of an `HTTPClient`, which must be shut down when nothing uses it any more.
    private final class Owner: Sendable {
        static let shared = Owner(.apus, HTTPClient.defaultEventLoopGroup)

        let client: HTTPClient

        init(_ configuration: HTTPClient.Configuration, _ group: any EventLoopGroup) {
            var configuration = configuration
            configuration.redirectConfiguration = .disallow
            client = HTTPClient(eventLoopGroup: group, configuration: configuration)
        }

        deinit { client.shutdown { _ in } }
    }

    extension HTTPClientRequest {
        fileprivate init(_ request: TransportRequest, _ idle: IdleLimit) throws {
            self.init(url: request.url ?? "")
            method = HTTPMethod(rawValue: request.head.method.rawValue)
            for field in try request.wireFields() { headers.add(name: field.name.rawName, value: field.value) }
            guard let content = request.body else { return }
            if let bytes = content.buffered {
                body = .bytes(ByteBuffer(bytes: bytes))
            } else {
                let length = content.length.map { HTTPClientRequest.Body.Length.known(Int64($0)) } ?? .unknown
                let chunks = content.map { chunk in
                    idle.sign()
                    return ByteBuffer(bytes: chunk)
                }
                body = .stream(chunks, length: length)
            }
        }
    }

    extension HTTPResponse {
        fileprivate init(_ response: HTTPClientResponse) {
            var fields = HTTPFields()
            for (name, value) in response.headers {
                if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
            }
            let status = Status(code: Int(response.status.code), reasonPhrase: response.status.reasonPhrase)
            self.init(status: status, headerFields: fields)
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
