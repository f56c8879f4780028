import Foundation

#if canImport(Glibc)
    import Glibc
    private let stream = Int32(SOCK_STREAM.rawValue)
    private let sendFlags = Int32(MSG_NOSIGNAL)
#elseif canImport(Darwin)
    import Darwin
    private let stream = SOCK_STREAM
    private let sendFlags: Int32 = 0
#endif

/// The few socket calls that a scripted server needs.
enum Socket {
    struct Failure: Error {}

    /// A socket that listens on a free port of the loopback address.
    static func listen() throws -> (socket: Int32, port: Int) {
        let listener = socket(AF_INET, stream, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, length) == 0 && getsockname(listener, address, &length) == 0
            }
        }
        guard listener >= 0, isBound, systemListen(listener) else { throw Failure() }
        return (listener, Int(UInt16(bigEndian: address.sin_port)))
    }

    private static func systemListen(_ socket: Int32) -> Bool {
        #if canImport(Glibc)
            Glibc.listen(socket, 64) == 0
        #else
            Darwin.listen(socket, 64) == 0
        #endif
    }

    static func accept(_ listener: Int32) -> Int32? {
        #if canImport(Glibc)
            let socket = Glibc.accept(listener, nil, nil)
        #else
            let socket = Darwin.accept(listener, nil, nil)
            var isSilent: Int32 = 1
            setsockopt(socket, SOL_SOCKET, SO_NOSIGPIPE, &isSilent, socklen_t(MemoryLayout<Int32>.size))
        #endif
        return socket < 0 ? nil : socket
    }

    /// Some bytes; `nil` at the end.
    static func read(_ socket: Int32) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        let count = recv(socket, &buffer, buffer.count, 0)
        return count > 0 ? Array(buffer.prefix(count)) : nil
    }

    /// Returns whether all bytes were accepted.
    static func write(_ bytes: [UInt8], to socket: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, sendFlags) }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// Stops both directions and wakes everything that waits for bytes. The descriptor is not reused for another socket.
    static func end(_ socket: Int32) { shutdown(socket, Int32(SHUT_RDWR)) }
}
