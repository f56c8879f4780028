#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// RFC 3339 date-times (`format: date-time`).
///
/// Read with any offset; one without is taken as UTC, which is what Python's `datetime.isoformat()` writes for it, and so are the
/// neighbours that pydantic reads: a day alone is its midnight, seconds may be missing. Written in
/// UTC, to the microsecond, with as many digits as that takes, three or six: `2025-03-09T12:34:56Z`, `...56.789Z`. A date
/// outside the years 1 to 9999 has no JSON form.
extension Date: JSONCodable {
    public init(json: borrowing JSONView) throws(JSONError) {
        guard let value = try json.withString({ DateTime($0) ?? PydanticDates.moment($0) }) else {
            throw json.invalidFormat("an RFC 3339 date-time")
        }
        let seconds = Double(value.secondsSince1970 - Self.secondsFrom1970To2001)
        self.init(timeIntervalSinceReferenceDate: seconds + Double(value.time.nanosecond) / 1e9)
    }

    public func write(to writer: inout JSONWriter) {
        // Since 2001, as the type has it: since 1970 takes a digit away.
        let microseconds = (timeIntervalSinceReferenceDate * 1e6).rounded()
        guard microseconds >= -63_113_904_000e6, microseconds < 252_423_993_600e6 else {
            return writer.fail("a date outside the years 1 to 9999 has no RFC 3339 form")
        }
        writer.write(dateTime: Int(microseconds) + Self.secondsFrom1970To2001 * 1_000_000)
    }

    public static var jsonShape: JSONShape { .string }

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
