import ApusOpenAPI
import ApusYAML
import FixtureOutput
import Testing

/// Each keyword arrives in the model.
struct SchemaTests {
    /// A schema in an OpenAPI 3.1 document that has another schema, `Other`, for references.
    static func schema(_ text: String) throws -> Schema {
        let outcome = Outcome(
            """
            openapi: 3.2.0
            info: {title: T, version: "1"}
            components: {schemas: {Tested: \(text), Other: {type: string}}}
            """
        )
        #expect(outcome.findings == [])
        return try #require(outcome.document?.components.schemas["Tested"])
    }

    @Test func booleanSchemasAreRead() throws {
        let schema = try Self.schema("{properties: {a: true, b: false}}")
        #expect(schema.boolean == nil)
        #expect(schema.properties.map(\.value.boolean) == [true, false])
    }

    @Test func keywordsOfNumbersAndStringsAreRead() throws {
        let schema = try Self.schema(
            """
            {type: [integer, string], minimum: 1, maximum: 1e400, exclusiveMinimum: 0.5, exclusiveMaximum: 10.50,
             multipleOf: 0.1, minLength: 1, maxLength: 2.0, pattern: "^a$", format: email, contentMediaType: image/png,
             contentEncoding: base64, contentSchema: {type: string}}
            """
        )
        #expect(schema.types == [.integer, .string])
        #expect([schema.numbers.minimum, schema.numbers.maximum].map { $0?.text } == ["1", "1e400"])
        #expect(
            [schema.numbers.exclusiveMinimum, schema.numbers.exclusiveMaximum].map { $0?.text } == ["0.5", "10.50"])
        #expect(schema.numbers.multipleOf?.text == "0.1")
        #expect([schema.strings.minLength, schema.strings.maxLength] == [1, 2])
        #expect(schema.strings.pattern?.value == "^a$" && schema.format == "email")
        #expect(schema.contentMediaType == "image/png" && schema.contentEncoding == "base64")
        #expect(schema.contentSchema?.types == [.string])
        #expect(schema.location(of: "format").text == "4:65")
    }

    @Test func keywordsOfArraysAreRead() throws {
        let schema = try Self.schema(
            """
            {type: array, prefixItems: [true, {type: string}], items: {type: integer}, contains: {const: 1},
             minContains: 0, maxContains: 2, minItems: 1, maxItems: 3, uniqueItems: true, unevaluatedItems: false}
            """
        )
        #expect(schema.prefixItems.count == 2 && schema.items?.types == [.integer])
        #expect(schema.contains?.constant?.integer == 1)
        #expect([schema.minContains, schema.maxContains] == [0, 2])
        #expect([schema.arrays.minItems, schema.arrays.maxItems] == [1, 3])
        #expect(schema.arrays.uniqueItems && schema.unevaluatedItems?.boolean == false)
    }

    @Test func keywordsOfObjectsAreRead() throws {
        let schema = try Self.schema(
            """
            {properties: {$ref: {type: string}}, patternProperties: {^x: {}}, additionalProperties: {type: integer},
             unevaluatedProperties: false, propertyNames: {maxLength: 3}, required: [a, b], minProperties: 1,
             maxProperties: 9, dependentRequired: {a: [b]}, dependentSchemas: {a: {minProperties: 2}}}
            """
        )
        #expect(schema.reference == nil && schema.properties.keys == ["$ref"])
        #expect(schema.patternProperties.keys == ["^x"] && schema.additionalProperties?.types == [.integer])
        #expect(schema.unevaluatedProperties?.boolean == false && schema.propertyNames?.strings.maxLength == 3)
        #expect(schema.required.map(\.value) == ["a", "b"])
        #expect([schema.objects.minProperties, schema.objects.maxProperties] == [1, 9])
        #expect(schema.dependentRequired["a"]?.map(\.value) == ["b"])
        #expect(schema.dependentSchemas["a"]?.objects.minProperties == 2)
    }

    @Test func keywordsOfCombinationsAreRead() throws {
        let schema = try Self.schema(
            """
            {allOf: [true], anyOf: [true, true], oneOf: [true], not: false, if: {}, then: {}, else: {},
             discriminator: {propertyName: kind, mapping: {o: Other, p: "#/components/schemas/Other"},
                             defaultMapping: Other}}
            """
        )
        #expect([schema.allOf.count, schema.anyOf.count, schema.oneOf.count] == [1, 2, 1])
        #expect(schema.not?.boolean == false && schema.if != nil && schema.then != nil && schema.else != nil)
        let discriminator = try #require(schema.discriminator)
        #expect(discriminator.propertyName.value == "kind")
        #expect(discriminator.mapping.map(\.value.uri) == Array(repeating: "#/components/schemas/Other", count: 2))
        #expect(discriminator.defaultMapping?.text == "Other")
    }

    @Test func annotationsAreRead() throws {
        let schema = try Self.schema(
            """
            {title: T, description: D, default: 1, examples: [1, null], deprecated: true, readOnly: true,
             writeOnly: true, enum: [1, null], $comment: C, x-a: 1, externalDocs: {url: https://e},
             xml: {nodeType: attribute, name: n, namespace: s, prefix: p, attribute: true, wrapped: true}}
            """
        )
        #expect([schema.title, schema.description, schema.comment] == ["T", "D", "C"])
        #expect(schema.default?.integer == 1 && schema.examples.count == 2 && schema.enumeration?.last?.isNull == true)
        #expect(schema.deprecated && schema.readOnly && schema.writeOnly)
        #expect(schema.extensions["x-a"]?.integer == 1 && schema.externalDocs?.url == "https://e")
        let xml = try #require(schema.xml)
        #expect(xml.nodeType == .attribute && xml.attribute && xml.wrapped)
        #expect([xml.name, xml.namespace, xml.prefix] == ["n", "s", "p"])
    }

    @Test func identifiersAreRead() throws {
        let schema = try Self.schema(
            """
            {$id: https://e/s, $schema: https://d, $anchor: a, $dynamicAnchor: b, $vocabulary: {https://v: true},
             $defs: {d: {type: string}}, properties: {x: {$ref: "#/$defs/d"}, y: {$dynamicRef: "#b"}}}
            """
        )
        #expect(
            [schema.id, schema.schemaDialect, schema.anchor, schema.dynamicAnchor] == [
                "https://e/s", "https://d", "a", "b",
            ])
        #expect(schema.vocabulary?.jsonText() == #"{"https://v":true}"# && schema.definitions.keys == ["d"])
        #expect(schema.properties["x"]?.reference?.uri == "https://e/s#/$defs/d")
        #expect(schema.properties["y"]?.dynamicReference?.text == "#b")
    }

    @Test(arguments: ["{}", "true", "{title: T}", "{type: string}", "{$ref: '#/components/schemas/Other'}", "false"])
    func aSchemaIsEmptyWithoutAssertions(text: String) throws {
        #expect(try Self.schema(text).isEmpty == ["{}", "true", "{title: T}"].contains(text))
    }
}
