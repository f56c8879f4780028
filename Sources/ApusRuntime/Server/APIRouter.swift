public import HTTPTypes

/// Finds the operation of a request, authenticates the caller, calls the handler and turns every rejection into a response.
///
///     let router = APIRouter(OpenHands())
///     let response = try await router.respond(to: head, body: HTTPBody(bytes))
///
/// Rejections have this order: 404, 405 with `Allow`, 400 for a path that is not text, 401 with `WWW-Authenticate`, 415, 413, 422.
/// Paths match exactly: a trailing slash makes a different path.
///
/// A HEAD request that the document does not declare is answered by the operation for GET, without the body (RFC 9110, section
/// 9.3.2), and an OPTIONS request with the methods of its path in `Allow`. FastAPI does neither, nor does a server that answers as
/// FastAPI does.
public struct APIRouter: Sendable {
    /// The limits on the size of bodies.
    public var limits = BodyLimits()
    /// Called with an error that a handler threw and that is not reported to the caller; use it for logging.
    public var onError: (@Sendable (any Error, OperationContext<Void>) -> Void)?
    /// The error format of the operations that are registered from now on. A generated API sets it for its own operations.
    public var errors = ServerErrorFormat.problemDetails

    private let prefix: String
    /// The replacements for the paths of the operations that are being registered.
    private var paths: [String: String] = [:]
    /// The error format for paths that no operation has: that of the first operation.
    private var fallback: ServerErrorFormat?
    private var routes = RouteTable<Route>()

    /// `prefix` is prepended to every path of the documents, for example `/v1`.
    public init(prefix: String = "") {
        var prefix = prefix[...]
        while prefix.hasSuffix("/") { prefix.removeLast() }
        self.prefix = prefix.isEmpty || prefix.hasPrefix("/") ? String(prefix) : "/\(prefix)"
    }

    /// A router with the operations of `server`.
    public init(_ server: some APIServer, prefix: String = "") {
        self.init(prefix: prefix)
        register(server)
    }

    /// Adds the operations of an API to those that are already registered.
    public mutating func register(_ server: some APIServer) {
        let errors = errors
        server.register(in: &self)
        self.errors = errors
    }

    /// Adds the operations at paths of the author's choice, for a server that receives webhooks:
    ///
    ///     router.register(Hooks(), at: ["/newPet": "/hooks/pets"])
    public mutating func register(_ server: some APIServer, at paths: [String: String]) {
        self.paths = paths
        register(server)
        self.paths = [:]
    }

    /// Adds an operation that requires an identity.
    public mutating func on<Identity>(
        _ method: HTTPRequest.Method,
        _ template: String,
        operation: String? = nil,
        security: Authenticator<Identity>,
        errors: ServerErrorFormat? = nil,
        _ handler: @escaping @Sendable (inout ServerInput, OperationContext<Identity>) async throws -> ServerResponse
    ) {
        let path = prefix + (paths[template] ?? template)
        add(method, path, operation, errors, challenges: security.challenges) { input in
            guard let identity = try await security.identify(input.request) else { throw Unauthorized() }
            let context = OperationContext(
                identity: identity, request: input.request, template: path, operationID: operation)
            return try await handler(&input, context)
        }
    }

    /// Adds an operation that anyone may call.
    public mutating func on(
        _ method: HTTPRequest.Method,
        _ template: String,
        operation: String? = nil,
        errors: ServerErrorFormat? = nil,
        _ handler: @escaping @Sendable (inout ServerInput, OperationContext<Void>) async throws -> ServerResponse
    ) {
        let path = prefix + (paths[template] ?? template)
        add(method, path, operation, errors, challenges: []) { input in
            let context = OperationContext(
                identity: (), request: input.request, template: path, operationID: operation)
            return try await handler(&input, context)
        }
    }

    private mutating func add(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ operation: String?,
        _ errors: ServerErrorFormat?,
        challenges: [String],
        _ handler: @escaping Route.Handler
    ) {
        let errors = errors ?? self.errors
        fallback = fallback ?? errors
        let route = Route(path, operation, errors, challenges: challenges, handler)
        routes.insert(route, method: method, template: path)
    }
}

extension APIRouter {
    /// Answers a request.
    ///
    /// `matched` is called with the document's path before the handler runs, for metrics and logs.
    ///
    /// - Throws: `CancellationError` if the task is cancelled, and any error from reading the body: there is no client left to
    ///   respond to.
    public func respond(
        to request: HTTPRequest, body: HTTPBody = HTTPBody(), matched: (_ template: String) -> Void = { _ in }
    ) async throws -> ServerResponse {
        switch match(request, as: request.method) {
        case .found(let match):
            return try await respond(to: request, body, match, matched)
        case .wrongMethod(let allowed, let route):
            if request.method == .head, case .found(let match) = self.match(request, as: .get),
                match.route.errors.impliesMethods
            {
                return try await respond(to: request, body, match, matched)
            }
            matched(route.template)
            return response(to: request, allowing: allowed, route)
        case .unknown:
            return (fallback ?? errors).response(.notFound)
        }
    }

    private func respond(
        to request: HTTPRequest, _ body: HTTPBody, _ match: RouteTable<Route>.Match, _ matched: (String) -> Void
    ) async throws -> ServerResponse {
        matched(match.route.template)
        guard match.route.errors.conventions != nil || request.hasTextPath else {
            return match.route.errors.response(.badRequest, "The path is not percent-encoded UTF-8.")
        }
        var input = ServerInput(request, body, match, limits)
        do {
            let response = try await match.route.handler(&input)
            if let failure = response.failure { throw failure }
            return reporting(response.sendable, match.route, request)
        } catch {
            return try refusal(of: error, match.route, request).sendable
        }
    }

    /// The response to a request with a method that its path does not declare.
    private func response(
        to request: HTTPRequest, allowing declared: [HTTPRequest.Method], _ route: Route
    ) -> ServerResponse {
        var methods = Set(declared.map(\.rawValue))
        if route.errors.impliesMethods {
            if declared.contains(.get) { methods.insert("HEAD") }
            methods.insert("OPTIONS")
        }
        let allow: HTTPFields = [.allow: methods.sorted().joined(separator: ", ")]
        guard route.errors.impliesMethods, request.method == .options else {
            return route.errors.response(.methodNotAllowed, headers: allow)
        }
        var response = ServerResponse.noContent(204)
        response.headers = allow
        return response
    }

    /// Whether an operation has the request's path, with any method.
    public func knows(_ request: HTTPRequest) -> Bool {
        if case .unknown = match(request, as: request.method) { return false }
        return true
    }

    private func match(_ request: HTTPRequest, as method: HTTPRequest.Method) -> RouteTable<Route>.Result {
        guard var path = request.path else { return .unknown }
        let query = routes.hasQueries ? path[...].halves(at: "?")?.1 ?? "" : ""
        return path.withUTF8 { bytes in
            let end = bytes.firstIndex(of: UInt8(ascii: "?")) ?? bytes.endIndex
            return routes.match(method, path: UnsafeBufferPointer(rebasing: bytes[..<end]), query: query)
        }
    }

    private func refusal(of error: any Error, _ route: Route, _ request: HTTPRequest) throws -> ServerResponse {
        switch error {
        case let rejection as InputRejection:
            return try rejection.response(route.errors)
        case let failure as any OperationFailure:
            return failure.response
        case let error as Unauthorized:
            let challenges = route.challenges.map { HTTPField(name: .wwwAuthenticate, value: $0) }
            return route.errors.response(.unauthorized, error.detail, headers: HTTPFields(challenges))
        case let error as Forbidden:
            return route.errors.response(.forbidden, error.detail)
        case is BodyTooLarge, ItemStreamError.tooLong:
            return route.errors.response(.contentTooLarge)
        case is CancellationError where Task.isCancelled:
            throw error
        default:
            onError?(error, context(route, request))
            return route.errors.response(.internalServerError)
        }
    }

    /// The response, with a body that reports errors that occur while it is sent: then it is too late for a 500.
    private func reporting(_ response: ServerResponse, _ route: Route, _ request: HTTPRequest) -> ServerResponse {
        guard let onError, response.body.buffered == nil else { return response }
        var response = response
        response.body = response.body.reporting { error in onError(error, context(route, request)) }
        return response
    }

    private func context(_ route: Route, _ request: HTTPRequest) -> OperationContext<Void> {
        OperationContext(identity: (), request: request, template: route.template, operationID: route.operationID)
    }
}
