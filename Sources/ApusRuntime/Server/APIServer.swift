/// A generated server: a type that can register its operations in a router.
public protocol APIServer: Sendable {
    /// Adds the operations to `router`. This method is generated; the author of a server writes the methods that it calls.
    func register(in router: inout APIRouter)
}
