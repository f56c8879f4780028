/// A date and time by RFC 3339, section 5.6: `2025-03-09T12:34:56.789Z`.
///
/// Read from bytes without memory of its own, since dates are common in lists. `T` may be a space and letters may be small,
/// as the section allows.
struct DateTime: Hashable {
    var date = CalendarDate()
    var time = TimeOfDay()

    init(date: CalendarDate, time: TimeOfDay) {
        self.date = date
        self.time = time
    }

    /// nil where `text` is none. Without an offset (`2025-03-09T12:34:56`) it is one for callers that say what it means.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        guard text.count >= 19, text[10] | 0x20 == UInt8(ascii: "t") || text[10] == UInt8(ascii: " "),
            let date = CalendarDate(UnsafeBufferPointer(rebasing: text[..<10])),
            let time = TimeOfDay(UnsafeBufferPointer(rebasing: text[11...]))
        else { return nil }
        self.date = date
        self.time = time
    }

    /// By the grammar to the letter: with a `T` and an offset. "Leap seconds cannot be predicted far into the future", but are
    /// at the end of a month in UTC [section 5.7].
    static func isStrict(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let value = DateTime(text), value.time.offset != nil, text[10] != UInt8(ascii: " ") else { return false }
        let isLeapSecond = text[17] == UInt8(ascii: "6")
        return !isLeapSecond || CalendarDate(daysSince1970: value.secondsSince1970 / 86400).day == 1
    }

    /// Seconds since 1970 in UTC, a missing offset read as UTC. The fraction is left out.
    var secondsSince1970: Int { date.daysSince1970 * 86400 + time.seconds - (time.offset ?? 0) * 60 }
}

/// `full-date`: `2025-03-09`.
struct CalendarDate: Hashable {
    var year = 1970
    var month = 1
    var day = 1

    init() {}

    /// nil where `text` is none, or a day that the calendar does not have.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
            let century = twoDigits(text, 0), let yearOfCentury = twoDigits(text, 2),
            let month = twoDigits(text, 5), 1...12 ~= month,
            let day = twoDigits(text, 8)
        else { return nil }
        year = century * 100 + yearOfCentury
        self.month = month
        self.day = day
        guard 1...dayCount ~= day else { return nil }
    }

    var dayCount: Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    // Years that begin in March put the leap day last; 400 of them have 146,097 days; the day of the year is linear in the
    // month, (153 * month + 2) / 5. 719,468 days lie between 0000-03-01 and 1970-01-01.

    var daysSince1970: Int {
        let year = month > 2 ? year : year - 1
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    init(daysSince1970: Int) {
        let days = daysSince1970 + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }
}

/// `full-time`: `12:34:56.789+01:00`, the offset optional.
struct TimeOfDay: Hashable {
    /// Since midnight; 86,400 in a leap second.
    var seconds = 0
    /// Below one second; further digits are cut off.
    var nanoseconds = 0
    /// Minutes east of UTC, nil where the text has no offset.
    var offset: Int?

    init() {}

    /// nil where `text` is none.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        guard text.count >= 8, text[2] == UInt8(ascii: ":"), text[5] == UInt8(ascii: ":"),
            let hour = twoDigits(text, 0), hour < 24, let minute = twoDigits(text, 3), minute < 60,
            let second = twoDigits(text, 6), second <= 60
        else { return nil }
        seconds = hour * 3600 + minute * 60 + second
        var position = 8
        if position < text.count, text[position] == UInt8(ascii: ".") {
            position += 1
            guard position < text.count, isDigit(text[position]) else { return nil }
            var unit = 100_000_000
            while position < text.count, isDigit(text[position]) {
                nanoseconds += Int(text[position] - UInt8(ascii: "0")) * unit
                unit /= 10
                position += 1
            }
        }
        guard readOffset(UnsafeBufferPointer(rebasing: text[position...])) else { return nil }
        // A leap second is the last one of a day in UTC, when the offset is known.
        guard second < 60 || offset == nil || (seconds - 60 - (offset ?? 0) * 60 + 86400) % 86400 == 86340 else {
            return nil
        }
    }

    /// Nothing, `Z`, or `+01:00`.
    private mutating func readOffset(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        if text.isEmpty { return true }
        if text.count == 1, text[0] | 0x20 == UInt8(ascii: "z") {
            offset = 0
            return true
        }
        guard text.count == 6, text[0] == UInt8(ascii: "+") || text[0] == UInt8(ascii: "-"),
            text[3] == UInt8(ascii: ":"), let hours = twoDigits(text, 1), hours < 24,
            let minutes = twoDigits(text, 4), minutes < 60
        else { return false }
        offset = (hours * 60 + minutes) * (text[0] == UInt8(ascii: "-") ? -1 : 1)
        return true
    }
}

@inline(__always)
private func twoDigits(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> Int? {
    let (tens, ones) = (text[position] &- UInt8(ascii: "0"), text[position + 1] &- UInt8(ascii: "0"))
    return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
}
