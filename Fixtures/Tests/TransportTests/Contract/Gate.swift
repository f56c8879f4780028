import Foundation

/// Blocks a scripted server until a test lets it continue.
final class Gate: Sendable {
    private let condition = NSCondition()
    private nonisolated(unsafe) var isOpen = false

    func open() {
        condition.lock()
        isOpen = true
        condition.broadcast()
        condition.unlock()
    }

    /// For the server's own threads.
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
