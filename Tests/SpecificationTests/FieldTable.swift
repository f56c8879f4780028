import Testing

/// Shows that each field matters: a change in `Fixtures/every-field` for which the generated sources change.
///
/// `"context¦old" -> new` replaces the text after the mark. The text before it makes the place unique.
enum FieldTable {
    struct Row: Sendable, CustomTestStringConvertible {
        var field: String
        var change: String
        var replacement: String

        var testDescription: String { field }
    }

    /// The fields that have no effect in generated code, each with its own identifier in reports. At most 12.
    static let reported = [
        "Encoding.encoding": "unsupported-nested-encoding",
        "Encoding.itemEncoding": "unsupported-nested-item-encoding",
        "Encoding.prefixEncoding": "unsupported-nested-prefix-encoding",
        "Media Type.itemEncoding": "unsupported-item-encoding",
        "Media Type.prefixEncoding": "unsupported-prefix-encoding",
        "Schema.contentSchema": "unsupported-content-schema",
    ]

    /// The fields that must have no effect, with the reason.
    static let inert = [
        "Schema.$comment":
            "\"Implementations MUST NOT present this string to end users.\" [JSON Schema Core, section 8.3]",
        "Header.style":
            "It has one value: \"The default (and only legal value for headers) is `simple`.\" [Header Object]",
    ]

    static let rows: [Row] =
        rows(document) + rows(operations) + rows(parameters) + rows(bodies) + rows(answers) + rows(schemas)
        + rows(security)

    private static func rows(_ table: [(String, String, String)]) -> [Row] {
        table.map { Row(field: $0.0, change: $0.1, replacement: $0.2) }
    }

    private static let document = [
        ("OpenAPI.openapi", "¦openapi: 3.2.0", "openapi: 3.0.4"),
        ("OpenAPI.$self", "$self: https://vendor.example.com/¦one/", "two/"),
        (
            "OpenAPI.jsonSchemaDialect", "jsonSchemaDialect: ¦https://spec.openapis.org/oas/3.2/dialect/2025-09-17",
            "https://vendor.example.com/bare.json"
        ),
        ("OpenAPI.info", "info:\n  title: ¦Every Field", "Other"),
        ("OpenAPI.servers", "¦  - {url: \"https://{region}.example.com\"", "  - {url: \"https://{region}.other.com\""),
        ("OpenAPI.paths", "¦/events:", "/happenings:"),
        ("OpenAPI.webhooks", "webhooks:\n  ¦born", "arrived"),
        ("OpenAPI.components", "Filter: {type: object, properties: {¦color", "colour"),
        ("OpenAPI.security", "¦security: [{key: []}]\nexternal", "external"),
        ("OpenAPI.tags", "¦  - {name: pets, ", "  - {name: beasts, "),
        ("OpenAPI.externalDocs", "¦externalDocs: {url: https://example.com/docs, description: The whole manual}\n", ""),
        ("Info.title", "  title: ¦Every Field", "Other"),
        ("Info.summary", "¦summary: Each field of the specification once\n", "x-a: b\n"),
        ("Info.description", "¦description: Nothing is left out.\n", "x-a: b\n"),
        ("Info.termsOfService", "¦termsOfService: https://example.com/terms", "x-a: b"),
        ("Info.contact", "¦contact: {name: Ann, url: https://example.com/ann, email: ann@example.com}", "x-a: b"),
        ("Info.license", "¦license: {name: MIT License, identifier: MIT, url: https://example.com/mit}", "x-a: b"),
        ("Info.version", "¦version: 1.2.3", "version: 4.5.6"),
        ("Contact.name", "contact: {¦name: Ann, ", ""),
        ("Contact.url", "name: Ann, ¦url: https://example.com/ann, ", ""),
        ("Contact.email", "ann, ¦email: ann@example.com", ""),
        ("License.name", "license: {¦name: MIT License", "name: Free"),
        ("License.identifier", "name: MIT License, ¦identifier: MIT, ", ""),
        ("License.url", "identifier: MIT, ¦url: https://example.com/mit", ""),
        ("Server.url", "¦url: \"https://{region}.example.com\"", "url: \"https://{region}.other.com\""),
        ("Server.description", "¦description: The one that is always up, ", ""),
        ("Server.name", "example.com\", ¦name: main, ", ""),
        (
            "Server.variables",
            "up, ¦variables: {region: {enum: [eu, us], default: eu, description: Where the data lies}}",
            "variables: {region: {default: us}}"
        ),
        ("Server Variable.enum", "region: {¦enum: [eu, us], ", ""),
        ("Server Variable.default", "[eu, us], ¦default: eu", "default: us"),
        ("Server Variable.description", ", ¦description: Where the data lies", ""),
        ("Components.schemas", "Filter: {type: object, properties: {¦color", "colour"),
        (
            "Components.responses",
            "X-Json: {content: {application/json: {schema: {¦$ref: \"#/components/schemas/Filter\"", "type: string"
        ),
        ("Components.parameters", "    page: {name: ¦page", "part"),
        ("Components.examples", "first: {summary: The first, description: ¦Where one begins", "The start"),
        (
            "Components.requestBodies",
            "requestBodies:\n    Pet: {content: {application/json: {schema: {¦$ref: \"#/components/schemas/Pet\"",
            "$ref: \"#/components/schemas/Cat\""
        ),
        (
            "Components.headers", "deprecated: true, schema: {type: ¦integer}, examples: {seven",
            "string}, examples: {seven"
        ),
        ("Components.securitySchemes", "type: apiKey, name: ¦X-Key", "X-Other-Key"),
        ("Components.links", "next: {operationId: ¦putPet", "deletePet"),
        (
            "Components.callbacks",
            "callbacks:\n        changed: ¦{\"{$request.query.url}\": {post: {operationId: petChanged, responses: {\"204\": {description: Thanks}}}}}",
            "{$ref: \"#/components/callbacks/unused\"}"
        ),
        ("Components.pathItems", "shared: {get: {operationId: ¦shared", "another"),
        (
            "Components.mediaTypes",
            "events: {itemSchema: {type: object, required: [data], properties: {data: {type: ¦string", "integer"
        ),
        ("Tag.name", "- {¦name: pets, summary", "name: beasts, summary"),
        ("Tag.summary", "¦summary: All pets, ", ""),
        ("Tag.description", "¦description: Pets of all kinds, ", ""),
        ("Tag.externalDocs", "¦externalDocs: {url: https://example.com/pets, description: Pets at length}", "x-a: b"),
        ("Tag.parent", "cats, ¦parent: pets, ", ""),
        ("Tag.kind", "name: featured, ¦kind: badge", ""),
        ("External Documentation.description", "¦description: The whole manual", "description: All of it"),
        ("External Documentation.url", "¦url: https://example.com/docs", "url: https://example.com/other"),
    ]

    private static let operations = [
        ("Paths.{path}", "¦/events:", "/happenings:"),
        (
            "Path Item.$ref", "/shared: {¦$ref: \"#/components/pathItems/shared\"}",
            "get: {operationId: another, responses: {\"204\": {description: Done}}}}"
        ),
        ("Path Item.summary", "¦summary: A single pet", "x-a: b"),
        ("Path Item.description", "¦description: Found by its number", "x-a: b"),
        ("Path Item.get", "/shared: ¦{$ref: \"#/components/pathItems/shared\"}", "{}"),
        ("Path Item.put", "    ¦put: {operationId: putPet", "x-put: {operationId: putPet"),
        ("Path Item.post", "    ¦post: {operationId: postPet", "x-post: {operationId: postPet"),
        ("Path Item.delete", "    ¦delete: {operationId: deletePet", "delete: {operationId: removePet"),
        ("Path Item.options", "    ¦options: {operationId", "x-options: {operationId"),
        ("Path Item.head", "    ¦head: {operationId", "x-head: {operationId"),
        ("Path Item.patch", "    ¦patch: {operationId", "x-patch: {operationId"),
        ("Path Item.trace", "    ¦trace: {operationId", "x-trace: {operationId"),
        ("Path Item.query", "    ¦query: {operationId", "x-query: {operationId"),
        (
            "Path Item.additionalOperations", "    ¦additionalOperations:\n      COPY",
            "x-additionalOperations:\n      COPY"
        ),
        ("Path Item.servers", "¦servers: [{url: https://pets.example.com}]", "x-a: b"),
        ("Path Item.parameters", "style: label, schema: {type: ¦integer", "string"),
        ("Operation.tags", "      ¦tags: [featured, cats]", "x-a: b"),
        ("Operation.summary", "¦summary: Find a pet", "x-a: b"),
        ("Operation.description", "¦description: Finds it by its number.", "x-a: b"),
        (
            "Operation.externalDocs", "¦externalDocs: {url: https://example.com/find, description: Finding explained}",
            "x-a: b"
        ),
        ("Operation.operationId", "operationId: ¦deletePet, responses", "removePet, responses"),
        ("Operation.parameters", "{name: empty, in: query, allowEmptyValue: true, schema: {type: ¦string", "integer"),
        (
            "Operation.requestBody", "putPet, tags: [pets], ¦requestBody: {$ref: \"#/components/requestBodies/Pet\"}, ",
            ""
        ),
        ("Operation.responses", "deletePet, responses: {¦\"204\"", "\"202\""),
        ("Operation.callbacks", "callbacks:\n        ¦changed", "altered"),
        ("Operation.deprecated", "¦      deprecated: true\n", ""),
        ("Operation.security", "¦      security: [{bearer: []}, {oauth: [read]}]\n", ""),
        ("Operation.servers", "¦servers: [{url: https://find.example.com}]", "x-a: b"),
        ("Callback.{expression}", "¦\"{$request.query.url}\"", "\"{$request.query.where}\""),
        ("Link.operationRef", "operationRef: ¦\"#/paths/~1pets~1{id}/delete\"", "\"#/paths/~1pets~1{id}/put\""),
        ("Link.operationId", "next: {operationId: ¦putPet", "deletePet"),
        ("Link.parameters", "putPet, ¦parameters: {id: $response.body#/number}, ", ""),
        ("Link.requestBody", "¦requestBody: {name: Rex}, ", ""),
        ("Link.description", "¦description: The one after it, ", ""),
        ("Link.server", ", ¦server: {url: https://next.example.com}", ""),
    ]

    private static let parameters = [
        ("Parameter.name", "{name: ¦empty, in: query", "void, in: query"),
        ("Parameter.in", "{name: empty, in: ¦query, allowEmptyValue: true, ", "header, "),
        ("Parameter.description", "¦description: How it looks, ", ""),
        ("Parameter.required", "How it looks, ¦required: true, ", ""),
        ("Parameter.deprecated", "required: true, ¦deprecated: true, style: pipe", "style: pipe"),
        ("Parameter.allowEmptyValue", "in: query, ¦allowEmptyValue: true, ", ""),
        ("Parameter.example", ", ¦example: [round, flat]", ""),
        (
            "Parameter.examples",
            ", ¦examples: {none: {summary: None at all, value: nothing}, far: {$ref: \"#/components/examples/far\"}}",
            ""
        ),
        ("Parameter.style", "¦style: pipeDelimited", "style: spaceDelimited"),
        ("Parameter.explode", "required: true, ¦style: label, schema", "style: label, explode: true, schema"),
        (
            "Parameter.allowReserved", "explode: false, ¦allowReserved: true, schema: {type: array",
            "schema: {type: array"
        ),
        ("Parameter.schema", "{name: empty, in: query, allowEmptyValue: true, schema: {type: ¦string", "integer"),
        (
            "Parameter.content",
            "{name: filter, in: query, content: {application/json: {schema: {¦$ref: \"#/components/schemas/Filter\"",
            "$ref: \"#/components/schemas/Pet\""
        ),
        (
            "Reference.$ref", "- {¦$ref: \"#/components/parameters/page\", description: Which part of them}",
            "name: other, in: query, schema: {type: string}}"
        ),
        ("Reference.summary", "default: {¦summary: Whatever else, ", ""),
        ("Reference.description", "page\", ¦description: Which part of them", "x-a: b"),
        ("Example.summary", "none: {¦summary: None at all, ", ""),
        ("Example.description", "The first, ¦description: Where one begins, ", ""),
        ("Example.dataValue", "begins, ¦dataValue: {number: 1}, ", ""),
        ("Example.serializedValue", "¦serializedValue: \"page[number]=1\"", "serializedValue: \"page[number]=2\""),
        ("Example.externalValue", "externalValue: ¦https://example.com/example.json", "https://example.com/other.json"),
        ("Example.value", "None at all, ¦value: nothing", "value: something"),
    ]

    private static let bodies = [
        ("Request Body.description", "requestBody: {¦description: What to keep, ", ""),
        ("Request Body.content", "requestBody: {¦content: {application/xml", "content: {text/plain"),
        ("Request Body.required", "What to keep, ¦required: true, ", ""),
        (
            "Media Type.schema",
            "requestBodies:\n    Pet: {content: {application/json: {schema: {¦$ref: \"#/components/schemas/Pet\"",
            "$ref: \"#/components/schemas/Cat\""
        ),
        (
            "Media Type.itemSchema",
            "events: {itemSchema: {type: object, required: [data], properties: {data: {type: ¦string", "integer"
        ),
        ("Media Type.example", "schemas/Pet\"}, ¦example: {name: Tom}", ""),
        ("Media Type.examples", ", ¦examples: {tim: {summary: Tim, value: {name: Tim}}}", ""),
        (
            "Media Type.encoding",
            "photo: ¦{contentType: image/png, headers: {X-Size: {required: true, schema: {type: integer}}}}", "{}"
        ),
        ("Media Type.prefixEncoding", "¦prefixEncoding: [{contentType: application/json}]\n", "x-a: b\n"),
        (
            "Media Type.itemEncoding",
            "¦itemEncoding: {contentType: image/png, prefixEncoding: [{contentType: text/plain}], itemEncoding: {contentType: text/css}}\n",
            "x-a: b\n"
        ),
        ("Encoding.contentType", "photo: {¦contentType: image/png", "contentType: image/jpeg"),
        ("Encoding.headers", "¦headers: {X-Size: {required: true, schema: {type: integer}}}", "x-a: b"),
        ("Encoding.encoding", "multipart/mixed, ¦encoding: {inner: {contentType: text/html}}", "x-a: b"),
        ("Encoding.prefixEncoding", "image/png, ¦prefixEncoding: [{contentType: text/plain}], ", ""),
        ("Encoding.itemEncoding", ", ¦itemEncoding: {contentType: text/css}", ""),
        ("Encoding.style", "words: {¦style: spaceDelimited, explode: false}", "style: form, explode: false}"),
        ("Encoding.explode", "spaceDelimited, ¦explode: false", "explode: true"),
        ("Encoding.allowReserved", "query: {¦allowReserved: true}", "x-a: b}"),
        ("XML.name", "{¦name: memo, ", ""),
        ("XML.namespace", "memo, ¦namespace: https://example.com/note, ", ""),
        ("XML.prefix", "note, ¦prefix: n", ""),
        ("XML.attribute", "xml: {¦attribute: true}", "}"),
        ("XML.wrapped", "xml: {¦wrapped: true}", "}"),
        ("XML.nodeType", "xml: {¦nodeType: text}", "}"),
    ]

    private static let answers = [
        ("Responses.default", "        ¦default: {summary: Whatever else", "\"500\": {summary: Whatever else"),
        ("Responses.{status}", "        ¦\"404\"", "\"410\""),
        ("Response.summary", "default: {¦summary: Whatever else, ", ""),
        ("Response.description", "\"404\": {¦description: It is not there", "description: Not here"),
        ("Response.headers", "¦X-List: {schema", "X-Lines: {schema"),
        (
            "Response.content",
            "      content: {¦application/json: {schema: {$ref: \"#/components/schemas/Pet\"}, examples",
            "text/plain: {schema: {type: string}, examples"
        ),
        ("Response.links", "        ¦far: {operationRef", "distant: {operationRef"),
        ("Header.description", "¦description: How often one may ask, ", ""),
        ("Header.required", "example: [a, b], ¦required: true", "required: false"),
        ("Header.deprecated", "may ask, ¦deprecated: true, ", ""),
        ("Header.example", ", ¦example: [a, b], ", ""),
        ("Header.examples", "integer}, ¦examples: {seven: {value: 7}}", "x-a: b"),
        ("Header.style", "items: {type: string}}, ¦style: simple, explode", "explode"),
        ("Header.explode", "simple, ¦explode: true", "explode: false"),
        ("Header.schema", "X-List: {schema: {type: array, items: {type: ¦string", "integer"),
        (
            "Header.content", "X-Json: {content: {application/json: {schema: {¦$ref: \"#/components/schemas/Filter\"",
            "$ref: \"#/components/schemas/Pet\""
        ),
    ]

    private static let schemas = [
        ("Schema.$id", "leaf, $dynamicAnchor: node, $ref: ¦https://example.com/tree", "https://example.com/own"),
        ("Schema.$schema", "Own: {¦$schema: https://example.com/dialect, ", ""),
        ("Schema.$ref", "animal: {¦$ref: \"#/components/schemas/Animal\"", "$ref: \"#/components/schemas/Dog\""),
        ("Schema.$anchor", "$defs: {inner: {$anchor: inside, type: ¦integer", "string"),
        ("Schema.$dynamicRef", "items: {¦$dynamicRef: \"#node\"", "type: string"),
        ("Schema.$dynamicAnchor", "leaf, ¦$dynamicAnchor: node, ", ""),
        (
            "Schema.$vocabulary", "¦https://json-schema.org/draft/2020-12/vocab/applicator: true",
            "https://json-schema.org/draft/2020-12/vocab/validation: true"
        ),
        ("Schema.$comment", "¦$comment: A remark for editors", "x-a: b"),
        ("Schema.$defs", "$defs: {inner: {$anchor: inside, type: integer, maximum: ¦77", "88"),
        ("Schema.allOf", "properties: {right: {type: ¦string", "integer"),
        ("Schema.anyOf", "anyOf: [{type: string}, {type: ¦integer", "boolean"),
        ("Schema.oneOf", "one: {oneOf: [{type: string}, {type: ¦boolean", "integer"),
        ("Schema.not", "¦not: {const: forbidden}", "x-a: b"),
        ("Schema.if", "if: {required: [¦if]", "iff]"),
        ("Schema.then", "then: {required: [¦then]", "thenn]"),
        ("Schema.else", "else: {required: [¦otherwise]", "elsewhere]"),
        ("Schema.dependentSchemas", "dependentSchemas: {count: {required: [¦total]", "inner]"),
        ("Schema.prefixItems", "pair: {type: array, prefixItems: [{type: string}, {type: ¦integer", "boolean"),
        (
            "Schema.items",
            "many: {type: array, items: {title: One of many, type: object, properties: {a: {type: ¦string", "integer"
        ),
        ("Schema.contains", "contains: {type: ¦integer", "boolean"),
        ("Schema.properties", "Filter: {type: object, properties: {¦color", "colour"),
        ("Schema.patternProperties", "patternProperties: {\"^x-\": {type: ¦boolean", "integer"),
        ("Schema.additionalProperties", "additionalProperties: {type: ¦integer", "boolean"),
        ("Schema.propertyNames", "propertyNames: {maxLength: ¦66", "67"),
        ("Schema.unevaluatedItems", "¦unevaluatedItems: false", "x-a: b"),
        ("Schema.unevaluatedProperties", "unevaluatedProperties: {type: ¦boolean", "string"),
        ("Schema.type", "total: {type: ¦number", "integer"),
        ("Schema.enum", "enum: [one, ¦two]", "three]"),
        ("Schema.const", "const: ¦fixed", "firm"),
        ("Schema.multipleOf", "¦multipleOf: 5", "multipleOf: 2"),
        ("Schema.maximum", "¦maximum: 1000", "maximum: 1001"),
        ("Schema.exclusiveMaximum", "¦exclusiveMaximum: 999", "exclusiveMaximum: 998"),
        ("Schema.minimum", "¦minimum: 10", "minimum: 9"),
        ("Schema.exclusiveMinimum", "¦exclusiveMinimum: 11", "exclusiveMinimum: 12"),
        ("Schema.maxLength", "¦maxLength: 33", "maxLength: 34"),
        ("Schema.minLength", "¦minLength: 3,", "minLength: 2,"),
        ("Schema.pattern", "¦\"^[a-z]+$\"", "\"^[a-y]+$\""),
        ("Schema.maxItems", "¦maxItems: 44", "maxItems: 45"),
        ("Schema.minItems", "¦minItems: 4,", "minItems: 5,"),
        ("Schema.uniqueItems", ", ¦uniqueItems: true", ""),
        ("Schema.maxContains", "¦maxContains: 8", "maxContains: 9"),
        ("Schema.minContains", "¦minContains: 3", "minContains: 2"),
        ("Schema.maxProperties", "¦maxProperties: 99", "maxProperties: 98"),
        ("Schema.minProperties", "¦minProperties: 2", "minProperties: 3"),
        ("Schema.required", "required: [¦word]\n", "count]\n"),
        ("Schema.dependentRequired", "dependentRequired: {word: [¦count]", "total]"),
        ("Schema.format", ", ¦format: uuid", ""),
        ("Schema.contentEncoding", "image: {type: string, ¦contentEncoding: base64, ", ""),
        ("Schema.contentMediaType", "json: {type: string, ¦contentMediaType: application/json, ", ""),
        (
            "Schema.contentSchema",
            ", ¦contentSchema: {type: object, required: [deep], properties: {deep: {type: string}}}", ""
        ),
        ("Schema.title", "¦title: One of many", "x-a: b"),
        ("Schema.description", "¦description: Every keyword once", "x-a: b"),
        ("Schema.default", "¦default: 42", "default: 43"),
        ("Schema.deprecated", "old: {type: string, ¦deprecated: true", ""),
        ("Schema.readOnly", ", ¦readOnly: true", ""),
        ("Schema.writeOnly", ", ¦writeOnly: true", ""),
        ("Schema.examples", "¦examples: [{word: steady, count: 10, total: 12, otherwise: true}]", "x-a: b"),
        ("Schema.example", ", ¦example: {color: red}", ""),
        (
            "Schema.discriminator",
            "¦discriminator: {propertyName: kind, mapping: {feline: \"#/components/schemas/Cat\"}, defaultMapping: Dog}",
            "x-a: b"
        ),
        ("Schema.xml", "object, ¦xml: {name: memo, namespace: https://example.com/note, prefix: n}, ", ""),
        (
            "Schema.externalDocs",
            "¦externalDocs: {url: https://example.com/keywords, description: Keywords explained}", "x-a: b"
        ),
        ("Discriminator.propertyName", "propertyName: ¦kind", "lives"),
        ("Discriminator.mapping", "mapping: {¦feline", "cat"),
        ("Discriminator.defaultMapping", ", ¦defaultMapping: Dog", ""),
    ]

    private static let security = [
        (
            "Security Scheme.type", "bearer: {¦type: http, scheme: bearer, bearerFormat: JWT}",
            "type: apiKey, name: X-B, in: header}"
        ),
        ("Security Scheme.description", "in: header, ¦description: Ask us for one, ", ""),
        ("Security Scheme.name", "type: apiKey, name: ¦X-Key", "X-Other-Key"),
        ("Security Scheme.in", "name: X-Key, in: ¦header", "query"),
        ("Security Scheme.scheme", "basic: {type: http, scheme: ¦basic", "bearer"),
        ("Security Scheme.bearerFormat", "scheme: bearer, ¦bearerFormat: JWT", "x-a: b"),
        ("Security Scheme.flows", "        ¦password: {tokenUrl", "x-password: {tokenUrl"),
        (
            "Security Scheme.openIdConnectUrl", "openIdConnectUrl: ¦https://example.com/openid",
            "https://example.com/other"
        ),
        ("Security Scheme.oauth2MetadataUrl", "¦oauth2MetadataUrl: https://example.com/metadata", "x-a: b"),
        ("Security Scheme.deprecated", "for one, ¦deprecated: true", ""),
        ("OAuth Flows.implicit", "        ¦implicit: {authorizationUrl", "x-implicit: {authorizationUrl"),
        ("OAuth Flows.password", "        ¦password: {tokenUrl", "x-password: {tokenUrl"),
        ("OAuth Flows.clientCredentials", "        ¦clientCredentials: {tokenUrl", "x-clientCredentials: {tokenUrl"),
        (
            "OAuth Flows.authorizationCode", "        ¦authorizationCode: {authorizationUrl",
            "x-authorizationCode: {authorizationUrl"
        ),
        (
            "OAuth Flows.deviceAuthorization", "        ¦deviceAuthorization: {deviceAuth",
            "x-deviceAuthorization: {deviceAuth"
        ),
        ("OAuth Flow.authorizationUrl", "¦https://example.com/a1", "https://example.com/other"),
        ("OAuth Flow.deviceAuthorizationUrl", "¦https://example.com/d5", "https://example.com/other"),
        ("OAuth Flow.tokenUrl", "¦https://example.com/t2", "https://example.com/other"),
        ("OAuth Flow.refreshUrl", "¦https://example.com/r1", "https://example.com/other"),
        ("OAuth Flow.scopes", "r1, scopes: {¦read: Read all", "see: Read all"),
        ("Security Requirement.{name}", "operationId: pay, security: [{¦basic: []}", "key: []}"),
    ]
}
