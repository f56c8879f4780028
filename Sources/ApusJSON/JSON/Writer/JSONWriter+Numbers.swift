// Numbers.
extension JSONWriter {
    @usableFromInline
    mutating func write(signed value: Int64) {
        if value < 0 { append(UInt8(ascii: "-")) }
        write(unsigned: value.magnitude)
    }

    @usableFromInline
    mutating func write(unsigned value: UInt64) {
        reserve(20)
        var digits = 1
        var rest = value
        while rest >= 10 {
            rest /= 10
            digits &+= 1
        }
        rest = value
        var place = count &+ digits
        count = place
        repeat {
            place &-= 1
            bytes[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while rest != 0
    }

    /// Writes the shortest text that reads back as `value`: `0.1`, `1e+300`, and `2` for two.
    @usableFromInline
    mutating func write(floating value: Double) {
        if let integer = Int64(exactly: value), integer.magnitude < 1 << 53, integer != 0 || value.sign == .plus {
            return write(signed: integer)
        }
        guard value.isFinite else { return fail("\(value) is not a JSON number") }
        write(number: value.description)
    }
}
