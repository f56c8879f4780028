import Foundation

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Sends one request after the other on one connection over loopback.
struct LoadClient {
    var port: UInt16

    /// The body of the last answer, `true`; every answer is compared with the first.
    func run(requests: Int) throws -> [UInt8] {
        let connection = try connect()
        defer { close(connection) }
        let body = #"{"title": "A conversation about nothing in particular"}"#
        let request = Array(
            """
            PATCH /api/conversations/42 HTTP/1.1\r
            Host: 127.0.0.1:\(port)\r
            Content-Type: application/json\r
            X-Session-API-Key: secret\r
            Content-Length: \(body.utf8.count)\r
            \r
            \(body)
            """.utf8)
        var answer: [UInt8] = []
        for _ in 0..<requests {
            guard send(connection, request, request.count, 0) == request.count else { throw failure("send") }
            answer = try receive(connection)
        }
        return answer
    }

    private func connect() throws -> Int32 {
        #if canImport(Glibc)
            let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let connection = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                systemConnect(connection, address, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else { throw failure("connect") }
        return connection
    }

    /// Receives one response with a `Content-Length`; returns only the body.
    private func receive(_ connection: Int32) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = recv(connection, &chunk, chunk.count, 0)
            guard count > 0 else { throw failure("receive") }
            bytes += chunk[..<count]
            let text = String(decoding: bytes, as: UTF8.self)
            guard let end = text.range(of: "\r\n\r\n") else { continue }
            let head = text[..<end.lowerBound]
            guard head.hasPrefix("HTTP/1.1 200"), head.lowercased().contains("content-length: 4"),
                text[end.upperBound...] == "true"
            else { throw RouteBenchmarkError(message: "Unexpected answer: \(text)") }
            return Array("true".utf8)
        }
    }

    private func failure(_ call: String) -> RouteBenchmarkError {
        RouteBenchmarkError(message: "\(call): \(String(cString: strerror(errno)))")
    }
}

private func systemConnect(_ socket: Int32, _ address: UnsafePointer<sockaddr>, _ length: socklen_t) -> Int32 {
    connect(socket, address, length)
}
