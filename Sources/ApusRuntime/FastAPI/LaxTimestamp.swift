/// A string of digits, which pydantic interprets as seconds since 1970, or as milliseconds if there are many digits.
struct LaxTimestamp {
    private var isNegative = false
    private var digits: UInt64?
    private var nanoseconds = 0

    private static let watershed: UInt64 = 20_000_000_000
    private static let end = 253_402_300_800

    /// `nil` if `text` is not a number.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        var text = String(decoding: text, as: UTF8.self)[...]
        guard let first = text.first else { return nil }
        if first == "-" || first == "+" { text = text.dropFirst() }
        isNegative = first == "-"
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let isNumber = parts.allSatisfy { $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }
        guard isNumber, let whole = parts.first, text.utf8.count > (parts.count > 1 ? 1 : 0) else { return nil }
        digits = whole.isEmpty ? 0 : UInt64(whole)
        if parts.count > 1 {
            let fraction = (parts[1].prefix(9) + String(repeating: "0", count: max(9 - parts[1].count, 0)))
            nanoseconds = Int(fraction) ?? 0
        }
    }

    func dateTime() throws(LaxDates.Failure) -> DateTime {
        guard let digits, digits / 1000 < UInt64(Self.end) else {
            let side = isNegative ? "before 0000" : "after 9999"
            throw LaxDates.Failure("dates \(side) are not supported as unix timestamps")
        }
        let isMilliseconds = digits > Self.watershed
        var seconds = Int(isMilliseconds ? digits / 1000 : digits)
        var nanoseconds = isMilliseconds ? Int(digits % 1000) * 1_000_000 : nanoseconds
        if isNegative {
            seconds = -seconds - (nanoseconds > 0 ? 1 : 0)
            nanoseconds = nanoseconds > 0 ? 1_000_000_000 - nanoseconds : 0
        }
        let time = TimeOfDay(seconds: (seconds % 86400 + 86400) % 86400, nanosecond: nanoseconds, offset: 0)
        return DateTime(date: CalendarDate(daysSince1970: (seconds - time.seconds) / 86400), time: time)
    }
}
