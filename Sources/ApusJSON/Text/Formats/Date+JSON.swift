#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// RFC 3339 date-times (`format: date-time`).
///
/// Read with any offset. Without an offset, a date-time is in UTC, since Python's `datetime.isoformat()` writes UTC that way:
/// clients read such responses, while servers refuse such requests unless they are lax. Written in UTC, to the microsecond, with as
/// many fraction digits as needed, three or six: `2025-03-09T12:34:56Z`, `...56.789Z`. A date outside the years 1 to 9999 has no
/// JSON form.
///
/// Microseconds are exact from 1729 to 2272. Outside these years, a `Date`, which is a `Double` of seconds, has larger steps, of up
/// to 30 microseconds in the year 9999: for such dates, `types: {"format:date-time": Swift.String}` keeps the text.
extension Date: JSONCodable {
    public init(json: borrowing JSONView) throws(JSONError) {
        guard let value = try json.withText({ DateTime($0) }) else {
            throw json.invalidFormat("an RFC 3339 date-time")
        }
        let seconds = Double(value.secondsSince1970 - Self.secondsFrom1970To2001)
        self.init(timeIntervalSinceReferenceDate: seconds + Double(value.time.nanosecond) / 1e9)
    }

    public func write(to writer: inout JSONWriter) {
        // Seconds since 2001, as in the type: seconds since 1970 would have one digit less.
        let interval = timeIntervalSinceReferenceDate
        let seconds = interval.rounded(.down)
        // Only the fraction is multiplied: the product of the whole interval would be rounded too.
        let microseconds = ((interval - seconds) * 1e6).rounded()
        guard seconds >= -63_113_904_000, seconds + microseconds / 1e6 < 252_423_993_600 else {
            return writer.fail("a date outside the years 1 to 9999 has no RFC 3339 form")
        }
        writer.write(dateTime: (Int(seconds) + Self.secondsFrom1970To2001) * 1_000_000 + Int(microseconds))
    }

    public static var jsonShape: JSONShape { .string }

    public static func isExact(_ json: borrowing JSONView) -> Bool { json.isText { DateTime($0)?.time.offset != nil } }

    private static var secondsFrom1970To2001: Int { 978_307_200 }
}

extension JSONWriter {
    /// Writes the date-time that is `microseconds` after 1970, in quotes.
    fileprivate mutating func write(dateTime microseconds: Int) {
        func divide(_ value: Int, _ divisor: Int) -> (quotient: Int, remainder: Int) {
            let remainder = (value % divisor + divisor) % divisor
            return ((value - remainder) / divisor, remainder)
        }
        let (seconds, fraction) = divide(microseconds, 1_000_000)
        let (days, secondOfDay) = divide(seconds, 86400)
        let date = CalendarDate(daysSince1970: days)
        append(UInt8(ascii: "\""))
        append(digits: date.year, count: 4)
        append(UInt8(ascii: "-"))
        append(digits: date.month, count: 2)
        append(UInt8(ascii: "-"))
        append(digits: date.day, count: 2)
        append(UInt8(ascii: "T"))
        append(digits: secondOfDay / 3600, count: 2)
        append(UInt8(ascii: ":"))
        append(digits: secondOfDay / 60 % 60, count: 2)
        append(UInt8(ascii: ":"))
        append(digits: secondOfDay % 60, count: 2)
        if fraction != 0 {
            append(UInt8(ascii: "."))
            if fraction % 1000 == 0 {
                append(digits: fraction / 1000, count: 3)
            } else {
                append(digits: fraction, count: 6)
            }
        }
        append("Z\"")
    }

    private mutating func append(digits value: Int, count digitCount: Int) {
        var value = value
        reserve(digitCount)
        for place in stride(from: count + digitCount - 1, through: count, by: -1) {
            bytes[place] = UInt8(ascii: "0") + UInt8(value % 10)
            value /= 10
        }
        count += digitCount
    }
}
