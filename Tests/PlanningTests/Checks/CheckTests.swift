import ApusOpenAPI
import Testing

@testable import ApusPlanning

/// A schema -> the check of its values.
struct CheckTests {
    @Test(arguments: [
        ("true", Check.any), ("false", .never), ("{}", .any), ("{type: string}", .string(StringCheck())),
        ("{type: string, minLength: 1, maxLength: 3}", .string(StringCheck(minLength: 1, maxLength: 3))),
        // A bound that always holds is left out.
        ("{type: string, minLength: 0}", .string(StringCheck())),
        ("{type: string, pattern: '^a'}", .string(StringCheck(pattern: "^a"))),
        (
            "{type: integer, minimum: 1, exclusiveMaximum: 9}",
            .integer(NumberCheck(minimum: "1", exclusiveMaximum: "9"))
        ),
        ("{type: number, multipleOf: 0.1}", .number(NumberCheck(multipleOf: "0.1"))),
        ("{type: [string, 'null']}", .nullable(.string(StringCheck()))), ("{type: boolean}", .boolean),
        ("{enum: [a, b]}", .enumeration(["a", "b"])), ("{const: 1}", .constants(["1"])),
        (
            "{type: array, items: {type: boolean}, minItems: 1, uniqueItems: true}",
            .array(ArrayCheck(items: .boolean, minItems: 1, uniqueItems: true))
        ),
        ("{prefixItems: [{type: boolean}], type: array, minItems: 1, maxItems: 1}", .tuple([.boolean])),
        // Keywords for a type that the schema does not name are asserted only if a value has that type.
        ("{minLength: 2}", .when(.string, .string(StringCheck(minLength: 2)))),
        ("{minimum: 2}", .when(.number, .number(NumberCheck(minimum: "2")))),
        ("{not: {type: string}}", .not(.string(StringCheck()))),
        ("{anyOf: [{type: string}, {type: boolean}]}", .anyOf([.string(StringCheck()), .boolean])),
        ("{oneOf: [{type: string}, {type: boolean}]}", .oneOf([.string(StringCheck()), .boolean])),
        ("{type: object, minProperties: 2}", .map(MapCheck(keys: nil, values: .any, minProperties: 2))),
    ])
    func checkOfASchema(schema: String, check: Check) throws {
        let planned = try PlannedComponents("Value: \(schema)")
        let checks = CheckPlanner(document: planned.document, options: .init()) { _ in "Validator" }
        #expect(checks.check(try planned.schema("Value")) == check)
    }

    /// A map must not lose what is asserted about an object.
    @Test(arguments: [
        (ObjectCheck(), MapCheck(keys: nil, values: .any)),
        (ObjectCheck(additional: .checked(.boolean)), MapCheck(keys: nil, values: .boolean)),
        (
            ObjectCheck(additional: .checked(.any), names: .never, minProperties: 1, maxProperties: 2),
            MapCheck(keys: .never, values: .any, minProperties: 1, maxProperties: 2, evaluatesMembers: true)
        ),
        (ObjectCheck(names: .never), nil), (ObjectCheck(additional: .forbidden), nil),
        (ObjectCheck(present: ["a"]), nil),
        (ObjectCheck(members: [.init(key: "a", demand: .optional, check: .any)]), nil),
        (ObjectCheck(patterns: [.init(pattern: "a", check: .any)]), nil), (ObjectCheck(isEvaluated: true), nil),
    ])
    func objectThatIsAMap(object: ObjectCheck, map: MapCheck?) {
        #expect(MapCheck(of: object) == map)
    }

    /// A schema that contains itself has a named validator.
    @Test func recursion() throws {
        let planned = try PlannedComponents("Value: {items: \(PlannedComponents.reference("Value"))}")
        let checks = CheckPlanner(document: planned.document, options: .init()) { _ in "ValueValidator" }
        #expect(checks.check(try planned.schema("Value")) == .schema("ValueValidator"))
        #expect(checks.validators.map(\.name) == ["ValueValidator"])
    }

    /// Pydantic's names for types.
    @Test(arguments: [
        ("{type: string}", "str"), ("{type: string, minLength: 1}", "constrained-str"),
        ("{type: integer, minimum: 1}", "constrained-int"),
        ("{type: number}", "float"), ("{type: array, items: {type: integer}}", "list[int]"),
        ("{type: array, items: {}, uniqueItems: true}", "set[any]"), ("{type: string, format: date-time}", "datetime"),
        ("{anyOf: [{type: string}, {type: 'null'}]}", "nullable[str]"),
        ("{anyOf: [{type: string}, {type: integer}]}", "union[str,int]"),
        ("{type: object, properties: {a: {}}, title: Pet}", "Pet"),
        ("{type: object, additionalProperties: {type: integer}}", "dict[str,int]"),
        ("{enum: [a, b]}", "literal['a','b']"),
    ])
    func namesOfPydantic(schema: String, name: String) throws {
        let planned = try PlannedComponents("Value: {properties: {a: \(schema)}}")
        let property = try #require(try planned.schema("Value").properties["a"])
        #expect(PydanticNames(planned.document).name(of: property) == name)
    }
}
