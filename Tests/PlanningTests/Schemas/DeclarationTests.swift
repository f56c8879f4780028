import Testing

@testable import ApusPlanning

/// A component -> the declaration that stands for it.
struct DeclarationTests {
    private static func ref(_ name: String) -> String { PlannedComponents.reference(name) }

    @Test(arguments: [
        // Aliases.
        ("{}", "typealias Value = JSONValue"), ("{type: string, format: uuid}", "typealias Value = UUID"),
        ("{type: array, items: {type: string}}", "typealias Value = [String]"),
        ("{type: array, items: {type: [string, 'null']}}", "typealias Value = [String?]"),
        ("{type: object, additionalProperties: {type: integer}}", "typealias Value = [String: Int]"),
        (
            "{type: object, propertyNames: {format: uuid}, additionalProperties: {}}",
            "typealias Value = [UUID: JSONValue]"
        ),
        (
            "{type: object, propertyNames: \(ref("Color")), additionalProperties: {type: integer}}",
            "typealias Value = [Color: Int]"
        ),
        ("\(ref("Color"))", "typealias Value = Color"), ("{allOf: [\(ref("Color"))]}", "typealias Value = Color"),
        ("{type: [integer, string], pattern: '^\\d+$'}", "typealias Value = FlexibleNumber<Int>"),
        // Enumerations.
        ("{enum: [small, large]}", "enum Value: String {small, large}"), ("{enum: [1, 2]}", "enum Value: Int {1, 2}"),
        // Structures: members that may be absent, null, or either.
        ("{properties: {a: {type: string}}}", "struct Value {a: String?}"),
        ("{properties: {a: {type: string}}, required: [a]}", "struct Value {a: String}"),
        ("{properties: {a: {type: [string, 'null']}}, required: [a]}", "struct Value {a: String?}"),
        ("{properties: {a: {type: [string, 'null']}}}", "struct Value {a: Nullable<String>?}"),
        ("{properties: {a: \(ref("Maybe"))}}", "struct Value {a: Nullable<Maybe>?}"),
        // Members that no property names.
        (
            "{properties: {a: {}}, additionalProperties: {type: integer}}",
            "struct Value {a: JSONValue?, additionalProperties: [Int]}"
        ),
        (
            "{properties: {additionalProperties: {}}, additionalProperties: {}}",
            "struct Value {additionalProperties: JSONValue?, otherProperties: [JSONValue]}"
        ),
        ("{properties: {a: {}}, required: [b]}", "struct Value {a: JSONValue?, b: JSONValue}"),
        ("{properties: {a: {}}, required: [b], additionalProperties: false}", "struct Value {a: JSONValue?}"),
        // Tuples and unions.
        (
            "{type: array, prefixItems: [{type: string}, {type: integer}], minItems: 2}",
            "struct Value {first: String, second: Int}"
        ),
        ("{oneOf: [{type: string}, {type: integer}]}", "enum Value {string(String), integer(Int)}"),
        (
            "{oneOf: [{type: string, format: ipv4}, {type: string}, {type: integer}]}",
            "enum Value {string(String), integer(Int)}"
        ),
    ])
    func declarationOfAComponent(schema: String, declaration: String) throws {
        let planned = try PlannedComponents(
            "Value: \(schema), Color: {enum: [red]}, Maybe: {properties: {x: {}}, type: [object, 'null']}")
        #expect(try planned.finished().declarations.text(of: "Value") == declaration)
    }

    @Test(
        arguments: [
            // The initialiser sets the only value.
            ("{properties: {a: {const: x}}, required: [a]}", Literal.string("x")),
            ("{properties: {a: {enum: [x]}}, required: [a]}", .member("x")),
            ("{properties: {a: {const: x}}}", nil), ("{properties: {a: {type: string}}, required: [a]}", nil),
        ] as [(String, Literal?)])
    func constants(schema: String, constant: Literal?) throws {
        guard
            case .structure(let value) = try PlannedComponents("Value: \(schema)").finished().declarations.named(
                "Value"
            ).kind
        else {
            Issue.record("not a structure")
            return
        }
        #expect(value.properties[0].constant == constant)
    }

    /// A multipart form has files, and parts that may be null may be left out.
    @Test func forms() throws {
        let planned = try PlannedComponents(
            "Form: {required: [file, note], properties: {file: {type: string, format: binary}, note: {type: [string, 'null']}}}",
            paths: """
                /a: {post: {operationId: send, responses: {'200': {description: ok}}, requestBody: {content: {multipart/form-data:
                  {schema: \(Self.ref("Form"))}}}}}
                """)
        let declarations = planned.plan().declarations
        #expect(try declarations.text(of: "Form") == "struct Form {file: FilePart, note: String?}")
        guard case .structure(let form) = try declarations.named("Form").kind else {
            Issue.record("not a structure")
            return
        }
        #expect(form.codec == .multipart)
    }

    @Test func typesOfTheUsersOwn() throws {
        let options = PlanOptions(types: [
            "#/components/schemas/Value": ExternalType("Money"), "format:money": ExternalType("Cents"),
        ])
        let planned = try PlannedComponents(
            "Value: {properties: {a: {}}}, Other: {properties: {value: \(Self.ref("Value")), format: {type: string, format: money}}}",
            options: options)
        let declarations = planned.finished().declarations
        #expect(try declarations.text(of: "Value") == "typealias Value = Money")
        #expect(try declarations.text(of: "Other") == "struct Other {value: Value?, format: Cents?}")
    }

    @Test(arguments: [
        ("{title: Value, description: d}", ["d"]), ("{title: A thing}", ["A thing"]), ("{title: value}", []),
        (
            "{contentMediaType: image/png, contentEncoding: base64url, type: string}",
            ["Contains `image/png`, encoded in `base64url`."]
        ),
    ])
    func documentation(schema: String, paragraphs: [String]) throws {
        #expect(
            try PlannedComponents("Value: \(schema)").finished().declarations.named("Value").documentation == paragraphs
        )
    }
}
