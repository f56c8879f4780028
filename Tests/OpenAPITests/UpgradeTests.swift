import ApusOpenAPI
import ApusYAML
import FixtureOutput
import Testing

/// OpenAPI 3.0's schemas -> JSON Schema 2020-12.
struct UpgradeTests {
    static let table: [(String, String)] = [
        // nullable
        (##"{"type":"string","nullable":true}"##, ##"{"type":["string","null"]}"##),
        (##"{"type":"string","nullable":false}"##, ##"{"type":"string"}"##),
        (##"{"nullable":true,"title":"T"}"##, ##"{"title":"T"}"##),
        (##"{"type":"string","enum":["a"],"nullable":true}"##, ##"{"type":["string","null"],"enum":["a",null]}"##),
        (##"{"type":"string","enum":["a",null],"nullable":true}"##, ##"{"type":["string","null"],"enum":["a",null]}"##),
        (##"{"enum":["a"],"nullable":true}"##, ##"{"enum":["a",null]}"##),
        (##"{"$ref":"#/X","nullable":true}"##, ##"{"anyOf":[{"$ref":"#/X"},{"type":"null"}]}"##),
        (
            ##"{"title":"T","allOf":[{"$ref":"#/X"}],"nullable":true,"x-a":1}"##,
            ##"{"title":"T","x-a":1,"anyOf":[{"allOf":[{"$ref":"#/X"}]},{"type":"null"}]}"##
        ),
        (
            ##"{"type":"object","nullable":true,"oneOf":[{"$ref":"#/X"}],"discriminator":{"propertyName":"k"}}"##,
            ##"{"anyOf":[{"type":"object","oneOf":[{"$ref":"#/X"}],"discriminator":{"propertyName":"k"}},{"type":"null"}]}"##
        ),
        (
            ##"{"description":"D","anyOf":[{"$ref":"#/X"}],"nullable":true}"##,
            ##"{"description":"D","anyOf":[{"$ref":"#/X"},{"type":"null"}]}"##
        ),
        (
            ##"{"anyOf":[{"$ref":"#/X"},{"nullable":true,"description":"D"}]}"##,
            ##"{"anyOf":[{"$ref":"#/X"},{"type":"null"}]}"##
        ),
        (##"{"oneOf":[{"nullable":true}]}"##, ##"{"oneOf":[{"nullable":true}]}"##),
        // bounds
        (##"{"minimum":1,"exclusiveMinimum":true}"##, ##"{"exclusiveMinimum":1}"##),
        (##"{"minimum":1,"exclusiveMinimum":false}"##, ##"{"minimum":1}"##),
        (##"{"exclusiveMaximum":true,"maximum":2}"##, ##"{"exclusiveMaximum":2}"##),
        (##"{"exclusiveMaximum":true}"##, ##"{}"##),
        (##"{"exclusiveMaximum":3}"##, ##"{"exclusiveMaximum":3}"##),
        // example
        (##"{"type":"string","example":"a"}"##, ##"{"type":"string","examples":["a"]}"##),
        (##"{"example":"a","examples":["b"]}"##, ##"{"examples":["b"]}"##),
        (##"{"example":null}"##, ##"{"examples":[null]}"##),
        // tuples
        (##"{"items":[{"type":"string"}]}"##, ##"{"prefixItems":[{"type":"string"}]}"##),
        (##"{"items":[true],"additionalItems":false}"##, ##"{"prefixItems":[true],"items":false}"##),
        // siblings of a reference
        (##"{"$ref":"#/X","type":"object","required":["a"]}"##, ##"{"$ref":"#/X"}"##),
        (
            ##"{"$ref":"#/X","description":"D","default":1,"readOnly":true,"x-a":1}"##,
            ##"{"$ref":"#/X","description":"D","default":1,"readOnly":true,"x-a":1}"##
        ),
        (
            ##"{"$ref":"#/X","description":"D","nullable":true,"maxLength":3}"##,
            ##"{"description":"D","anyOf":[{"$ref":"#/X"},{"type":"null"}]}"##
        ),
    ]

    @Test(arguments: table)
    func olderSchemasAreReadAsTheNewestForm(old: String, new: String) throws {
        let document = """
            {"openapi":"3.0.3","info":{"title":"T","version":"1"},"paths":{},
            "X":{},"components":{"schemas":{"S":\(old)}}}
            """
        let outcome = Outcome(document, name: "openapi.json")
        #expect(outcome.errors == [])
        let schema = try #require(outcome.document?.components.schemas["S"])
        #expect(Node(.mapping(schema.source.fields), at: schema.location).jsonText() == new)
    }

    /// The old form has the same meaning in documents of later versions, but siblings of a reference have an effect there.
    @Test func olderKeywordsMeanTheSameInLaterDocuments() throws {
        let outcome = Outcome(
            """
            openapi: 3.1.0
            info: {title: T, version: "1"}
            components:
              schemas:
                A: {type: string, nullable: true, example: a}
                B: {$ref: '#/components/schemas/A', maxLength: 3}
            """
        )
        #expect(
            outcome.findings == [#"5:23: warning: 'nullable' is a type "null" since OpenAPI 3.1 [outdated-keyword]"#])
        let schemas = try #require(outcome.document?.components.schemas)
        #expect(schemas["A"]?.types == [.string, .null])
        #expect(schemas["B"]?.reference != nil && schemas["B"]?.strings.maxLength == 3)
    }
}
