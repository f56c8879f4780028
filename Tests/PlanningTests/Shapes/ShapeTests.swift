import ApusOpenAPI
import ApusYAML
import Testing

@testable import ApusPlanning

/// A schema -> its shape, which does not depend on what has already been planned.
struct ShapeTests {
    @Test(arguments: [
        // Anything and nothing.
        ("{}", "any"), ("true", "any"), ("false", "never"), ("{description: d}", "any"),
        // One type.
        ("{type: string}", "String"), ("{type: boolean}", "Bool"), ("{type: integer}", "Int"),
        ("{type: number}", "Double"), ("{type: [string, 'null']}", "String?"), ("{type: 'null'}", "any"),
        ("{type: string, format: uuid}", "UUID"), ("{type: string, format: email}", "String"),
        ("{type: string, contentEncoding: base64}", "Data"), ("{type: integer, format: int64}", "Int64"),
        ("{type: integer, maximum: 10000000000000000000, minimum: 0}", "UInt64"),
        ("{type: number, format: decimal}", "Decimal"), ("{type: number, format: int32}", "Int32"),
        ("{type: [integer, string], pattern: '^-?\\d+$'}", "flexible Int"),
        // The type that keywords imply if `type` is missing.
        ("{properties: {a: {}}}", "struct {a}"), ("{items: {type: string}}", "array"), ("{const: a}", "String"),
        ("{const: 1}", "Int"), ("{const: 1.5}", "Double"), ("{minLength: 2}", "any"),
        // Listed values.
        ("{enum: [a, b]}", "enum String a b"), ("{enum: [1, 2]}", "enum Int 1 2"),
        ("{enum: [1.5, 2]}", "enum Double 1.5 2"), ("{enum: [a, null]}", "enum String a?"),
        ("{enum: [a, 1]}", "union 2"), ("{type: integer, enum: [1, 2]}", "enum Int 1 2"),
        ("{oneOf: [{const: a, title: x}, {const: b}]}", "enum String x b"),
        ("{anyOf: [{enum: [a, b]}, {type: string}]}", "enum String a b"),
        // Lists, tuples and maps.
        ("{type: array, items: {type: string}}", "array"), ("{type: array}", "array"),
        ("{type: array, prefixItems: [{type: string}, {}]}", "tuple 2"),
        ("{type: object}", "dictionary"), ("{type: object, additionalProperties: {type: string}}", "dictionary"),
        ("{type: object, patternProperties: {'^x': {}}}", "dictionary"),
        ("{type: object, additionalProperties: false}", "struct {} closed"),
        // Objects.
        ("{type: object, properties: {a: {}, b: {}}, required: [b, c]}", "struct {a b! +c}"),
        ("{properties: {a: {}}, additionalProperties: {}}", "struct {a} additional"),
        ("{properties: {a: {}}, patternProperties: {'^x': {}}}", "struct {a} patterns"),
        // All of several.
        ("{allOf: [{properties: {a: {}}}, {properties: {b: {}}, required: [a]}]}", "struct {a! b}"),
        ("{allOf: [{type: string}, {type: string, format: uuid}]}", "UUID"),
        ("{allOf: [{type: integer}, {type: number}]}", "Int"), ("{allOf: [{type: string}, {type: integer}]}", "any"),
        ("{allOf: [{enum: [a, b]}, {enum: [b, c], type: string}]}", "enum String b"),
        ("{allOf: [{description: d}, {type: string}]}", "reference"),
        // One of several.
        ("{anyOf: [{type: string}, {type: 'null'}]}", "reference?"),
        ("{anyOf: [{properties: {a: {}}}, {type: 'null'}]}", "struct {a}?"),
        ("{oneOf: [{type: string}, {type: integer}]}", "union 2"), ("{type: [string, integer]}", "union 2"),
        ("{oneOf: [{type: string}, {type: integer}, {type: 'null'}]}", "union 2?"),
        ("{oneOf: [{type: string, format: ipv4}, {type: string, format: ipv6}]}", "String"),
        ("{properties: {a: {}, b: {}}, anyOf: [{required: [a]}, {required: [b]}]}", "struct {a b}"),
        ("{properties: {a: {}}, oneOf: [{properties: {b: {}}}, {properties: {c: {}}}]}", "union 2 with base"),
        // References.
        ("{$ref: '#/components/schemas/Other'}", "reference"),
        ("{$ref: '#/components/schemas/Other', properties: {b: {}}}", "struct {a b}"),
    ])
    func shapeOfASchema(schema: String, shape: String) throws {
        let planned = try PlannedComponents("Value: \(schema), Other: {properties: {a: {}}}")
        let found = planned.schemas.shapes.shape(of: try planned.schema("Value"))
        #expect(found.text == shape)
    }

    @Test(arguments: [
        ("{allOf: [{type: string}, {type: integer}]}", ["unsupported-schema"]),
        ("{anyOf: [{type: string}, {type: integer}], oneOf: [{}]}", ["unsupported-keyword"]),
        ("{allOf: [{properties: {a: {type: string}}}, {properties: {a: {type: integer}}}]}", ["unsatisfiable"]),
        (
            "{allOf: [{properties: {a: {}}, additionalProperties: false}, {properties: {b: {}}, required: [b]}]}",
            ["unsatisfiable"]
        ),
        ("{type: string}", []),
    ])
    func whatAShapeLeavesOut(schema: String, reports: [String]) throws {
        let planned = try PlannedComponents("Value: \(schema)")
        _ = planned.schemas.shapes.shape(of: try planned.schema("Value"))
        #expect(planned.reports == reports)
    }

    @Test(arguments: [
        ("{properties: {a: {}}}", "{a}"), ("{type: object}", "{}"), ("{type: string}", nil),
        ("{$ref: '#/components/schemas/Other'}", "{b}"), ("{type: array}", nil),
    ])
    func membersOfAForm(schema: String, members: String?) throws {
        let planned = try PlannedComponents("Value: \(schema), Other: {properties: {b: {}}}")
        let form = planned.schemas.shapes.formShape(of: try planned.schema("Value"))
        #expect(form.map { "{\($0.members.map(\.key).joined(separator: " "))}" } == members)
    }

    @Test(arguments: [
        ("{type: string, format: binary}", "FilePart"), ("{type: string}", nil),
        ("{type: string, contentMediaType: image/png}", "FilePart"),
        ("{type: string, contentMediaType: text/plain}", nil),
        ("{type: array, items: {type: string, format: binary}}", "[FilePart]"),
        ("{anyOf: [{type: string, format: binary}, {type: 'null'}]}", "FilePart"),
    ])
    func filesInForms(schema: String, type: String?) throws {
        let planned = try PlannedComponents("Value: \(schema)")
        let file = planned.schemas.shapes.fileType(of: try planned.schema("Value"))
        #expect(file?.text { _ in "" } == type)
    }

    /// Where values of a base with a discriminator are used, the discriminator chooses among the base's heirs.
    @Test func heirs() throws {
        let planned = try PlannedComponents(
            """
            Pet: {properties: {kind: {type: string}}, discriminator: {propertyName: kind}},
            Cat: {allOf: [\(PlannedComponents.reference("Pet")), {properties: {lives: {}}}]},
            Owner: {properties: {pet: \(PlannedComponents.reference("Pet"))}}
            """)
        let shapes = planned.schemas.shapes
        #expect(shapes.shape(of: try planned.schema("Pet")).text == "union 2 with base")
        #expect(shapes.shape(of: try planned.schema("Cat")).text == "struct {kind lives}")
        let cat = Shape.Alternative(schema: try planned.schema("Cat"))
        #expect(shapes.discriminatorValues("kind", of: cat) == ["Cat"])
        #expect(shapes.discriminatorValues("lives", of: cat) == nil)
    }
}

extension Shape {
    fileprivate var text: String { kind.text + (isNullable ? "?" : "") }
}

extension Shape.Kind {
    fileprivate var text: String {
        switch self {
        case .any: "any"
        case .never: "never"
        case .builtin(let type): type.rawValue
        case .flexibleNumber(let type): "flexible \(type.rawValue)"
        case .external(let type): type.name
        case .reference: "reference"
        case .structure(let object): object.text
        case .dictionary: "dictionary"
        case .tuple(let tuple): "tuple \(tuple.members.count)"
        case .array: "array"
        case .enumeration(let shape):
            "enum \(shape.raw.rawValue) "
                + shape.values.map { $0.name ?? $0.node.string ?? $0.node.number?.text ?? "" }.joined(separator: " ")
        case .union(let members): "union \(members.count)" + (members.contains { $0.base != nil } ? " with base" : "")
        }
    }
}

extension ObjectShape {
    fileprivate var text: String {
        let keys = members.map { $0.key + ($0.isRequired ? "!" : "") } + undescribed.map { "+" + $0 }
        return "struct {\(keys.joined(separator: " "))}" + (additional == nil ? "" : " additional")
            + (patterns.isEmpty ? "" : " patterns") + (isClosed ? " closed" : "")
    }
}
