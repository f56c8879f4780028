/// Writes events as `text/event-stream`.
enum EventStreamWriter {
    /// `event: a` line feed `data: b` line feed, line feed. Each line of the data has its own `data:`.
    static func bytes(_ event: ServerSentEvent<String>) throws -> [UInt8] {
        var text = ""
        if let type = event.event { text += "event: \(try line(type, "event"))\n" }
        if let id = event.id { text += "id: \(try line(id, "id"))\n" }
        if let retry = event.retry { text += "retry: \(max(0, retry.milliseconds))\n" }
        var bytes = Array(text.utf8)
        var data = LineSplitter(.any)
        for line in data.split(Array(event.data.utf8)) + [data.finish()] {
            bytes += Array("data: ".utf8) + line + [0x0A]
        }
        return bytes + [0x0A]
    }

    private static func line(_ text: String, _ name: String) throws -> String {
        guard !text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0 }) else {
            throw JSONError(.unwritable("the \(name) of an event must be a single line"), path: [.key(name)])
        }
        return text
    }
}
