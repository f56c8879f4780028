/// The reason why a string is not a time of day or a time span.
package enum ClockProblem: Error {
    case tooShort, extraCharacters
    /// There are no digits where they are expected.
    case hour, minute, second
    /// A number is too large for a clock.
    case hourRange, minuteRange, secondRange
    case separator, missingFraction

    // Only for time spans.
    case repeatedTime
    /// A number follows one with a fraction.
    case innerFraction
    /// A number is not followed by a unit of dates or of times, respectively.
    case dateUnit, timeUnit
    case misspeltDay, digit, largeNumber
}

/// Times of day.
package enum ClockText {
    /// `12:30` or `12:30:45`, in seconds.
    package static func clock(_ text: UnsafeBufferPointer<UInt8>, _ position: inout Int) throws(ClockProblem) -> Int {
        guard text.count >= position + 5 else { throw .tooShort }
        guard let hour = pair(text, position) else { throw .hour }
        guard text[position + 2] == UInt8(ascii: ":") else { throw .separator }
        guard let minute = pair(text, position + 3) else { throw .minute }
        if hour > 23 { throw .hourRange }
        if minute > 59 { throw .minuteRange }
        position += 5
        guard position < text.count, text[position] == UInt8(ascii: ":") else { return hour * 3600 + minute * 60 }
        guard let second = pair(text, position + 1) else { throw .second }
        if second > 59 { throw .secondRange }
        position += 3
        return hour * 3600 + minute * 60 + second
    }

    package static func pair(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> Int? {
        guard let high = digit(text, position), let low = digit(text, position + 1) else { return nil }
        return high * 10 + low
    }

    package static func digit(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> Int? {
        guard text.indices.contains(position), 0x30...0x39 ~= text[position] else { return nil }
        return Int(text[position]) - 0x30
    }
}
