#if Hummingbird
    public import ApusRuntime
    import HTTPTypes
    public import Hummingbird
    import NIOCore

    /// Serves a generated API with Hummingbird 2.
    ///
    ///     let app = Application(responder: HummingbirdResponder(OpenHands()))
    ///     try await app.runService()
    ///
    /// Hummingbird's metrics and traces get the document's path as the endpoint. To serve other routes in addition to the API, or
    /// to add middleware before it, mount it in a router: see `Router.mount(_:at:)`.
    public struct HummingbirdResponder<Context: RequestContext>: HTTPResponder {
        private let router: APIRouter

        /// Serves the operations of `router`.
        public init(_ router: APIRouter, context: Context.Type = BasicRequestContext.self) { self.router = router }

        /// Serves an API with the standard limits on bodies; to use other limits, create an ``APIRouter``.
        public init(_ server: some APIServer, context: Context.Type = BasicRequestContext.self) {
            router = APIRouter(server)
        }

        /// Responds to a request with any path.
        ///
        /// - Throws: `CancellationError`, and any error from reading the body: there is no client left to respond to.
        public func respond(to request: Request, context: Context) async throws -> Response {
            let response = try await router.respond(to: request.head, body: HTTPBody(request)) { template in
                context.coreContext.endpointPath.value = template
            }
            return Response(response, to: request)
        }
    }

    extension HTTPBody {
        fileprivate init(_ request: Request) {
            let length = request.headers[.contentLength].flatMap { Int($0) }
            self.init(once: request.body.map { Array($0.readableBytesView) }, length: length)
        }
    }

    extension ResponseBody {
        fileprivate init(_ body: HTTPBody) {
            if let bytes = body.buffered {
                self = bytes.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
                return
            }
            self.init(contentLength: body.length) { writer in
                for try await chunk in body { try await writer.write(ByteBuffer(bytes: chunk)) }
                try await writer.finish(nil)
            }
        }
    }

    extension Response {
        fileprivate init(_ response: ServerResponse, to request: Request) {
            self.init(status: response.status, headers: response.headers, body: ResponseBody(response.body))
            // RFC 9110: a 204 response has no length (section 8.6), and a response to HEAD has no content (section 9.3.2).
            if response.status == .noContent { headers[.contentLength] = nil }
            if request.method == .head { self = createHeadResponse() }
        }
    }
#else
    /// Enable the package's trait `Hummingbird` to use it:
    ///
    ///     .package(url: "...", from: "...", traits: ["Hummingbird"])
    @available(*, unavailable, message: "Enable the trait 'Hummingbird' of the package 'apus' to use this adapter.")
    public struct HummingbirdResponder {}
#endif
