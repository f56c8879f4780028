/// A generated server: a type that can put its operations into a router.
public protocol APIServer: Sendable {
    func register(in router: inout APIRouter)
}
