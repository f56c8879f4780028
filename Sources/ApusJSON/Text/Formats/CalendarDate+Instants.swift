#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension CalendarDate {
    /// The day on which `instant` falls in a time zone.
    public init(_ instant: Date, in timeZone: TimeZone) {
        let seconds = instant.timeIntervalSince1970 + Double(timeZone.secondsFromGMT(for: instant))
        // Far beyond the days that can be written, but within the range of an integer.
        let days = max(-1e9, min(1e9, (seconds / 86400).rounded(.down)))
        self.init(daysSince1970: days.isNaN ? 0 : Int(days))
    }

    /// The instant at which the day begins in a time zone.
    public func date(in timeZone: TimeZone) -> Date {
        let midnight = Double(daysSince1970) * 86400
        var date = Date(timeIntervalSince1970: midnight)
        // The zone's offset at midnight depends on which instant midnight is.
        for _ in 0..<2 {
            date = Date(timeIntervalSince1970: midnight - Double(timeZone.secondsFromGMT(for: date)))
        }
        return date
    }
}
