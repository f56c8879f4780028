import Foundation

/// Holds back what a scripted server does until a test lets it go on.
final class Gate: Sendable {
    private let condition = NSCondition()
    private nonisolated(unsafe) var isOpen = false

    func open() {
        condition.lock()
        isOpen = true
        condition.broadcast()
        condition.unlock()
    }

    /// For threads of the server's own.
    func block() {
        condition.lock()
        while !isOpen { condition.wait() }
        condition.unlock()
    }

    /// For tasks.
    func wait() async throws {
        while !condition.withLock({ isOpen }) { try await Task.sleep(for: .milliseconds(5)) }
    }
}
