import Testing

@testable import ApusPlanning

/// The schema of a response's header -> what a client that validates responses requires of it.
struct HeaderTests {
    @Test(arguments: [
        ("{type: string, minLength: 2}", Check.string(StringCheck(minLength: 2))),
        ("{type: integer, maximum: 9}", .integer(NumberCheck(maximum: "9"))),
        ("{type: integer}", nil), ("{type: string}", nil), ("{}", nil),
        ("{$ref: '#/components/schemas/Limits'}", .model(DeclarationID(index: 0))),
    ])
    func checkOfAHeader(schema: String, check: Check?) throws {
        #expect(try Self.checks(of: schema, PlanOptions(validators: .all)) == [check])
        // Nothing of responses is validated then, their bodies no more than their headers.
        #expect(try Self.checks(of: schema, PlanOptions()) == [nil])
    }

    private static func checks(of schema: String, _ options: PlanOptions) throws -> [Check?] {
        let planned = try PlannedComponents(
            "Limits: {type: object, properties: {size: {type: integer}}}",
            paths: """
                /a: {get: {operationId: read, responses: {'200': {description: ok, headers: {X-A: {schema: \(schema)}}}}}}
                """, options: options
        )
        return try #require(planned.plan().responseTypes.first).headers.map(\.check)
    }
}
