/// Dates and times as pydantic parses them: RFC 3339 and similar formats, such as `2024-01-01 12:30`, and Unix timestamps.
///
/// If a string is none of these, the error has the message of pydantic's parser.
enum LaxDates {
    struct Failure: Error {
        var reason: String

        init(_ reason: String) { self.reason = reason }

        init(_ problem: ClockProblem) {
            reason =
                switch problem {
                case .tooShort: Self.tooShort.reason
                case .extraCharacters: Self.extraCharacters.reason
                case .hour: "invalid character in hour"
                case .minute: "invalid character in minute"
                case .second: "invalid character in second"
                case .hourRange: "hour value is outside expected range of 0-23"
                case .minuteRange: "minute value is outside expected range of 0-59"
                case .secondRange: "second value is outside expected range of 0-59"
                case .separator: "invalid time separator, expected `:`"
                case .missingFraction: "second fraction value is missing"
                case .repeatedTime: "`t` character repeated in duration"
                case .innerFraction: "quantity invalid fraction in duration"
                case .dateUnit: "quantity invalid in date part of duration"
                case .timeUnit: "quantity invalid in time part of duration"
                case .misspeltDay: "\"day\" identifier in duration not correctly formatted"
                case .digit: "invalid digit in duration"
                case .largeNumber: "a numeric value in the duration is too large"
                }
        }

        static let tooShort = Failure("input is too short")
        static let extraCharacters = Failure("unexpected extra characters at the end of the input")
    }

    // MARK: Texts

    static func date(_ text: UnsafeBufferPointer<UInt8>) -> IssueWording? {
        do {
            let date = try wholeDate(text)
            return date.year == 0
                ? yearZero("date_parsing", "Input should be a valid date in the format YYYY-MM-DD") : nil
        } catch {}
        do {
            let dateTime = try dateTime(text)
            if dateTime.time.isMidnight { return nil }
            return IssueWording(
                "date_from_datetime_inexact",
                "Datetimes provided to dates should have zero time - e.g. be exact dates")
        } catch {
            return failed("date_from_datetime_parsing", "Input should be a valid date or datetime", error)
        }
    }

    static func dateTimeWords(_ text: UnsafeBufferPointer<UInt8>) -> IssueWording? {
        do {
            let dateTime = try dateTime(text)
            return dateTime.date.year == 0 ? yearZero("datetime_parsing", "Input should be a valid datetime") : nil
        } catch {
            let failure = LaxTimestamp(text) == nil ? nil : error
            do {
                _ = try wholeDate(text)
                return nil
            } catch {
                let failure = failure ?? error
                return failed("datetime_from_date_parsing", "Input should be a valid datetime or date", failure)
            }
        }
    }

    static func timeWords(_ text: UnsafeBufferPointer<UInt8>) -> IssueWording? {
        do {
            _ = try time(text, at: 0)
            return nil
        } catch {
            return failed("time_parsing", "Input should be in a valid time format", error)
        }
    }

    static func timeSpanWords(_ text: UnsafeBufferPointer<UInt8>) -> IssueWording? {
        TimeSpanText.problem(text).map { problem in
            failed("time_delta_parsing", "Input should be a valid timedelta", Failure(problem))
        }
    }

    static func failed(_ type: String, _ msg: String, _ failure: Failure) -> IssueWording {
        IssueWording(type, "\(msg), \(failure.reason)", ["error": .string(failure.reason)])
    }

    private static func yearZero(_ type: String, _ msg: String) -> IssueWording {
        failed(type, msg, Failure("year 0 is out of range"))
    }

    // MARK: Parsing

    /// A date and a time, or only a date, which means its midnight.
    static func moment(_ text: UnsafeBufferPointer<UInt8>) -> DateTime? {
        if let value = try? dateTime(text) { return value }
        return (try? wholeDate(text)).map { DateTime(date: $0, time: TimeOfDay(seconds: 0)) }
    }

    /// A date, or a date and a time that is midnight.
    static func day(_ text: UnsafeBufferPointer<UInt8>) -> CalendarDate? {
        guard let value = try? dateTime(text), value.time.isMidnight else { return nil }
        return value.date
    }

    static func clockTime(_ text: UnsafeBufferPointer<UInt8>) -> TimeOfDay? { try? time(text, at: 0) }

    private static func dateTime(_ text: UnsafeBufferPointer<UInt8>) throws(Failure) -> DateTime {
        if let timestamp = LaxTimestamp(text) { return try timestamp.dateTime() }
        let date = try date(text, at: 0)
        guard text.count > 10 else { throw .tooShort }
        guard "Tt _".utf8.contains(text[10]) else {
            throw Failure("invalid datetime separator, expected `T`, `t`, `_` or space")
        }
        return DateTime(date: date, time: try time(text, at: 11))
    }

    private static func wholeDate(_ text: UnsafeBufferPointer<UInt8>) throws(Failure) -> CalendarDate {
        let date = try date(text, at: 0)
        if text.count > 10 { throw .extraCharacters }
        return date
    }

    private static func date(_ text: UnsafeBufferPointer<UInt8>, at start: Int) throws(Failure) -> CalendarDate {
        guard text.count >= start + 10 else { throw .tooShort }
        guard let century = ClockText.pair(text, start), let year = ClockText.pair(text, start + 2) else {
            throw Failure("invalid character in year")
        }
        guard text[start + 4] == UInt8(ascii: "-") else { throw Failure("invalid date separator, expected `-`") }
        guard let month = ClockText.pair(text, start + 5) else { throw Failure("invalid character in month") }
        guard text[start + 7] == UInt8(ascii: "-") else { throw Failure("invalid date separator, expected `-`") }
        guard let day = ClockText.pair(text, start + 8) else { throw Failure("invalid character in day") }
        guard 1...12 ~= month else { throw Failure("month value is outside expected range of 1-12") }
        let date = CalendarDate(checkedYear: century * 100 + year, month: month, day: day)
        guard 1...date.dayCount ~= day else { throw Failure("day value is outside expected range") }
        return date
    }

    /// The time of day from `start` to the end.
    private static func time(_ text: UnsafeBufferPointer<UInt8>, at start: Int) throws(Failure) -> TimeOfDay {
        var position = start
        let seconds: Int
        do throws(ClockProblem) { seconds = try ClockText.clock(text, &position) } catch { throw Failure(error) }
        let nanosecond = try fraction(text, &position)
        let offset = try offset(text, &position)
        if position < text.count { throw .extraCharacters }
        return TimeOfDay(seconds: seconds, nanosecond: nanosecond, offset: offset)
    }

    /// In nanoseconds; digits after the ninth are ignored.
    private static func fraction(_ text: UnsafeBufferPointer<UInt8>, _ position: inout Int) throws(Failure) -> Int {
        guard position < text.count, ".,".utf8.contains(text[position]) else { return 0 }
        position += 1
        var (value, scale) = (0, 1_000_000_000)
        while position < text.count, let digit = ClockText.digit(text, position) {
            scale /= 10
            value += digit * scale
            position += 1
        }
        if scale == 1_000_000_000 { throw Failure("second fraction value is missing") }
        return value
    }

    /// In minutes; `nil` if there is none.
    private static func offset(_ text: UnsafeBufferPointer<UInt8>, _ position: inout Int) throws(Failure) -> Int? {
        guard position < text.count else { return nil }
        let sign: Int
        switch text[position] {
        case UInt8(ascii: "Z"), UInt8(ascii: "z"):
            position += 1
            return 0
        case UInt8(ascii: "+"): sign = 1
        case UInt8(ascii: "-"): sign = -1
        case 0xE2 where text.dropFirst(position).starts(with: "\u{2212}".utf8):
            sign = -1
            position += 2
        default: throw Failure("invalid timezone sign")
        }
        position += 1
        guard let hours = ClockText.pair(text, position) else { throw Failure("invalid timezone hour") }
        position += 2
        if position < text.count, text[position] == UInt8(ascii: ":") { position += 1 }
        guard let minutes = ClockText.pair(text, position) else { throw Failure("invalid timezone minute") }
        position += 2
        if minutes > 59 { throw Failure("timezone minute value is outside expected range of 0-59") }
        if hours > 23 { throw Failure("timezone offset must be less than 24 hours") }
        return sign * (hours * 60 + minutes)
    }

}

extension TimeOfDay {
    fileprivate var isMidnight: Bool { seconds == 0 && nanosecond == 0 }
}
