/// What a scripted server answers: as exact bytes over a socket, as a handler's answer in memory.
struct Reply: Sendable {
    enum Body: Sendable {
        /// No body, and nothing said of its length.
        case none
        case bytes([UInt8])
        /// Chunks, with what is waited for between them.
        case pieces([Piece])
        /// The start of a body that is said to have more bytes, and then the connection's end.
        case cut([UInt8], length: Int)
        /// One chunk of several, and then the connection's end.
        case cutChunks([UInt8])
        /// Neither a length nor an end.
        case endless
    }

    enum Piece: Sendable {
        case bytes([UInt8])
        case gate(Gate)
    }

    /// `103 Early Hints`, before the head.
    var interim: [String] = []
    /// What the head waits for.
    var gate: Gate?
    var status = 200
    var fields: [(name: String, value: String)] = []
    var body = Body.none
    /// Whether the connection ends without an answer.
    var isDropped = false
    /// What the body is without its compression, for those that have none.
    var plain: [UInt8]?

    static func text(_ text: String, _ fields: [(name: String, value: String)] = []) -> Reply {
        Reply(fields: [("Content-Type", "text/plain")] + fields, body: .bytes(Array(text.utf8)))
    }

    static func redirect(_ status: Int, to location: String) -> Reply {
        Reply(status: status, fields: [("Location", location)], body: .bytes(Array("moved".utf8)))
    }
}
