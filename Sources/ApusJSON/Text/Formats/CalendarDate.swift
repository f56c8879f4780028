/// A day of the calendar, without a time of day or a time zone (`format: date`, RFC 3339's `full-date`): `2025-03-09`.
///
/// A day is not an instant: it begins at a different instant in each time zone. ``date(in:)`` and ``init(_:in:)`` convert between
/// the two.
public struct CalendarDate: Hashable, Sendable {
    /// The year in the Gregorian calendar; from 0 to 9999 if the day is to be written.
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// 1 to 31.
    public let day: Int

    /// Months and days beyond the end of the year or month continue in the next one: 31 April is 1 May.
    public init(year: Int, month: Int, day: Int) {
        let months = year * 12 + month - 1
        let first = Self(year: months.dividedDown(by: 12), monthsBefore: months.remainder(of: 12))
        self.init(daysSince1970: first.daysSince1970 + day - 1)
    }

    /// `nil` if `text` does not have the form `2025-03-09`, or if there is no such day in the calendar.
    package init?(utf8 text: UnsafeBufferPointer<UInt8>) {
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

    /// The number of days in the month.
    package var dayCount: Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Creates a day from parts that are within their ranges.
    package init(checkedYear year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    private init(year: Int, monthsBefore: Int) {
        self.year = year
        month = monthsBefore + 1
        day = 1
    }

    // Years that begin in March put the leap day last; 400 of them have 146,097 days; the day of the year is linear in the
    // month, (153 * month + 2) / 5. 719,468 days lie between 0000-03-01 and 1970-01-01.

    package var daysSince1970: Int {
        let year = month > 2 ? year : year - 1
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    package init(daysSince1970: Int) {
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

extension CalendarDate: Comparable {
    public static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension CalendarDate: LosslessStringConvertible {
    /// `nil` if `text` does not have the form `2025-03-09`, or if there is no such day in the calendar.
    public init?(_ text: String) {
        var text = text
        guard let date = text.withUTF8({ Self(utf8: $0) }) else { return nil }
        self = date
    }

    /// `2025-03-09`
    public var description: String { "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))" }
}

extension CalendarDate: JSONCodable {
    public init(json: borrowing JSONView) throws(JSONError) {
        guard let value = try json.withText({ Self(utf8: $0) }) else {
            throw json.invalidFormat("an RFC 3339 date")
        }
        self = value
    }

    public func write(to writer: inout JSONWriter) {
        guard 0...9999 ~= year else {
            return writer.fail("a day outside the years 0 to 9999 has no RFC 3339 form")
        }
        writer.write(string: description)
    }

    public static var jsonShape: JSONShape { .string }

    public static func isExact(_ json: borrowing JSONView) -> Bool { json.isText { Self(utf8: $0) != nil } }
}

extension CalendarDate: JSONKey {
    public init?(jsonKey: String) { self.init(jsonKey) }

    public var jsonKey: String { description }
}

extension CalendarDate: Codable {
    public init(from decoder: any Decoder) throws { try self.init(bridging: decoder) }
    public func encode(to encoder: any Encoder) throws { try bridge(to: encoder) }
}

extension Int {
    fileprivate func dividedDown(by divisor: Int) -> Int { (self - remainder(of: divisor)) / divisor }
    fileprivate func remainder(of divisor: Int) -> Int { (self % divisor + divisor) % divisor }

    /// `7` -> `07`
    func padded(to count: Int) -> String {
        let digits = String(magnitude)
        return (self < 0 ? "-" : "") + String(repeating: "0", count: Swift.max(0, count - digits.count)) + digits
    }
}
