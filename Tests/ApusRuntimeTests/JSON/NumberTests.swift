import ApusRuntime
import Foundation
import Testing

struct NumberTests {
    @Test(arguments: [
        ("0", 0), ("-0", 0), ("1.0", 1), ("1e2", 100), ("-1.5e1", -15), ("100e-2", 1), ("0.0e999999999999999999", 0),
        ("9223372036854775807", .max), ("-9223372036854775808", .min), ("9223372036854775807.000", .max),
        ("0.00009223372036854775807e23", .max), ("922337203685477580700000000000000000e-17", .max),
        ("1.00000000000000000000000000000", 1), ("100000000000000000000000e-23", 1),
    ])
    func integersMayHaveFractionsOfZeroAndExponents(json: String, value: Int) throws {
        #expect(try Int(jsonText: json) == value)
    }

    @Test(arguments: [
        "9223372036854775808", "-9223372036854775809", "1e19", "1e999999999999999999", "123456789012345678901234567890",
    ])
    func integersOutOfRange(json: String) {
        let error = #expect(throws: JSONError.self) { try Int(jsonText: json) }
        #expect(error?.kind == .outOfRange("Int"))
    }

    @Test(arguments: [
        "1.5", "1e-1", "0.1", "9223372036854775807.5", "1e-999999999999999999", "1.0000000000000000000000001",
    ])
    func whatIsNotAnIntegerIsRefused(json: String) {
        let error = #expect(throws: JSONError.self) { try Int(jsonText: json) }
        #expect(error?.kind == .mismatch(expected: "an integer", found: .number))
    }

    @Test func everyIntegerTypeHoldsItsRange() throws {
        func check<T: FixedWidthInteger & JSONCodable & Hashable & Sendable>(_ type: T.Type) throws {
            for value in [T.min, T.max, 0, 1] {
                #expect(try T(jsonText: "\(value)") == value)
                #expect(try value.jsonText() == "\(value)")
                #expect(try Holder(value).roundTrip() == Holder(value))
            }
            #expect(throws: JSONError.self) { try T(jsonText: "\(T.max)0") }
            #expect(throws: JSONError.self) { try T(jsonText: "-\(T.max)0") }
        }
        try check(Int.self)
        try check(Int8.self)
        try check(Int16.self)
        try check(Int32.self)
        try check(Int64.self)
        try check(UInt.self)
        try check(UInt8.self)
        try check(UInt16.self)
        try check(UInt32.self)
        try check(UInt64.self)
        #expect(throws: JSONError.self) { try UInt64(jsonText: "18446744073709551616") }
        #expect(throws: JSONError.self) { try UInt8(jsonText: "-1") }
    }

    @Test(arguments: [
        ("0", 0.0), ("0.1", 0.1), ("-2.5e3", -2500), ("1e22", 1e22), ("1e23", 1e23), ("123456789.125", 123_456_789.125),
        ("9007199254740993", 9_007_199_254_740_992), ("1.7976931348623157e308", .greatestFiniteMagnitude),
        ("5e-324", .leastNonzeroMagnitude), ("1e-400", 0), ("2.2250738585072014e-308", .leastNormalMagnitude),
        ("0.1000000000000000055511151231257827021181583404541015625", 0.1),
    ])
    func doublesAreReadExactly(json: String, value: Double) throws { #expect(try Double(jsonText: json) == value) }

    /// The C library is exact, too, but much slower.
    @Test func doublesAreReadAndWrittenAsByTheStandardLibrary() throws {
        var generator = Generator(seed: 5)
        for round in 0..<100_000 {
            // Any number, or one of a usual size.
            let pattern = generator.next()
            let usual = Double(sign: .plus, exponent: Int(pattern % 120) - 60, significand: Double(pattern | 1))
            let value = round % 2 == 0 ? Double(bitPattern: pattern) : usual / 0x1p64
            guard value.isFinite else { continue }
            if value.magnitude >= 0x1p53 || value != value.rounded() {
                let text = try value.jsonText()
                if text != value.description { Issue.record("\(value) is written as \(text)") }
            }
            // From fewer digits than a number has to more than fit a machine word.
            let text = String(format: "%.\(pattern % 25)e", value)
            if let expected = Double(text), expected.isFinite, try Double(jsonText: text) != expected {
                Issue.record("\(text) is not read as \(expected)")
            }
        }
    }

    /// Halfway between two numbers or nearly so, at the limits of the range, with digits that are cut off.
    @Test(arguments: [
        "9007199254740993", "9007199254740993.0000000000000000000000000000001",
        "9007199254740992.9999999999999999999999",
        "2.2250738585072011e-308", "2.2250738585072014e-308", "4.9e-324", "2.4703282292062327e-324",
        "2.4703282292062328e-324", "1.7976931348623157e308", "1.7976931348623158e308", "8.41e21", "9.5e22", "1e23",
        "6929495644600919.5", "3.2378839133029012895883524125015321748630e-47", "1448997445238699", "0.3e-322",
        "179769313486231570000000000000000000000e270", "0.000000000000000000000000000012345678901234567890123",
        "-1e-5000",
        "10000000000000000000000000000000000000001e-40", "18446744073709551615", "18446744073709551616", "1e-342",
    ])
    func hardDoublesAreReadExactly(json: String) throws {
        #expect(try Double(jsonText: json).bitPattern == Double(json)?.bitPattern)
    }

    @Test(arguments: ["1e400", "-1e400", "1e309"])
    func doublesOutOfRange(json: String) {
        #expect(throws: JSONError.self) { try Double(jsonText: json) }
        #expect(throws: JSONError.self) { try Float(jsonText: json) }
        #expect(throws: JSONError.self) { try Decimal(jsonText: json) }
    }

    /// For every bit pattern, the shortest text that is read back as the same number.
    @Test func randomDoublesAreWrittenShortestAndReadBack() throws {
        var generator = Generator(seed: 3)
        for _ in 0..<20_000 {
            let value = Double(bitPattern: generator.next())
            guard value.isFinite else { continue }
            let text = try value.jsonText()
            #expect(try Double(jsonText: text) == value)
            #expect(text.utf8.count <= 24)
            let short = Double(Int.random(in: -99_999_999...99_999_999, using: &generator)) / 1000
            #expect(try Double(jsonText: "\(short)") == short)
            #expect(try Double(jsonText: short.jsonText()) == short)
        }
    }

    @Test(arguments: [(0.0, "0"), (-0.0, "-0.0"), (1, "1"), (-3, "-3"), (0.1, "0.1"), (1e300, "1e+300"), (1.5, "1.5")])
    func doublesAreWrittenShortest(value: Double, text: String) throws { #expect(try value.jsonText() == text) }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func nanAndInfinityCannotBeWritten(value: Double) {
        let error = #expect(throws: JSONError.self) { try ["a": [value]].jsonText() }
        #expect(error?.kind == .unwritable("\(value) is not a JSON number"))
    }

    @Test(arguments: [
        ("1.5", 1.5), ("3.4028235e38", Float.greatestFiniteMagnitude), ("16777217", 16_777_216), ("1e-50", 0),
    ])
    func floatsAreReadAndWritten(json: String, value: Float) throws {
        #expect(try Float(jsonText: json) == value)
        #expect(try Float(jsonText: value.jsonText()) == value)
    }

    @Test(arguments: [
        "0", "0.1", "-12.345", "1e2", "99999999999999999999999999999999999999", "1e-100",
        "123456789012345678.123456789",
    ])
    func decimalsAreReadAndWritten(json: String) throws {
        let value = try Decimal(jsonText: json)
        #expect(value == Decimal(string: json))
        #expect(try Decimal(jsonText: value.jsonText()) == value)
    }

    @Test func decimalsOutOfRange() {
        #expect(throws: JSONError.self) { try Decimal(jsonText: "123456789012345678901234567890123456789") }
        #expect(throws: JSONError.self) { try Decimal.nan.jsonText() }
    }

    @Test(arguments: [
        ("1", "1.0"), ("100", "1e2"), ("0", "-0"), ("0.1", "10e-2"),
        ("123456789012345678901234567890", "12345678901234567890123456789e1"),
    ])
    func equalNumbersAreEqualHoweverTheyAreWritten(left: String, right: String) throws {
        let (left, right) = (try #require(JSONNumber(text: left)), try #require(JSONNumber(text: right)))
        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
        #expect(!(left < right) && !(right < left))
    }

    @Test func numbersHaveAnExactOrder() throws {
        let texts = [
            "-1e30", "-12", "-2", "-0.5", "0", "1e-30", "0.09", "0.1", "1", "1.5", "9", "10", "1e2",
            "123456789012345678901",
        ]
        let numbers = try texts.map { try #require(JSONNumber(text: $0)) }
        #expect(numbers.shuffled().sorted().map(\.text) == texts)
    }

    @Test(arguments: ["", " 1", "1 ", "01", "+1", ".5", "1.", "NaN", "0x1", "\"1\"", "1,", "\u{FEFF}1"])
    func whatIsNotANumberIsRefused(text: String) { #expect(JSONNumber(text: text) == nil) }
}
