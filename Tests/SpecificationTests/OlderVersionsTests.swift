import Testing

/// The fields of older versions that OpenAPI 3.2 does not have: a change to them appears in what is generated, or they are
/// reported.
@Suite("Every field of older versions")
struct OlderVersionsTests {
    /// `"context¦old" -> new` replaces the text after the mark in a document.
    struct Row: Sendable, CustomTestStringConvertible {
        var field: String
        var change: String
        var replacement: String
        var document: String

        var testDescription: String { field }
    }

    /// The fields that have no effect in generated code, each with its identifier in reports.
    private static let reported = [
        "Items.collectionFormat": "no-equivalent"
    ]

    @Test(
        arguments: OlderDocuments.swaggerRows.map {
            Row(field: $0.0, change: $0.1, replacement: $0.2, document: OlderDocuments.swagger)
        })
    func changingAFieldOfSwaggerChangesWhatIsGenerated(_ row: Row) throws { try check(row) }

    @Test(
        arguments: OlderDocuments.openAPI30Rows.map {
            Row(field: $0.0, change: $0.1, replacement: $0.2, document: OlderDocuments.openAPI30)
        })
    func changingAFieldOfOpenAPI30ChangesWhatIsGenerated(_ row: Row) throws { try check(row) }

    private func check(_ row: Row) throws {
        let parts = row.change.split(separator: "¦", omittingEmptySubsequences: false).map(String.init)
        let places = row.document.ranges(of: parts.joined())
        try #require(places.count == 1 && parts.count == 2, "the text to change stands once in the document")
        let start = row.document.index(places[0].lowerBound, offsetBy: parts[0].count)
        let changed = row.document[..<start] + row.replacement + row.document[places[0].upperBound...]
        let (original, generated) = (Generated(row.document), Generated(String(changed)))
        #expect(original.errors == [] && generated.errors == [], "both documents are sound")
        let isHonoured = generated.sources != original.sources
        guard let identifier = Self.reported[row.field] else {
            #expect(isHonoured, "it is neither honoured nor reported: nothing generated tells of the change")
            return
        }
        #expect(!isHonoured, "it is honoured: take it off the list of what is only reported")
        let line = row.document[..<start].count { $0 == "\n" } + 1
        #expect(original.findings.contains { $0.line == line && $0.identifier == identifier })
    }
}

private enum OlderDocuments {
    static let swagger = """
        swagger: "2.0"
        info: {title: Old, version: "1"}
        host: old.example.com
        basePath: /v1
        schemes: [https]
        consumes: [application/json]
        produces: [application/json]
        security: [{login: [read]}]
        securityDefinitions:
          login: {type: oauth2, flow: accessCode, authorizationUrl: https://example.com/a, tokenUrl: https://example.com/t, scopes: {read: Read}}
          keys: {type: apiKey, in: header, name: X-Key}
        paths:
          /a:
            post:
              operationId: a
              schemes: [http]
              consumes: [application/x-www-form-urlencoded]
              produces: [text/plain]
              parameters:
                - {name: f, in: formData, type: string, description: A field}
                - {name: n, in: query, type: number, format: float, maximum: 9, exclusiveMaximum: true, minimum: 1, exclusiveMinimum: true, multipleOf: 2, default: 4}
                - {name: s, in: query, type: string, maxLength: 8, minLength: 3, pattern: "^s", allowEmptyValue: true}
                - {name: e, in: query, type: string, enum: [one, two]}
                - {name: l, in: query, type: array, collectionFormat: pipes, maxItems: 5, minItems: 2, uniqueItems: true, items: {type: string, format: uuid}}
                - {name: m, in: query, type: array, items: {type: array, collectionFormat: ssv, items: {type: integer}}}
                - {name: o, in: query, type: array, items: {type: string, maxLength: 7, enum: [x, y]}}
                - {$ref: "#/parameters/shared"}
              responses:
                200: {description: Fine, schema: {type: string}}
                default: {$ref: "#/responses/bad"}
          /b:
            put:
              operationId: b
              security: [{keys: []}]
              parameters: [{name: body, in: body, required: true, schema: {$ref: "#/definitions/Pet"}}]
              responses:
                200:
                  description: Fine
                  schema: {$ref: "#/definitions/Pet"}
                  headers:
                    X-N: {type: integer, format: int32, description: How many}
                    X-L: {type: array, collectionFormat: csv, items: {type: number}}
                  examples: {application/json: {kind: Cat, name: Tom}}
        definitions:
          Pet: {type: object, discriminator: kind, required: [kind], properties: {kind: {type: string}, name: {type: string}}}
          Cat: {allOf: [{$ref: "#/definitions/Pet"}, {type: object, properties: {lives: {type: integer}}}]}
        parameters:
          shared: {name: shared, in: query, type: boolean}
        responses:
          bad: {description: Bad, schema: {type: array, items: {type: string}}}
        """

    static let swaggerRows = [
        ("Swagger.host", "host: ¦old.example.com", "new.example.com"),
        ("Swagger.basePath", "basePath: ¦/v1", "/v2"),
        ("Swagger.schemes", "/v1\nschemes: [¦https", "http"),
        ("Swagger.consumes", "]\nconsumes: [¦application/json", "application/xml"),
        ("Swagger.produces", "]\nproduces: [¦application/json", "application/xml"),
        ("Swagger.definitions", "name: {type: ¦string}}}\n  Cat", "integer}}}\n  Cat"),
        ("Swagger.parameters", "shared: {name: shared, in: query, type: ¦boolean", "integer"),
        ("Swagger.responses", "bad: {description: ¦Bad", "Worse"),
        ("Swagger.securityDefinitions", "name: ¦X-Key", "X-Other"),
        ("Operation.consumes", "¦consumes: [application/x-www-form-urlencoded]", "consumes: [multipart/form-data]"),
        ("Operation.produces", "produces: [¦text/plain", "application/json"),
        ("Operation.schemes", "schemes: [¦http]\n      consumes", "ws]\n      consumes"),
        ("Parameter.in", "name: f, in: ¦formData", "query"),
        ("Parameter.schema", "required: true, schema: {$ref: \"#/definitions/¦Pet", "Cat"),
        ("Parameter.type", "name: n, in: query, type: ¦number, format: float", "integer"),
        ("Parameter.format", "type: number, ¦format: float, ", ""),
        ("Parameter.allowEmptyValue", ", ¦allowEmptyValue: true", "x-a: b"),
        ("Parameter.items", "uniqueItems: true, items: {type: ¦string, format: uuid", "integer"),
        ("Parameter.collectionFormat", "collectionFormat: ¦pipes", "tsv"),
        ("Parameter.default", "default: ¦4", "6"),
        ("Parameter.maximum", "maximum: ¦9", "8"),
        ("Parameter.exclusiveMaximum", "¦exclusiveMaximum: true, ", ""),
        ("Parameter.minimum", "minimum: ¦1", "2"),
        ("Parameter.exclusiveMinimum", "¦exclusiveMinimum: true, ", ""),
        ("Parameter.multipleOf", "multipleOf: ¦2", "4"),
        ("Parameter.maxLength", "maxLength: ¦8", "9"),
        ("Parameter.minLength", "minLength: ¦3", "4"),
        ("Parameter.pattern", "pattern: ¦\"^s\"", "\"^t\""),
        ("Parameter.enum", "enum: [one, ¦two]", "three]"),
        ("Parameter.maxItems", "maxItems: ¦5", "6"),
        ("Parameter.minItems", "minItems: ¦2", "3"),
        ("Parameter.uniqueItems", "¦uniqueItems: true, ", ""),
        ("Items.type", "items: {type: array, collectionFormat: ssv, items: {type: ¦integer", "boolean"),
        ("Items.format", "items: {type: string, ¦format: uuid", "x-a: b"),
        ("Items.collectionFormat", "items: {type: array, collectionFormat: ¦ssv", "tsv"),
        ("Items.items", "collectionFormat: ssv, items: {type: ¦integer", "string"),
        ("Items.maxLength", "¦maxLength: 7, ", ""),
        ("Items.enum", "enum: [x, ¦y]", "z]"),
        ("Response.schema", "schema: {$ref: \"#/definitions/¦Pet\"}\n          headers", "Cat\"}\n          headers"),
        ("Response.examples", "examples: {application/json: {kind: Cat, name: ¦Tom", "Tim"),
        ("Header.type", "X-N: {type: ¦integer, format: int32", "string"),
        ("Header.format", "X-N: {type: integer, ¦format: int32", "format: int64"),
        ("Header.description", "description: ¦How many", "What number"),
        ("Header.items", "collectionFormat: csv, items: {type: ¦number", "integer"),
        ("Schema.discriminator", "discriminator: ¦kind", "name"),
        ("Security Scheme.flow", "¦flow: accessCode, authorizationUrl: https://example.com/a", "flow: application"),
        ("Security Scheme.authorizationUrl", "authorizationUrl: ¦https://example.com/a", "https://example.com/b"),
        ("Security Scheme.tokenUrl", "tokenUrl: ¦https://example.com/t", "https://example.com/u"),
        ("Security Scheme.scopes", "scopes: {¦read: Read", "see: Read"),
    ]

    static let openAPI30 = """
        openapi: 3.0.4
        info: {title: Old, version: "1"}
        paths:
          /a:
            post:
              operationId: a
              requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}, application/xml: {schema: {$ref: "#/components/schemas/Pet"}}}}
              responses: {"204": {description: Done}}
        components:
          schemas:
            Pet:
              type: object
              properties:
                name: {type: string, nullable: true, xml: {attribute: true}}
                size: {type: number, minimum: 3, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: true}
                tags: {type: array, xml: {wrapped: true}, items: {type: string}}
                word: {type: string, example: tree}
                photo: {type: string, format: byte}
        """

    static let openAPI30Rows = [
        ("Schema.nullable", "type: string, ¦nullable: true, ", ""),
        ("Schema.exclusiveMinimum", "¦exclusiveMinimum: true, ", ""),
        ("Schema.exclusiveMaximum", ", ¦exclusiveMaximum: true", "x-a: b"),
        ("Schema.example", ", ¦example: tree", "x-a: b"),
        ("Schema.format", "type: string, ¦format: byte", "x-a: b"),
        ("XML.attribute", "xml: {¦attribute: true", "x-a: b"),
        ("XML.wrapped", "xml: {¦wrapped: true", "x-a: b"),
    ]
}
