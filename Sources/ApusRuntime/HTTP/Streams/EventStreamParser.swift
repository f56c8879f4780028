/// Parses `text/event-stream` according to the HTML standard, section "Server-sent events".
struct EventStreamParser {
    private var lines: LineSplitter
    private let limit: Int
    /// Whether an event exceeds the limit on its size; then nothing more is read.
    private(set) var isTooLong = false
    private var isFirst = true
    private var data: [UInt8] = []
    private var hasData = false
    private var event: String?
    private var id: String?
    private var retry: Duration?

    /// `limit` is the maximum number of bytes of an event.
    init(limit: Int) {
        self.limit = limit
        lines = LineSplitter(.any, limit: limit)
    }

    /// The events that `chunk` completes. An event that is cut off by the end of the stream is ignored.
    mutating func parse(_ chunk: [UInt8]) -> [ServerSentEvent<String>] {
        var events: [ServerSentEvent<String>] = []
        for line in lines.split(chunk) where !isTooLong {
            if let event = take(line) { events.append(event) }
        }
        isTooLong = isTooLong || lines.isTooLong
        return events
    }

    private mutating func take(_ line: [UInt8]) -> ServerSentEvent<String>? {
        var line = line[...]
        if isFirst {
            isFirst = false
            if line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
        }
        if line.isEmpty { return dispatch() }
        let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
        var value = line[colon...].dropFirst()
        if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        // An empty name means a comment; names that the standard does not define are ignored.
        switch String(decoding: line[..<colon], as: UTF8.self) {
        case "data":
            isTooLong = data.count + value.count > limit
            if isTooLong { return nil }
            if hasData { data.append(0x0A) }
            hasData = true
            data += value
        case "event": event = String(decoding: value, as: UTF8.self)
        case "id" where !value.contains(0): id = String(decoding: value, as: UTF8.self)
        case "retry":
            let isNumber = !value.isEmpty && value.allSatisfy { (0x30...0x39).contains($0) }
            if isNumber, let milliseconds = Int64(String(decoding: value, as: UTF8.self)) {
                retry = .milliseconds(milliseconds)
            }
        default: break
        }
        return nil
    }

    /// An empty line ends an event; an event without data is ignored.
    private mutating func dispatch() -> ServerSentEvent<String>? {
        defer { event = nil }
        guard hasData else { return nil }
        defer {
            data = []
            hasData = false
            retry = nil
        }
        return ServerSentEvent(
            String(decoding: data, as: UTF8.self),
            event: event?.isEmpty == true ? nil : event,
            id: id?.isEmpty == true ? nil : id,
            retry: retry
        )
    }
}
