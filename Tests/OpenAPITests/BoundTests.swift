import ApusOpenAPI
import ApusYAML
import Testing

/// Bounds are read once, and found by their keywords.
struct BoundTests {
    @Test func boundsByTheirKeywords() throws {
        let schema = try SchemaTests.schema(
            """
            {minimum: 1, maximum: 20, exclusiveMinimum: 0, exclusiveMaximum: 21, minLength: 5, maxLength: 6, minItems: 7, maxItems: 8,
             minProperties: 9, maxProperties: 10}
            """
        )
        #expect(
            schema.bounds.mapValues(\.text) == [
                .minimum: "1", .maximum: "20", .exclusiveMinimum: "0", .exclusiveMaximum: "21", .minLength: "5",
                .maxLength: "6",
                .minItems: "7", .maxItems: "8", .minProperties: "9", .maxProperties: "10",
            ])
    }

    @Test(arguments: [("{type: string}", true, true), ("{multipleOf: 2}", false, true), ("{pattern: a}", true, false)])
    func schemasWithoutAssertions(schema: String, areNumbersEmpty: Bool, areStringsEmpty: Bool) throws {
        let schema = try SchemaTests.schema(schema)
        #expect(schema.numbers.isEmpty == areNumbersEmpty)
        #expect(schema.strings.isEmpty == areStringsEmpty)
        #expect(schema.bounds.isEmpty)
    }

    @Test func lowerBoundsTightenWhenTheyGrow() {
        #expect(Bound.allCases.filter(\.isLower).map(\.rawValue).allSatisfy { $0.lowercased().contains("min") })
        #expect(Bound.allCases.filter(\.isLower).count * 2 == Bound.allCases.count)
    }
}
