import Foundation

/// Reads HTTP/1.1 requests from a socket and writes replies to it.
final class ScriptedConnection {
    private let socket: Int32
    private let number: Int
    private var buffer: [UInt8] = []

    init(_ socket: Int32, number: Int) {
        self.socket = socket
        self.number = number
    }

    // MARK: Requests

    /// The next request; `nil` at the end of the connection.
    func request() -> WireRequest? {
        var lines: [String] = []
        while true {
            guard let line = line() else { return nil }
            if line.isEmpty { break }
            lines.append(line)
        }
        guard let start = lines.first?.split(separator: " "), start.count == 3 else { return nil }
        var request = WireRequest(method: String(start[0]), target: String(start[1]), connection: number)
        for line in lines.dropFirst() {
            let name = line.prefix { $0 != ":" }
            let value = line[name.endIndex...].dropFirst().trimmingCharacters(in: .whitespaces)
            request.fields.append((name.lowercased(), value))
        }
        readBody(of: &request)
        return request
    }

    private func readBody(of request: inout WireRequest) {
        if let length = request.values("Content-Length").first.flatMap({ Int($0) }) {
            request.body = take(length)
            request.isWhole = request.body.count == length
        } else if request.values("Transfer-Encoding") == ["chunked"] {
            while true {
                guard let size = line().flatMap({ Int($0, radix: 16) }) else {
                    request.isWhole = false
                    return
                }
                request.body += take(size)
                _ = line()
                if size == 0 { return }
            }
        }
    }

    private func line() -> String? {
        while true {
            if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                let line = String(decoding: buffer[..<end].filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
                buffer.removeFirst(end + 1)
                return line
            }
            guard let bytes = Socket.read(socket) else { return nil }
            buffer += bytes
        }
    }

    private func take(_ count: Int) -> [UInt8] {
        while buffer.count < count, let bytes = Socket.read(socket) { buffer += bytes }
        let taken = Array(buffer.prefix(count))
        buffer.removeFirst(taken.count)
        return taken
    }

    // MARK: Replies

    /// Returns whether the connection stays open.
    func answer(_ reply: Reply, to request: WireRequest, _ log: WireLog) -> Bool {
        reply.gate?.block()
        if reply.isDropped { return false }
        for interim in reply.interim where !write("HTTP/1.1 \(interim)\r\nX-Interim: yes\r\n\r\n") { return false }
        var fields = reply.fields
        switch reply.body {
        case .none, .endless: break
        case .bytes(let bytes): fields.append(("Content-Length", "\(bytes.count)"))
        case .pieces, .cutChunks: fields.append(("Transfer-Encoding", "chunked"))
        case .cut(_, let length): fields.append(("Content-Length", "\(length)"))
        }
        let head = fields.map { "\($0.name): \($0.value)\r\n" }.joined()
        guard write("HTTP/1.1 \(reply.status) Said\r\n\(head)\r\n") else { return false }
        return request.method == "HEAD" ? true : send(reply.body, log)
    }

    private func send(_ body: Reply.Body, _ log: WireLog) -> Bool {
        switch body {
        case .none: return true
        case .bytes(let bytes): return Socket.write(bytes, to: socket)
        case .pieces(let pieces):
            for piece in pieces {
                switch piece {
                case .bytes(let bytes): guard chunk(bytes) else { return false }
                case .gate(let gate): gate.block()
                }
            }
            return write("0\r\n\r\n")
        case .cut(let bytes, length: _):
            _ = Socket.write(bytes, to: socket)
            return false
        case .cutChunks(let bytes):
            _ = chunk(bytes)
            return false
        case .endless:
            let block = [UInt8](repeating: 1, count: 64 << 10)
            while Socket.write(block, to: socket) { log.add(sent: block.count) }
            log.addClosed()
            return false
        }
    }

    private func chunk(_ bytes: [UInt8]) -> Bool {
        Socket.write(Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + Array("\r\n".utf8), to: socket)
    }

    private func write(_ text: String) -> Bool { Socket.write(Array(text.utf8), to: socket) }
}
