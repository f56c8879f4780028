import ApusRuntime
import Foundation
import Testing

struct FlexibleNumberTests {
    @Test(arguments: [("5", 5), ("\"5\"", 5), ("\"-12\"", -12), ("5.0", 5)])
    func aNumberMayBeQuoted(json: String, expected: Int32) throws {
        let value = try FlexibleNumber<Int32>(jsonText: json)
        #expect(value == FlexibleNumber(expected))
        #expect(try value.jsonText() == String(expected))
        #expect(try JSONDecoder().decode(FlexibleNumber<Int32>.self, from: Data(json.utf8)) == value)
    }

    @Test(arguments: [
        "\"five\"", "\"\"", "\"1 \"", "\"0x1\"", "\"3000000000\"", "3000000000", "true", "null", "\"\\\"5\\\"\"",
    ])
    func whatIsNotANumberIsRefused(json: String) {
        #expect(throws: JSONError.self) { try FlexibleNumber<Int32>(jsonText: json) }
        #expect(throws: (any Error).self) {
            try JSONDecoder().decode(FlexibleNumber<Int32>.self, from: Data(json.utf8))
        }
    }

    @Test func isWrittenAsALiteral() throws {
        let count: FlexibleNumber<Int> = 5
        let ratio: FlexibleNumber<Double> = 0.5
        #expect(count.value == 5)
        #expect(try ratio.jsonText() == "0.5")
    }
}
