import Foundation

/// A server on the loopback address that writes exact bytes and records what it reads. It has its own threads, so that a body that
/// is not read does not block anything else.
final class ScriptedServer: Sendable {
    let port: Int
    let log: WireLog
    private let listener: Int32
    private let reply: @Sendable (WireRequest) -> Reply
    private let lock = NSLock()
    private nonisolated(unsafe) var connections: [Int32] = []

    var address: String { "http://127.0.0.1:\(port)" }

    init(log: WireLog, reply: @escaping @Sendable (WireRequest) -> Reply) throws {
        self.log = log
        self.reply = reply
        (listener, port) = try Socket.listen()
        Thread.detachNewThread { self.accept() }
    }

    /// Ends all connections.
    func stop() {
        Socket.end(listener)
        for connection in lock.withLock({ connections }) { Socket.end(connection) }
    }

    private func accept() {
        while let socket = Socket.accept(listener) {
            let number = lock.withLock {
                connections.append(socket)
                return connections.count
            }
            Thread.detachNewThread {
                self.serve(ScriptedConnection(socket, number: number))
                Socket.end(socket)
            }
        }
    }

    private func serve(_ connection: ScriptedConnection) {
        while let request = connection.request() {
            log.add(request)
            guard connection.answer(reply(request), to: request, log) else { return }
        }
    }
}
