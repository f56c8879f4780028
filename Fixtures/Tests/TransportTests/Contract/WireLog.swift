import Foundation

/// A request as it came over the wire.
struct WireRequest: Sendable {
    var method = ""
    /// Path and query.
    var target = ""
    /// Names are in lowercase.
    var fields: [(name: String, value: String)] = []
    var body: [UInt8] = []
    /// Whether the body is as long as it was said to be.
    var isWhole = true
    /// Which one of the server's connections it came over.
    var connection = 0

    var path: String { String(target.prefix { $0 != "?" }) }

    func values(_ name: String) -> [String] { fields.filter { $0.name == name.lowercased() }.map(\.value) }
}

/// What a scripted server has seen and done.
final class WireLog: Sendable {
    private struct State {
        var requests: [WireRequest] = []
        var sent = 0
        var closed = 0
    }

    private let lock = NSLock()
    private nonisolated(unsafe) var state = State()

    var requests: [WireRequest] { lock.withLock { state.requests } }
    /// How many bytes of endless bodies were sent.
    var sent: Int { lock.withLock { state.sent } }
    /// How many endless bodies ended because nobody took them any more.
    var closed: Int { lock.withLock { state.closed } }

    func add(_ request: WireRequest) { lock.withLock { state.requests.append(request) } }
    func add(sent count: Int) { lock.withLock { state.sent += count } }
    func addClosed() { lock.withLock { state.closed += 1 } }

    /// Waits as long as it takes, up to a minute, so that no test depends on how fast a machine is.
    func wait(until isTrue: @Sendable (WireLog) -> Bool) async throws -> Bool {
        for _ in 0..<6_000 {
            if isTrue(self) { return true }
            try await Task.sleep(for: .milliseconds(10))
        }
        return false
    }
}
