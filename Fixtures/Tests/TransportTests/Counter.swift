import Foundation

/// A value that several tasks can change.
final class Counter<Value: Sendable>: Sendable {
    private let lock = NSLock()
    private nonisolated(unsafe) var current: Value

    init(_ value: Value) { current = value }

    var value: Value { lock.withLock { current } }

    func change(_ body: (inout Value) -> Void) { lock.withLock { body(&current) } }
}
