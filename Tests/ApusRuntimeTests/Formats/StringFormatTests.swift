import ApusRuntime
import Testing

struct StringFormatTests {
    private func isValid(_ text: String, _ format: StringFormat) throws -> Bool {
        Validator.validate(try JSONDocument(text.jsonBytes()).root) { $0.string(format: format) }.isValid
    }

    @Test(arguments: [
        ("2025-03-09T12:34:56Z", true, true), ("2025-03-09T12:34:56", true, false), ("2025-03-09", false, false),
        ("2025-03-09T12:34:56.789+01:00", true, true),
    ])
    func aDateTimeNeedsATimeZone(text: String, isReadable: Bool, isComplete: Bool) throws {
        #expect(try isValid(text, .localDateTime) == isReadable)
        #expect(try isValid(text, .dateTime) == isComplete)
    }

    @Test(arguments: [("2025-03-09", true), ("2025-3-9", false), ("2025-02-30", false), ("2025-03-09Z", false)])
    func onlyDatesOfTheCalendarAreValid(text: String, expected: Bool) throws {
        #expect(try isValid(text, .date) == expected)
    }

    @Test(arguments: [
        ("12:34:56Z", true), ("12:34:56", false), ("23:59:60Z", true), ("12:34:60Z", false), ("1:2:3Z", false),
    ])
    func aTimeNeedsATimeZone(text: String, expected: Bool) throws { #expect(try isValid(text, .time) == expected) }

    @Test(arguments: [
        ("f81d4fae-7dec-11d0-a765-00a0c91e6bf6", true), ("F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6", true),
        ("f81d4fae7dec-11d0-a765-00a0c91e6bf6-", false), ("", false),
    ])
    func onlyUUIDsWithHyphensAreValid(text: String, expected: Bool) throws {
        #expect(try isValid(text, .uuid) == expected)
    }

    @Test(arguments: [
        ("", true), ("AP8B", true), ("AP8=", true), ("AA==", true), ("A===", false), ("AP8", false), ("A_8B", false),
    ])
    func onlyBase64WithItsPaddingIsValid(text: String, expected: Bool) throws {
        #expect(try isValid(text, .byte) == expected)
    }

    @Test(arguments: [
        ("0.0.0.0", true), ("255.255.255.255", true), ("256.0.0.1", false), ("1.2.3", false), ("1.2.3.4.5", false),
        ("01.2.3.4", false), ("1.2.3.", false), ("1.2.3.4 ", false),
    ])
    func onlyFourNumbersAreAnIPv4Address(text: String, expected: Bool) throws {
        #expect(try isValid(text, .ipv4) == expected)
    }

    @Test(arguments: [
        ("::", true), ("::1", true), ("1::", true), ("1:2:3:4:5:6:7:8", true), ("1:2:3:4:5:6:1.2.3.4", true),
        ("::ffff:1.2.3.4", true), ("1::3:4:5:6:7:8", true), ("::2:3:4:5:6:7:8", true), ("1:2:3:4:5:6:7::", true),
        ("", false), (":", false), (":::", false), ("1", false), ("1:2:3:4:5:6:7", false), ("1:2:3:4:5:6:7:8:9", false),
        ("::1::", false), ("12345::", false), ("g::", false), (":1", false), ("1:", false), ("1:2:3:4:5:6:7:8:", false),
        (":1:2:3:4:5:6:7:8", false), ("1::2:3:4:5:6:7:8", false), ("fe80::1%eth0", false), ("1.2.3.4::", false),
    ])
    func onlyEightGroupsAreAnIPv6Address(text: String, expected: Bool) throws {
        #expect(try isValid(text, .ipv6) == expected)
    }
}
