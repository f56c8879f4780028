import ApusDiagnostics
import ApusOpenAPI
import ApusYAML
import Testing

@testable import ApusPlanning

/// A schema -> the sample that is made from it.
struct SampleTests {
    @Test(arguments: [
        // The document's own values, in their order of preference.
        ("{type: string, examples: [ada], default: x, enum: [x, ada]}", #""ada""#),
        ("{type: string, examples: [7, ok]}", #""ok""#),
        ("{const: [1, {a: null}]}", #"[1,{"a":null}]"#),
        ("{type: integer, default: 20, maximum: 50}", "20"),
        ("{type: integer, default: 20, maximum: 10}", "1"),
        ("{enum: [b, a]}", #""b""#),
        ("{type: string}", #""first name""#),
        ("{type: string, minLength: 14}", #""first nameaaaa""#),
        ("{type: string, maxLength: 4}", #""fir""#),
        ("{type: string, maxLength: 0}", #""""#),
        // Patterns, from their syntax trees.
        (#"{type: string, pattern: "^[A-Z]{3}-\\d+$"}"#, #""ABC-56""#),
        (#"{type: string, pattern: "^[a-f0-9]{8}$", minLength: 8}"#, #""abcdefab""#),
        (#"{type: string, pattern: "^(a|b)c\\1?$"}"#, #""aca""#),
        (#"{type: string, pattern: "@", minLength: 5}"#, #""@aaaa""#),
        (#"{type: string, allOf: [{pattern: "^a"}, {pattern: "z$"}], examples: [no, a-z]}"#, #""a-z""#),
        (#"{type: string, pattern: "^x*$", minLength: 30}"#, #""\#(String(repeating: "x", count: 30))""#),
        // Formats.
        ("{type: string, format: email}", #""name@example.com""#),
        ("{type: string, format: date-time}", #""2026-01-31T12:00:00Z""#),
        ("{type: string, format: ipv4, maxLength: 15}", #""192.0.2.10""#),
        // JSON within a string.
        ("{type: string, contentMediaType: application/json, contentSchema: {const: {a: 1}}}", #""{\"a\":1}""#),
        ("{type: string, contentMediaType: application/json}", #""\"first name\"""#),
        // Numbers.
        ("{type: integer, exclusiveMinimum: 7}", "8"),
        ("{type: integer, minimum: 10, multipleOf: 7}", "14"),
        ("{type: integer, maximum: -3}", "-3"),
        ("{type: number, exclusiveMinimum: 0, exclusiveMaximum: 0.001}", "0.0005"),
        ("{type: number, multipleOf: 0.25, minimum: 2.1}", "2.25"),
        ("{type: integer, allOf: [{multipleOf: 4}, {multipleOf: 6}], minimum: 20}", "24"),
        // Lists and objects.
        ("{type: array, items: {type: integer}, minItems: 3, uniqueItems: true}", "[1,2,3]"),
        ("{type: array, items: {type: boolean}, minItems: 2, uniqueItems: true}", "[true,false]"),
        ("{type: array, items: false}", "[]"),
        ("{type: array, contains: {const: 5}, minContains: 2}", "[5,5]"),
        ("{type: array, prefixItems: [{type: integer}, {type: string}], items: false}", #"[1,"text"]"#),
        ("{type: object, minProperties: 2, additionalProperties: {type: integer}}", #"{"key":1,"key 2":1}"#),
        (
            "{properties: {a: {type: integer}}, additionalProperties: {type: string}, required: [a, b]}",
            #"{"a":1,"b":"b","key":"value"}"#
        ),
        ("{type: object, properties: {a: {}, b: {type: integer}}, maxProperties: 1, required: [b]}", #"{"b":1}"#),
        ("{properties: {a: {type: integer}, b: {type: integer}}, not: {required: [a, b]}, required: [a]}", #"{"a":1}"#),
        // Combinations.
        ("{oneOf: [{type: integer, minimum: 5}, {type: string}]}", "5"),
        ("{oneOf: [{type: integer}, {type: integer, minimum: 0}], minimum: -5, maximum: -1}", "-5"),
        ("{type: string, not: {const: first name}}", #""first na""#),
        ("{type: integer, if: {minimum: 0}, then: {minimum: 10}}", "10"),
        ("{anyOf: [{type: 'null'}, {type: integer}]}", "1"),
        ("{type: 'null'}", "null"),
        ("{}", #""first name""#),
    ])
    func valueOfASchema(schema: String, value: String) throws {
        let (planned, schemas, _) = try plan(["Value": schema])
        let made = SampleMaker(planned).value(of: schemas, hint: "first_name")
        #expect(made?.jsonText() == value)
    }

    @Test(arguments: [
        "{type: string, minLength: 3, maxLength: 2}", "{type: integer, minimum: 1, maximum: 0}", "false",
        "{type: string, const: 1}", "{allOf: [{type: string}, {type: integer}]}", #"{type: string, pattern: "a^"}"#,
        "{type: array, minItems: 3, uniqueItems: true, items: {type: boolean}}",
        "{type: object, required: [a], properties: {a: false}}",
        // So many members are not made up.
        "{type: object, minProperties: 2147483648, propertyNames: {maxLength: 66}}",
    ])
    func noValueOfASchema(schema: String) throws {
        let (planned, schemas, _) = try plan(["Value": schema])
        #expect(SampleMaker(planned).value(of: schemas, hint: "") == nil)
    }

    @Test(arguments: [
        // Recursion ends as soon as possible.
        (
            ["A": "{required: [a], properties: {a: {anyOf: [\(reference("A")), {type: 'null'}]}}}"], ["A"], [String]()
        ),
        (["A": "{required: [a], properties: {a: \(reference("A"))}}"], [], ["no-sample"]),
        (
            ["A": "{required: [b], properties: {b: \(reference("B"))}}", "B": "{properties: {a: \(reference("A"))}}"],
            ["B", "A"], []
        ),
        // If a sample is missing only because a member's sample is missing, only the member is reported.
        (
            [
                "A": "{required: [b], properties: {b: \(reference("B"))}}",
                "B": "{required: [c], properties: {c: false}}",
            ],
            [], ["no-sample"]
        ),
        (["A": "{type: object, properties: {a: {type: integer, examples: [x]}}}"], ["A"], ["invalid-example"]),
    ])
    func samplesOfDeclarations(schemas: [String: String], names: [String], reports: [String]) throws {
        let (planned, _, diagnostics) = try plan(schemas)
        let known = diagnostics.all.count
        let samples = SamplePlanner(schemas: planned, diagnostics: diagnostics).plan([], outputs: [], failures: [])
        #expect(Set(samples.models.map { planned.declarations[$0.id.index].name }) == Set(names))
        #expect(diagnostics.all.dropFirst(known).map(\.defect.identifier) == reports)
    }

    @Test(arguments: [
        ("{type: string, minLength: 3}", "ab", "it must have at least 3 characters"),
        ("{type: string, pattern: '^a'}", "b", "it must match the pattern `^a`"),
        ("{type: integer, maximum: 9}", "10", "it must be at most 9"),
        ("{type: integer}", "1.5", "it must be an integer"),
        ("{type: string, format: date-time}", "today", "it must have the format `date-time`"),
        ("{type: array, items: {type: integer}}", "[1, a]", "`/1` must be an integer"),
        ("{type: array, minItems: 2}", "[1]", "it must have at least 2 items"),
        ("{required: [b], properties: {b: {}}}", "{}", "it must have `b`"),
        ("{properties: {b: {properties: {c: {type: boolean}}}}}", "{b: {c: 1}}", "`/b/c` must be a boolean"),
        ("{properties: {b: {}}, additionalProperties: false}", "{c: 1}", "it must not have `c`"),
        ("{enum: [a, b]}", "c", #"it must be one of "a", "b""#),
        ("{oneOf: [{type: integer}, {minimum: 1}]}", "2", "it fits 2 schemas of `oneOf`"),
        ("{anyOf: [{type: integer}, {type: boolean}]}", "x", "it fits none of the 2 possible schemas"),
    ])
    func theRuleThatAnExampleBreaks(schema: String, example: String, rule: String) throws {
        let schema = schema.dropLast() + ", examples: [\(example)]}"
        let (planned, _, diagnostics) = try plan(["A": "{properties: {a: \(schema)}}"])
        _ = SamplePlanner(schemas: planned, diagnostics: diagnostics).plan([], outputs: [], failures: [])
        let message = try #require(diagnostics.all.last).message
        #expect(message == "the example is not valid according to its schema, so it is not used as a sample: \(rule)")
    }

    /// Each sample refers only to samples before it: in Swift, a sample that refers to itself would never be finished. These
    /// schemas are errors in a document, but a user may continue in spite of them.
    @Test func samplesDoNotReferToThemselves() throws {
        let (planned, _, diagnostics) = try plan([
            "Left": "{oneOf: [\(Self.reference("Right")), {type: integer}]}",
            "Right": "{oneOf: [\(Self.reference("Left")), {type: string}]}",
        ])
        var made: Set<DeclarationID> = []
        for model in SamplePlanner(schemas: planned, diagnostics: diagnostics).plan([], outputs: [], failures: [])
            .models
        {
            if case .union(_, _, .shared(let id), _) = model.value { #expect(made.contains(id)) }
            made.insert(model.id)
        }
    }

    private static func reference(_ component: String) -> String { "{$ref: '#/components/schemas/\(component)'}" }

    private func plan(_ schemas: [String: String]) throws -> (PlannedSchemas, [Schema], Diagnostics) {
        let components = schemas.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
        let text = "{openapi: 3.1.0, info: {title: T, version: '1'}, paths: {}, components: {schemas: {\(components)}}}"
        let diagnostics = Diagnostics()
        let file = SourceFile(name: "openapi.yaml", bytes: Array(text.utf8))
        let node = try #require(Loader().load(file: file, diagnostics: diagnostics))
        let reader = DocumentReader(diagnostics: diagnostics)
        let document = try #require(reader.read(node, sourceName: "openapi.yaml"))
        let planner = SchemaPlanner(document: document, options: PlanOptions(), diagnostics: diagnostics)
        planner.planComponents(beside: [])
        return (planner.finish(usedBy: TypeUses()), document.components.schemas.map(\.value), diagnostics)
    }
}
