import ApusYAML
import Testing

struct NumberTextTests {
    @Test(arguments: [
        ("0", 0), ("-0", 0), ("12", 12), ("-12", -12), ("1.0", 1), ("1e3", 1000), ("1.5e1", 15), ("100e-2", 1),
        ("0e99", 0),
        ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min), ("922337203685477580.7e1", Int.max),
    ])
    func anIntegerIsOneInAnySpelling(text: String, value: Int) {
        #expect(NumberText(text).isInteger)
        #expect(NumberText(text).int == value)
    }

    @Test(arguments: ["9223372036854775808", "1e19", "-1e400", "1e99999999999999999999"])
    func anIntegerMayBeTooLargeForInt(text: String) {
        #expect(NumberText(text).isInteger)
        #expect(NumberText(text).int == nil)
    }

    @Test(arguments: ["0.5", "1e-1", "15e-1", "1e-99999999999999999999", ".inf", "-.inf", ".nan"])
    func whatHasAFractionOrIsNotFiniteIsNotAnInteger(text: String) {
        #expect(!NumberText(text).isInteger)
        #expect(NumberText(text).int == nil)
    }

    @Test(arguments: [("1", "1.0"), ("10e-1", "1"), ("-0", "0.0"), ("1e2", "100"), ("0.10", "1e-1"), (".inf", ".inf")])
    func equalValuesAreEqualAndHashAlike(left: String, right: String) {
        #expect(NumberText(left) == NumberText(right))
        #expect(NumberText(left).hashValue == NumberText(right).hashValue)
    }

    /// Each is smaller than the next, sometimes by less than a Double can distinguish.
    @Test func orderIsExact() {
        let ascending = [
            "-.inf", "-1e400", "-2", "-1.5", "-1", "-0.1", "0", "1e-400", "0.1", "0.10000000000000000001", "1", "9",
            "10",
            "9007199254740992", "9007199254740993", "1e400", "1.1e400", ".inf",
        ].map(NumberText.init(_:))
        for (index, smaller) in ascending.enumerated() {
            for larger in ascending[(index + 1)...] {
                #expect(smaller < larger)
                #expect(!(larger < smaller))
                #expect(smaller != larger)
            }
        }
    }
}
