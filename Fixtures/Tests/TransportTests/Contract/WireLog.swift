import Foundation

/// A request as it was received over the wire.
struct WireRequest: Sendable {
    var method = ""
    /// Path and query.
    var target = ""
    /// Names are in lowercase.
    var fields: [(name: String, value: String)] = []
    var body: [UInt8] = []
    /// Whether the body has its declared length.
    var isWhole = true
    /// The number of the server's connection over which it was received.
    var connection = 0

    var path: String { String(target.prefix { $0 != "?" }) }

    func values(_ name: String) -> [String] { fields.filter { $0.name == name.lowercased() }.map(\.value) }
}

/// A log of what a scripted server has received and sent.
final class WireLog: Sendable {
    private struct State {
        var requests: [WireRequest] = []
        var sent = 0
        var closed = 0
    }

    private let lock = NSLock()
    private nonisolated(unsafe) var state = State()

    var requests: [WireRequest] { lock.withLock { state.requests } }
    /// The number of bytes of endless bodies that were sent.
    var sent: Int { lock.withLock { state.sent } }
    /// The number of endless bodies that ended because they were no longer read.
    var closed: Int { lock.withLock { state.closed } }

    func add(_ request: WireRequest) { lock.withLock { state.requests.append(request) } }
    func add(sent count: Int) { lock.withLock { state.sent += count } }
    func addClosed() { lock.withLock { state.closed += 1 } }

    /// Waits as long as necessary, up to a minute, so that no test depends on the speed of a machine.
    func wait(until isTrue: @Sendable (WireLog) -> Bool) async throws -> Bool {
        for _ in 0..<6_000 {
            if isTrue(self) { return true }
            try await Task.sleep(for: .milliseconds(10))
        }
        return false
    }
}
