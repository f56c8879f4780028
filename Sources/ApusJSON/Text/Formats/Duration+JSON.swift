/// Days, hours, minutes and seconds according to ISO 8601 (`format: duration`): `P3DT12H30M5.5S`, `-PT1H`, `P2W`. A day has 24
/// hours; months and years, which have no length, are errors. Written with hours as the largest unit.
extension Duration: JSONCodable {
    public init(json: borrowing JSONView) throws(JSONError) {
        guard let value = try json.withString({ Duration(iso8601: $0) }) else {
            throw json.invalidFormat("an ISO 8601 duration without months and years")
        }
        self = value
    }

    public func write(to writer: inout JSONWriter) { writer.write(string: iso8601) }

    public static var jsonShape: JSONShape { .string }

    /// `nil` if `text` is not a duration. Digits of a fraction after the eighteenth are ignored.
    private init?(iso8601 text: UnsafeBufferPointer<UInt8>) {
        var rest = text[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        guard rest.popFirst() == UInt8(ascii: "P"), !rest.isEmpty else { return nil }
        var units = Self.dateUnits[...]
        var isTime = false
        var total = Duration.zero
        while !rest.isEmpty {
            if rest.first == UInt8(ascii: "T") {
                rest.removeFirst()
                guard !isTime, !rest.isEmpty else { return nil }
                isTime = true
                units = Self.timeUnits[...]
            }
            guard let (whole, fraction) = Self.number(&rest), let unit = rest.popFirst(),
                let position = units.firstIndex(where: { $0.letter == unit }), fraction == nil || rest.isEmpty
            else { return nil }
            let (seconds, overflow) = whole.multipliedReportingOverflow(by: units[position].seconds)
            guard !overflow, seconds < Int64.max / 8 else { return nil }
            total += .seconds(seconds)
            if let fraction { total += fraction * Int(units[position].seconds) }
            units = units[(position + 1)...]
        }
        self = isNegative ? .zero - total : total
    }

    private static let dateUnits: [(letter: UInt8, seconds: Int64)] = [
        (UInt8(ascii: "W"), 604_800), (UInt8(ascii: "D"), 86400),
    ]
    private static let timeUnits: [(letter: UInt8, seconds: Int64)] = [
        (UInt8(ascii: "H"), 3600), (UInt8(ascii: "M"), 60), (UInt8(ascii: "S"), 1),
    ]

    /// `12.5` -> 12 and half a second, to be multiplied by the number of seconds in the unit.
    private static func number(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> (Int64, Duration?)? {
        let digits = rest.prefix(while: isDigit)
        guard let whole = Int64(String(decoding: digits, as: UTF8.self)) else { return nil }
        rest = rest.dropFirst(digits.count)
        guard rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ",") else { return (whole, nil) }
        rest.removeFirst()
        let decimals = rest.prefix(while: isDigit)
        rest = rest.dropFirst(decimals.count)
        guard !decimals.isEmpty else { return nil }
        var attoseconds: Int64 = 0
        for place in 0..<18 {
            let digit = place < decimals.count ? decimals[decimals.startIndex + place] - UInt8(ascii: "0") : 0
            attoseconds = attoseconds * 10 + Int64(digit)
        }
        return (whole, Duration(secondsComponent: 0, attosecondsComponent: attoseconds))
    }

    /// `-PT1H30M0.5S`
    private var iso8601: String {
        let isNegative = self < .zero
        let (seconds, attoseconds) = components
        let total = seconds.magnitude
        var text = isNegative ? "-PT" : "PT"
        if total >= 3600 { text += "\(total / 3600)H" }
        if total / 60 % 60 != 0 { text += "\(total / 60 % 60)M" }
        let fraction = attoseconds.magnitude
        if total % 60 != 0 || fraction != 0 || total == 0 {
            text += String(total % 60)
            if fraction != 0 {
                let digits = String(fraction)
                var decimals = String(repeating: "0", count: 18 - digits.count) + digits
                while decimals.hasSuffix("0") { decimals.removeLast() }
                text += "." + decimals
            }
            text += "S"
        }
        return text
    }
}
