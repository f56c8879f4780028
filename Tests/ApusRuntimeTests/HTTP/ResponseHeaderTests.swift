import HTTPTypes
import Testing

@testable import ApusJSON
@testable import ApusRuntime

/// A client validates the header fields of responses only if its connection demands it, as it does with bodies.
struct ResponseHeaderTests {
    private struct Limit: JSONDecodable, Validated {
        static let jsonShape = JSONShape.integer
        let value: Int

        init(json: borrowing JSONView) throws(JSONError) { value = try Int(json: json) }

        static func validate(_ value: inout Validator) { value.integer(maximum: 9) }
    }

    private static let short: ResponseContent.Check = { $0.string(minLength: 3) }

    private static func content(_ text: String?, isValidated: Bool) -> ResponseContent {
        var head = HTTPResponse(status: .ok)
        if let name = HTTPField.Name("X-A"), let text { head.headerFields[name] = text }
        return ResponseContent(head: head, body: HTTPBody(), itemLimit: 1, isValidated: isValidated)
    }

    @Test func aFieldIsCheckedIfResponsesAreValidated() throws {
        let (lenient, strict) = (Self.content("ab", isValidated: false), Self.content("ab", isValidated: true))
        #expect(try lenient.header("X-A", Self.short) == "ab")
        #expect(try lenient.requiredHeader("X-A", Self.short) == "ab")
        let optional = #expect(throws: ResponseDecodingError.self) {
            let _: String? = try strict.header("X-A", Self.short)
        }
        let required = #expect(throws: ResponseDecodingError.self) {
            let _: String = try strict.requiredHeader("X-A", Self.short)
        }
        for error in [optional, required] {
            #expect(error?.issues.map(\.kind) == [.minLength(3)])
            #expect(error?.message == "The header field X-A is not as declared: must have at least 3 characters")
        }
        #expect(try Self.content("abc", isValidated: true).header("X-A", Self.short) == "abc")
        #expect(try Self.content("abc", isValidated: true).requiredHeader("X-A", Self.short) == "abc")
        #expect(try Self.content(nil, isValidated: true).header("X-A", as: String.self, Self.short) == nil)
    }

    /// What is no number at all is not as declared either.
    @Test func aFieldOfAnotherTypeIsAnErrorIfResponsesAreValidated() throws {
        let check: ResponseContent.Check = { $0.integer() }
        #expect(try Self.content("x", isValidated: false).header("X-A", as: Int.self, check) == nil)
        #expect(throws: ResponseDecodingError.self) {
            try Self.content("x", isValidated: true).header("X-A", as: Int.self, check)
        }
    }

    @Test func theValidatorOfATypeIsAppliedOnlyIfResponsesAreValidated() throws {
        #expect(try Self.content("10", isValidated: false).requiredHeader("X-A", as: Limit.self).value == 10)
        #expect(throws: ResponseDecodingError.self) {
            try Self.content("10", isValidated: true).requiredHeader("X-A", as: Limit.self)
        }
    }
}
