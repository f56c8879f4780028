/// A scripted server's response: as exact bytes over a socket, or as a handler's response in memory.
struct Reply: Sendable {
    enum Body: Sendable {
        /// No body, and no length.
        case none
        case bytes([UInt8])
        /// Chunks, with the gates to wait for between them.
        case pieces([Piece])
        /// The start of a body with a greater declared length, and then the end of the connection.
        case cut([UInt8], length: Int)
        /// One chunk of several, and then the end of the connection.
        case cutChunks([UInt8])
        /// A body without a length and without an end.
        case endless
    }

    enum Piece: Sendable {
        case bytes([UInt8])
        case gate(Gate)
    }

    /// `103 Early Hints`, before the head.
    var interim: [String] = []
    /// The gate that the head waits for.
    var gate: Gate?
    var status = 200
    var fields: [(name: String, value: String)] = []
    var body = Body.none
    /// Whether the connection ends without a response.
    var isDropped = false
    /// The body without compression, for carriers that do not support it.
    var plain: [UInt8]?

    static func text(_ text: String, _ fields: [(name: String, value: String)] = []) -> Reply {
        Reply(fields: [("Content-Type", "text/plain")] + fields, body: .bytes(Array(text.utf8)))
    }

    static func redirect(_ status: Int, to location: String) -> Reply {
        Reply(status: status, fields: [("Location", location)], body: .bytes(Array("moved".utf8)))
    }
}
