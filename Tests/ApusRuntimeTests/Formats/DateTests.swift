import ApusRuntime
import Foundation
import Testing

struct DateTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0),
        ("2025-03-09T12:34:56Z", 1_741_523_696),
        ("2025-03-09t12:34:56z", 1_741_523_696),
        ("2025-03-09 12:34:56Z", 1_741_523_696),
        ("2025-03-09T12:34:56", 1_741_523_696),  // no offset: UTC
        ("2025-03-09T13:34:56+01:00", 1_741_523_696),
        ("2025-03-09T07:04:56-05:30", 1_741_523_696),
        ("2025-03-09T12:34:56.5Z", 1_741_523_696.5),
        ("2025-03-09T12:34:56.123456", 1_741_523_696.123456),
        ("2025-03-09T12:34:56.123456789+00:00", 1_741_523_696.123456789),
        ("2016-12-31T23:59:60Z", 1_483_228_800),  // a leap second
        ("2017-01-01T00:59:60+01:00", 1_483_228_800),
        ("2024-02-29T00:00:00Z", 1_709_164_800),
        ("2000-02-29T00:00:00Z", 951_782_400),
        ("0001-01-01T00:00:00Z", -62_135_596_800),
        ("9999-12-31T23:59:59Z", 253_402_300_799),
    ])
    func aDateTimeIsRead(text: String, seconds: Double) throws {
        let date = try Date(jsonText: "\"\(text)\"")
        #expect(abs(date.timeIntervalSince1970 - seconds) < 0.000_000_5)
    }

    @Test(arguments: [
        "", "2025-03", "2025-03-09T", "2025-03-09T12", "2025-03-09T12:34:56.", "2025-03-09X12:34:56Z",
        "2025-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2025-13-01T00:00:00Z", "2025-00-01T00:00:00Z",
        "2025-01-00T00:00:00Z", "2025-04-31T00:00:00Z", "2025-01-01T24:00:00Z", "2025-01-01T00:60:00Z",
        "2025-01-01T00:00:61Z", "2025-01-01T12:00:60Z", "2025-01-01T00:00:00+24:00", "2025-01-01T00:00:00+01",
        "2025-01-01T00:00:00ZZ", "25-01-01T00:00:00Z", "2025-1-1T00:00:00Z", "２０２５-01-01T00:00:00Z",
        " 2025-01-01T00:00:00Z",
        // Strings that pydantic reads, and so does a server with FastAPI's error format.
        "2025-03-09", "2025-03-09T12:34", "2025-03-09T12:34:56,5Z", "2025-03-09T13:34:56+0100", "1741523696", "-1.5",
        "0",
    ])
    func whatIsNotADateTimeIsRefused(text: String) {
        let error = #expect(throws: JSONError.self) { try Date(jsonText: "\"\(text)\"") }
        #expect(error?.kind == .invalidFormat("an RFC 3339 date-time"))
    }

    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z"), (1.5, "1970-01-01T00:00:01.500Z"), (-0.25, "1969-12-31T23:59:59.750Z"),
        (1_741_523_696.123456, "2025-03-09T12:34:56.123456Z"), (-62_135_596_800, "0001-01-01T00:00:00Z"),
        (253_402_300_799, "9999-12-31T23:59:59Z"), (951_868_799, "2000-02-29T23:59:59Z"),
    ])
    func aDateTimeIsWritten(seconds: Double, text: String) throws {
        #expect(try Date(timeIntervalSince1970: seconds).jsonText() == "\"\(text)\"")
    }

    @Test(arguments: [253_402_300_800, -62_135_596_801, .infinity, .nan])
    func aDateBeyondYear9999CannotBeWritten(seconds: Double) {
        #expect(throws: JSONError.self) { try Date(timeIntervalSince1970: seconds).jsonText() }
    }

    /// A string is written as it was read if a `Date` can distinguish its microseconds.
    @Test func microsecondsAreWrittenAsTheyWereRead() throws {
        var generator = Generator(seed: 7)
        for _ in 0..<20_000 {
            // 1729-01-01 to 2272-12-31
            let second = Int.random(in: -7_605_360_000..<9_561_542_400, using: &generator)
            let microsecond = Int.random(in: 1..<1_000_000, using: &generator)
            let whole = try Date(timeIntervalSince1970: Double(second)).jsonText().dropLast(2)
            let digits = String(1_000_000 + microsecond).dropFirst()
            let text = "\(whole).\(microsecond % 1000 == 0 ? digits.prefix(3) : digits)Z\""
            #expect(try Date(jsonText: text).jsonText() == text)
        }
    }

    /// In other years a string is read as the nearest `Date`, which is the same when it is read back.
    @Test func aDateOfAFarYearIsReadBackAsItself() throws {
        var generator = Generator(seed: 8)
        for _ in 0..<20_000 {
            let microsecond = Int.random(in: -62_135_596_800_000_000..<253_402_300_799_000_000, using: &generator)
            let seconds = (Double(microsecond / 1_000_000) - 978_307_200) + Double(microsecond % 1_000_000) / 1e6
            let date = Date(timeIntervalSinceReferenceDate: seconds)
            #expect(try date.roundTrip() == date)
        }
    }

    /// Dates are exact to the microsecond, and agree with Foundation's calendar.
    @Test func randomDatesAgreeWithFoundation() throws {
        var generator = Generator(seed: 6)
        let formatter = ISO8601DateFormatter()
        for _ in 0..<2000 {
            let microseconds = Int.random(in: 0...4_102_444_800_000_000, using: &generator)
            let date = Date(timeIntervalSinceReferenceDate: Double(microseconds - 978_307_200_000_000) / 1e6)
            #expect(try date.roundTrip() == date)
            let text = try Date(timeIntervalSince1970: Double(microseconds / 1_000_000)).jsonText()
            #expect(
                text == "\"\(formatter.string(from: Date(timeIntervalSince1970: Double(microseconds / 1_000_000))))\"")
        }
    }
}
