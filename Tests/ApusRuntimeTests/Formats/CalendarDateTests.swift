import ApusRuntime
import Foundation
import Testing

struct CalendarDateTests {
    @Test(arguments: [("1970-01-01", 1970, 1, 1), ("2024-02-29", 2024, 2, 29), ("0000-12-31", 0, 12, 31)])
    func aDateIsReadAndWritten(text: String, year: Int, month: Int, day: Int) throws {
        let date = try CalendarDate(jsonText: "\"\(text)\"")
        #expect(date == CalendarDate(year: year, month: month, day: day))
        #expect((date.year, date.month, date.day) == (year, month, day))
        #expect(try date.jsonText() == "\"\(text)\"")
        #expect(try JSONDecoder().decode(CalendarDate.self, from: JSONEncoder().encode(date)) == date)
        #expect(CalendarDate(text) == date && date.description == text)
    }

    @Test(arguments: [
        "", "2025-3-9", "2025-02-29", "2025-13-01", "2025-00-10", "2025-01-32", "2025-01-01T00:00:01Z", "0",
    ])
    func whatIsNotADateIsRefused(text: String) {
        #expect(throws: JSONError.self) { try CalendarDate(jsonText: "\"\(text)\"") }
        #expect(CalendarDate(text) == nil)
    }

    /// Months and days that are out of range carry over.
    @Test(arguments: [
        ((2025, 4, 31), "2025-05-01"), ((2025, 13, 1), "2026-01-01"), ((2025, 0, 1), "2024-12-01"),
        ((2024, 3, 0), "2024-02-29"), ((2025, -11, 1), "2024-01-01"),
    ])
    func monthsAndDaysCarryOver(parts: (Int, Int, Int), text: String) {
        #expect(CalendarDate(year: parts.0, month: parts.1, day: parts.2).description == text)
    }

    @Test func datesHaveAnOrder() throws {
        let days = ["2025-03-10", "2024-12-31", "2025-03-09"].compactMap { CalendarDate($0) }
        #expect(days.sorted().map(\.description) == ["2024-12-31", "2025-03-09", "2025-03-10"])
        #expect(throws: JSONError.self) { try CalendarDate(year: 10000, month: 1, day: 1).jsonText() }
    }

    /// A day begins at a different instant in every time zone, and begins late if clocks are put forward at midnight.
    @Test(arguments: ["UTC", "Europe/Berlin", "America/Los_Angeles", "Pacific/Kiritimati", "Asia/Beirut"])
    func aDayBeginsAtAnInstantOfItsTimeZone(zone: String) throws {
        let zone = try #require(TimeZone(identifier: zone))
        for text in ["2024-03-31", "2024-10-27", "1969-12-31", "2025-07-01"] {
            let date = try #require(CalendarDate(text))
            #expect(CalendarDate(date.date(in: zone), in: zone) == date)
        }
        let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
        #expect(CalendarDate("2024-07-01")?.date(in: berlin) == Date(timeIntervalSince1970: 1_719_784_800))
    }
}

struct TimeOfDayTests {
    @Test(arguments: [
        ("00:00:00", "00:00:00", TimeOfDay(hour: 0, minute: 0)),
        ("12:34:56Z", "12:34:56Z", TimeOfDay(hour: 12, minute: 34, second: 56, offset: 0)),
        (
            "12:34:56.5+01:30", "12:34:56.500+01:30",
            TimeOfDay(hour: 12, minute: 34, second: 56, nanosecond: 500_000_000, offset: 90)
        ),
        (
            "01:02:03.0000001-00:30", "01:02:03.000000100-00:30",
            TimeOfDay(hour: 1, minute: 2, second: 3, nanosecond: 100, offset: -30)
        ),
        ("23:59:60Z", "23:59:60Z", TimeOfDay(hour: 23, minute: 59, second: 60, offset: 0)),
    ])
    func aTimeIsReadAndWritten(text: String, written: String, value: TimeOfDay) throws {
        #expect(try TimeOfDay(jsonText: "\"\(text)\"") == value)
        #expect(try value.jsonText() == "\"\(written)\"")
        #expect(TimeOfDay(written) == value)
    }

    @Test(arguments: ["", "12", "24:00:00", "12:60:00", "12:34:61", "12:34:56.", "12:34:56+1:00", "12:34:60Z", "12:34"])
    func whatIsNotATimeIsRefused(text: String) {
        #expect(throws: JSONError.self) { try TimeOfDay(jsonText: "\"\(text)\"") }
    }
}

struct DurationTests {
    @Test(arguments: [
        ("PT0S", "PT0S", 0), ("P3DT12H30M5.5S", "PT84H30M5.5S", 304_205.5), ("-PT1H", "-PT1H", -3600),
        ("P2W", "PT336H", 1_209_600), ("PT0.000001S", "PT0.000001S", 0.000001), ("PT90M", "PT1H30M", 5400),
        ("PT1.5H", "PT1H30M", 5400),
    ])
    func aDurationIsReadAndWritten(text: String, written: String, seconds: Double) throws {
        let value = try Duration(jsonText: "\"\(text)\"")
        #expect(value == .seconds(seconds))
        #expect(try value.jsonText() == "\"\(written)\"")
    }

    @Test(arguments: [
        "", "P", "PT", "1H", "P1Y", "P1M", "PT1H1H", "PT1S1H", "P1DT", "PT1ST1H", "PT1.5H1M", "PTS", "P1H",
    ])
    func whatIsNotADurationIsRefused(text: String) {
        #expect(throws: JSONError.self) { try Duration(jsonText: "\"\(text)\"") }
    }

    @Test func durationsBeyondTheLimitsAreRefused() throws {
        #expect(throws: JSONError.self) { try Duration(jsonText: "\"PT9223372036854775807H\"") }
        #expect(throws: JSONError.self) { try Duration(jsonText: "\"P99999999999999999999D\"") }
    }
}
