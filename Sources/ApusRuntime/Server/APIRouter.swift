public import HTTPTypes

/// Finds the operation of a request, authenticates, calls the handler and turns every refusal into its answer.
///
///     let router = APIRouter(OpenHands())
///     let response = try await router.respond(to: head, body: HTTPBody(bytes))
///
/// The refusals come in this order: 404, 405 with `Allow`, 401 with `WWW-Authenticate`, 415, 413, 422. Paths match as
/// they are written: a trailing slash makes another path, and HEAD and OPTIONS exist where the document declares them.
public struct APIRouter: Sendable {
    /// How much of a body is read.
    public var limits = BodyLimits()
    /// Called with what a handler threw and the caller was told nothing of: the place to log it.
    public var onError: (@Sendable (any Error, OperationContext<Void>) -> Void)?
    /// How the refusals of the operations that follow are worded. A generated API sets it for its own.
    public var errors = ServerErrorFormat.problemDetails

    private let prefix: String
    /// What stands for the paths of the operations that are being registered.
    private var paths: [String: String] = [:]
    /// How paths that no operation has are answered: as the first operation answers.
    private var fallback: ServerErrorFormat?
    private var routes = RouteTable<Route>()

    /// `prefix` stands before every path of the documents, such as `/v1`.
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

    /// Adds the operations of an API beside those that are there.
    public mutating func register(_ server: some APIServer) {
        let errors = errors
        server.register(in: &self)
        self.errors = errors
    }

    /// The same at paths of the author's choice, as who receives webhooks has them:
    ///
    ///     router.register(Hooks(), at: ["/newPet": "/hooks/pets"])
    public mutating func register(_ server: some APIServer, at paths: [String: String]) {
        self.paths = paths
        register(server)
        self.paths = [:]
    }

    /// Adds an operation that demands an identity.
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
    /// `matched` gets the document's path before the handler runs, for metrics and logs.
    ///
    /// - Throws: `CancellationError` when the task is cancelled, and whatever reading the body throws: there is nobody
    ///   left to answer.
    public func respond(
        to request: HTTPRequest, body: HTTPBody = HTTPBody(), matched: (_ template: String) -> Void = { _ in }
    ) async throws -> ServerResponse {
        switch match(request) {
        case .found(let match):
            matched(match.route.template)
            var input = ServerInput(request, body, match, limits)
            do {
                let response = try await match.route.handler(&input)
                if let failure = response.failure { throw failure }
                return reporting(response.sendable, match.route, request)
            } catch {
                return try refusal(of: error, match.route, request).sendable
            }
        case .wrongMethod(let allowed, let route):
            matched(route.template)
            let methods = Set(allowed.map(\.rawValue)).sorted().joined(separator: ", ")
            return route.errors.response(.methodNotAllowed, headers: [.allow: methods])
        case .unknown:
            return (fallback ?? errors).response(.notFound)
        }
    }

    /// Whether an operation has the request's path, with whatever method.
    public func knows(_ request: HTTPRequest) -> Bool {
        if case .unknown = match(request) { return false }
        return true
    }

    private func match(_ request: HTTPRequest) -> RouteTable<Route>.Result {
        guard var path = request.path else { return .unknown }
        let query = routes.hasQueries ? path[...].halves(at: "?")?.1 ?? "" : ""
        return path.withUTF8 { bytes in
            let end = bytes.firstIndex(of: UInt8(ascii: "?")) ?? bytes.endIndex
            return routes.match(request.method, path: UnsafeBufferPointer(rebasing: bytes[..<end]), query: query)
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

    /// The response, whose body reports what it fails with while it is sent: then it is too late for a 500.
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
