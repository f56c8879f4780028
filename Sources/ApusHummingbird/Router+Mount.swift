#if Hummingbird
    public import ApusRuntime
    public import Hummingbird

    extension Hummingbird.Router {
        /// Serves a generated API alongside the router's other routes.
        ///
        ///     let router = Router()
        ///     router.add(middleware: MetricsMiddleware())
        ///     router.mount(OpenHands(), at: "/v1")
        ///
        /// Middleware that was added earlier also handles the API's requests; requests with paths that the API does not have are
        /// passed on to the router.
        @discardableResult
        public func mount(_ server: some APIServer, at prefix: String = "") -> Self {
            mount(APIRouter(server, prefix: prefix))
        }

        /// Serves the operations of `router`.
        @discardableResult
        public func mount(_ router: APIRouter) -> Self { add(middleware: APIMiddleware<Context>(router)) }
    }

    /// Responds to the requests whose path belongs to the API.
    struct APIMiddleware<Context: RequestContext>: RouterMiddleware {
        private let router: APIRouter
        private let responder: HummingbirdResponder<Context>

        init(_ router: APIRouter) {
            self.router = router
            responder = HummingbirdResponder(router, context: Context.self)
        }

        func handle(
            _ request: Request, context: Context, next: (Request, Context) async throws -> Response
        ) async throws -> Response {
            guard router.knows(request.head) else { return try await next(request, context) }
            return try await responder.respond(to: request, context: context)
        }
    }
#endif
