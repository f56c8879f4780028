#if AsyncHTTPClient
    public import ApusRuntime
    public import AsyncHTTPClient
    public import NIOCore
    public import NIOHTTP1
    public import NIOPosix

    /// The errors of a connection. Those of a configuration, a certificate or a URL are not transient.
    extension HTTPClientError: TransportFailure {
        public var isTimeout: Bool {
            [
                .readTimeout, .writeTimeout, .connectTimeout, .deadlineExceeded, .tlsHandshakeTimeout,
                .getConnectionFromPoolTimeout, .httpProxyHandshakeTimeout, .socksHandshakeTimeout,
            ]
            .contains(self)
        }

        public var isTransient: Bool {
            isTimeout || self == .remoteConnectionClosed
        }
    }

    extension NIOConnectionError: TransportFailure {}
    extension IOError: TransportFailure {}
    extension HTTPParserError: TransportFailure {}

    extension ChannelError: TransportFailure {
        public var isTimeout: Bool {
            if case .connectTimeout = self { true } else { false }
        }
    }
#endif
