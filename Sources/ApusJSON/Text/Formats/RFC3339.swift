/// A date and time according to RFC 3339, section 5.6: `2025-03-09T12:34:56.789Z`.
///
/// Read from bytes without allocating memory, since dates are common in lists. `T` may be a space and letters may be in lower case,
/// as the section allows.
package struct DateTime: Hashable {
    package var date: CalendarDate
    package var time: TimeOfDay

    package init(date: CalendarDate, time: TimeOfDay) {
        self.date = date
        self.time = time
    }

    /// `nil` if `text` is not a date-time. The offset may be missing (`2025-03-09T12:34:56`), for callers that define what that
    /// means.
    package init?(_ text: UnsafeBufferPointer<UInt8>) {
        guard text.count >= 19, text[10] | 0x20 == UInt8(ascii: "t") || text[10] == UInt8(ascii: " "),
            let date = CalendarDate(utf8: UnsafeBufferPointer(rebasing: text[..<10])),
            let time = TimeOfDay(utf8: UnsafeBufferPointer(rebasing: text[11...]))
        else { return nil }
        self.date = date
        self.time = time
    }

    /// Whether `text` follows the grammar exactly: with a `T` and an offset. "Leap seconds cannot be predicted far into the
    /// future", but occur at the end of a month in UTC [section 5.7].
    static func isStrict(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let value = DateTime(text), value.time.offset != nil, text[10] != UInt8(ascii: " ") else { return false }
        let isLeapSecond = text[17] == UInt8(ascii: "6")
        return !isLeapSecond || CalendarDate(daysSince1970: value.secondsSince1970 / 86400).day == 1
    }

    /// Seconds since 1970 in UTC; a missing offset is read as UTC. The fraction is left out.
    var secondsSince1970: Int { date.daysSince1970 * 86400 + time.seconds - (time.offset ?? 0) * 60 }
}

@inline(__always)
func twoDigits(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> Int? {
    let (tens, ones) = (text[position] &- UInt8(ascii: "0"), text[position + 1] &- UInt8(ascii: "0"))
    return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
}
