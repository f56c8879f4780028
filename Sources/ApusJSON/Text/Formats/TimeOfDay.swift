/// A time of day (`format: time`, RFC 3339's `full-time`): `12:34:56.789+01:00`.
///
/// Read with or without an offset, since Python's `time.isoformat()` writes none. Written as it was read, with as many fraction
/// digits as needed: three, six or nine.
public struct TimeOfDay: Hashable, Sendable {
    /// 0 to 23.
    public let hour: Int
    /// 0 to 59.
    public let minute: Int
    /// 0 to 59; 60 in a leap second.
    public let second: Int
    /// Below one second.
    public let nanosecond: Int
    /// Minutes east of UTC; `nil` if no offset is given.
    public let offset: Int?

    /// A value outside its range becomes the nearest value within the range.
    public init(hour: Int, minute: Int, second: Int = 0, nanosecond: Int = 0, offset: Int? = nil) {
        self.hour = max(0, min(23, hour))
        self.minute = max(0, min(59, minute))
        self.second = max(0, min(60, second))
        self.nanosecond = max(0, min(999_999_999, nanosecond))
        self.offset = offset.map { max(-1439, min(1439, $0)) }
    }

    /// `nil` if `text` is not a time. Digits of the fraction after the ninth are ignored.
    init?(utf8 text: UnsafeBufferPointer<UInt8>) {
        guard text.count >= 8, text[2] == UInt8(ascii: ":"), text[5] == UInt8(ascii: ":"),
            let hour = twoDigits(text, 0), hour < 24, let minute = twoDigits(text, 3), minute < 60,
            let second = twoDigits(text, 6), second <= 60
        else { return nil }
        self.hour = hour
        self.minute = minute
        self.second = second
        var position = 8
        var nanosecond = 0
        if position < text.count, text[position] == UInt8(ascii: ".") {
            position += 1
            guard position < text.count, isDigit(text[position]) else { return nil }
            var unit = 100_000_000
            while position < text.count, isDigit(text[position]) {
                nanosecond += Int(text[position] - UInt8(ascii: "0")) * unit
                unit /= 10
                position += 1
            }
        }
        self.nanosecond = nanosecond
        guard let offset = Self.offset(UnsafeBufferPointer(rebasing: text[position...])) else { return nil }
        self.offset = offset
        // If the offset is known, a leap second must be the last second of a day in UTC.
        guard second < 60 || offset == nil || (seconds - 60 - (offset ?? 0) * 60 + 86400) % 86400 == 86340 else {
            return nil
        }
    }

    /// Nothing, `Z`, or `+01:00` -> minutes. The inner value is `nil` for nothing; the result is `nil` for any other text.
    private static func offset(_ text: UnsafeBufferPointer<UInt8>) -> Int?? {
        if text.isEmpty { return .some(nil) }
        if text.count == 1, text[0] | 0x20 == UInt8(ascii: "z") { return .some(0) }
        guard text.count == 6, text[0] == UInt8(ascii: "+") || text[0] == UInt8(ascii: "-"),
            text[3] == UInt8(ascii: ":"), let hours = twoDigits(text, 1), hours < 24,
            let minutes = twoDigits(text, 4), minutes < 60
        else { return nil }
        return .some((hours * 60 + minutes) * (text[0] == UInt8(ascii: "-") ? -1 : 1))
    }

    /// - Parameter seconds: since midnight.
    package init(seconds: Int, nanosecond: Int = 0, offset: Int? = nil) {
        hour = seconds / 3600
        minute = seconds / 60 % 60
        second = seconds % 60
        self.nanosecond = nanosecond
        self.offset = offset
    }

    /// Since midnight; 86,400 in a leap second.
    package var seconds: Int { hour * 3600 + minute * 60 + second }
}

extension TimeOfDay: LosslessStringConvertible {
    /// `nil` if `text` does not have the form `12:34:56`, with or without a fraction and an offset after it.
    public init?(_ text: String) {
        var text = text
        guard let time = text.withUTF8({ Self(utf8: $0) }) else { return nil }
        self = time
    }

    /// `12:34:56.789+01:00`
    public var description: String {
        "\(hour.padded(to: 2)):\(minute.padded(to: 2)):\(second.padded(to: 2))" + fraction + zone
    }

    private var fraction: String {
        if nanosecond == 0 { return "" }
        if nanosecond % 1_000_000 == 0 { return "." + (nanosecond / 1_000_000).padded(to: 3) }
        return "." + (nanosecond % 1000 == 0 ? (nanosecond / 1000).padded(to: 6) : nanosecond.padded(to: 9))
    }

    private var zone: String {
        guard let offset else { return "" }
        if offset == 0 { return "Z" }
        let minutes = abs(offset)
        return (offset < 0 ? "-" : "+") + (minutes / 60).padded(to: 2) + ":" + (minutes % 60).padded(to: 2)
    }
}

extension TimeOfDay: JSONCodable {
    public init(json: borrowing JSONView) throws(JSONError) {
        guard let value = try json.withText({ Self(utf8: $0) }) else {
            throw json.invalidFormat("an RFC 3339 time")
        }
        self = value
    }

    public func write(to writer: inout JSONWriter) { writer.write(string: description) }

    public static var jsonShape: JSONShape { .string }

    public static func isExact(_ json: borrowing JSONView) -> Bool { json.isText { Self(utf8: $0)?.offset != nil } }
}

extension TimeOfDay: Codable {
    public init(from decoder: any Decoder) throws { try self.init(bridging: decoder) }
    public func encode(to encoder: any Encoder) throws { try bridge(to: encoder) }
}
