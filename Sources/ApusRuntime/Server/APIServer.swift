/// A generated server: a type that can put its operations into a router.
public protocol APIServer: Sendable {
    /// Adds the operations to `router`. Generated: an author writes the methods that it calls.
    func register(in router: inout APIRouter)
}
