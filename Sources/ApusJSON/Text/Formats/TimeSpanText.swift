/// Durations as ISO 8601 and Python write them: `P1DT2H`, `1 day, 02:03:04`, `25:00:00`.
package enum TimeSpanText {
    /// The reason why the string is not valid; `nil` if it is.
    package static func problem(_ text: UnsafeBufferPointer<UInt8>) -> ClockProblem? {
        do throws(ClockProblem) {
            try check(text)
            return nil
        } catch { return error }
    }

    package static func check(_ text: UnsafeBufferPointer<UInt8>) throws(ClockProblem) {
        guard let first = text.first else { throw .tooShort }
        let start = first == UInt8(ascii: "+") || first == UInt8(ascii: "-") ? 1 : 0
        if start < text.count, text[start] == UInt8(ascii: "P") { return try units(text, from: start + 1) }
        if text.count < 5 || text.contains(where: { $0 | 0x20 == UInt8(ascii: "d") }) {
            return try days(text, from: start)
        }
        try clock(text, from: start)
    }

    /// `1DT2H` after the `P`.
    private static func units(_ text: UnsafeBufferPointer<UInt8>, from start: Int) throws(ClockProblem) {
        var position = start
        var isTime = false
        var hadFraction = false
        while position < text.count {
            if text[position] == UInt8(ascii: "T") {
                if isTime { throw .repeatedTime }
                isTime = true
                position += 1
                continue
            }
            let isFraction = try number(text, &position, allowsFraction: true)
            if hadFraction { throw .innerFraction }
            hadFraction = isFraction
            let units = isTime ? "HMS" : "YMWD"
            guard position < text.count, units.utf8.contains(text[position]) else {
                throw isTime ? .timeUnit : .dateUnit
            }
            position += 1
        }
        if position < 3 { throw .tooShort }
    }

    /// `1 day, 02:03:04`
    private static func days(_ text: UnsafeBufferPointer<UInt8>, from start: Int) throws(ClockProblem) {
        var position = start
        guard start < text.count else { throw .tooShort }
        _ = try number(text, &position, allowsFraction: false)
        func takes(_ letter: UInt8) -> Bool {
            guard position < text.count, text[position] | 0x20 == letter | 0x20 else { return false }
            position += 1
            return true
        }
        _ = takes(UInt8(ascii: " "))
        guard takes(UInt8(ascii: "d")) else { throw .misspeltDay }
        if takes(UInt8(ascii: "a")) {
            guard takes(UInt8(ascii: "y")) else { throw .misspeltDay }
            _ = takes(UInt8(ascii: "s"))
        }
        if position < text.count, text[position] == UInt8(ascii: ",") { position += 1 }
        while position < text.count, text[position] == UInt8(ascii: " ") { position += 1 }
        if position < text.count { try clock(text, from: position) }
    }

    /// `02:03:04.5`, with any number of hours.
    private static func clock(_ text: UnsafeBufferPointer<UInt8>, from start: Int) throws(ClockProblem) {
        guard text.count >= start + 5 else { throw .tooShort }
        let rest = UnsafeBufferPointer(rebasing: text[start...])
        let hours = rest.prefix { $0 != UInt8(ascii: ":") }
        guard !hours.isEmpty, hours.count < rest.count, hours.count < 9,
            hours.allSatisfy({ 0x30...0x39 ~= $0 })
        else {
            throw .hour
        }
        // Valid hours, so that `clock` reports only errors in the other fields.
        let day = Array("00".utf8) + rest[hours.count...]
        var position = 0
        try day.withUnsafeBufferPointer { bytes throws(ClockProblem) in
            _ = try ClockText.clock(bytes, &position)
            guard position < bytes.count else { return }
            guard ".,".utf8.contains(bytes[position]) else { throw .extraCharacters }
            guard position + 1 < bytes.count else { throw .missingFraction }
            guard bytes[(position + 1)...].allSatisfy({ 0x30...0x39 ~= $0 }) else { throw .extraCharacters }
        }
    }

    /// Whether there is a fraction.
    private static func number(
        _ text: UnsafeBufferPointer<UInt8>, _ position: inout Int, allowsFraction: Bool
    ) throws(ClockProblem) -> Bool {
        let start = position
        while ClockText.digit(text, position) != nil { position += 1 }
        if position == start { throw .digit }
        if position - start > 10 { throw .largeNumber }
        guard allowsFraction, position < text.count, ".,".utf8.contains(text[position]) else { return false }
        position += 1
        while ClockText.digit(text, position) != nil { position += 1 }
        return true
    }
}
