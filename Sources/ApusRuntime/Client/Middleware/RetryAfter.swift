#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The field `Retry-After` (RFC 9110, section 10.2.3): a number of seconds or a date.
enum RetryAfter {
    /// The number of seconds to wait, which may be negative; `nil` if the field cannot be read.
    static func seconds(_ text: String, now: Date) -> Double? {
        if !text.isEmpty, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) { return Double(text) }
        return date(text).map { $0 - now.timeIntervalSince1970 }
    }

    /// The seconds since 1970 of a date in one of the three forms of HTTP (RFC 9110, section 5.6.7):
    ///
    ///     Sun, 06 Nov 1994 08:49:37 GMT
    ///     Sunday, 06-Nov-94 08:49:37 GMT
    ///     Sun Nov  6 08:49:37 1994
    static func date(_ text: String) -> Double? {
        let words = text.split { " ,-".contains($0) }
        guard words.count == 6 || words.count == 5 else { return nil }
        let isC = words.count == 5
        guard isC || words[5] == "GMT",
            let day = number(words[isC ? 2 : 1], 1...31),
            let month = months.firstIndex(of: words[isC ? 1 : 2]),
            let year = number(words[isC ? 4 : 3], 0...9999)
        else { return nil }
        let clock = words[isC ? 3 : 4].split(separator: ":", omittingEmptySubsequences: false)
        guard clock.count == 3, let hour = number(clock[0], 0...23), let minute = number(clock[1], 0...59),
            let second = number(clock[2], 0...60)
        else { return nil }
        let days = days(year: year < 100 ? year + (year < 70 ? 2000 : 1900) : year, month: month, day: day)
        return Double(days * 86_400 + hour * 3_600 + minute * 60 + second)
    }

    private static let months: [Substring] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static func number(_ text: Substring, _ range: ClosedRange<Int>) -> Int? {
        guard text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let number = Int(text) else { return nil }
        return range.contains(number) ? number : nil
    }

    /// The days from 1970-01-01 to a date of the Gregorian calendar. `month` counts from 0.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        // Years that begin in March have the leap day at their end.
        let year = month < 2 ? year - 1 : year
        let dayOfYear = (153 * ((month + 10) % 12) + 2) / 5 + day - 1
        return year * 365 + (year >= 0 ? year / 4 - year / 100 + year / 400 : -1) + dayOfYear - 719_468
    }
}
