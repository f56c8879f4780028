import ApusOpenAPI
import ApusYAML
import FixtureOutput
import Foundation
import Testing

/// Swagger 2.0 -> OpenAPI 3.
struct SwaggerTests {
    /// A parameter -> the parameter that is read.
    @Test(arguments: [
        (
            #"{"name":"a","in":"query","type":"integer","format":"int32","default":1}"#,
            #"{"name":"a","in":"query","schema":{"type":"integer","format":"int32","default":1}}"#
        ),
        (
            #"{"name":"a","in":"query","type":"array","items":{"type":"string"}}"#,
            #"{"name":"a","in":"query","schema":{"type":"array","items":{"type":"string"}},"style":"form","explode":false}"#
        ),
        (
            #"{"name":"a","in":"query","type":"array","items":{},"collectionFormat":"multi"}"#,
            #"{"name":"a","in":"query","schema":{"type":"array","items":{}},"style":"form","explode":true}"#
        ),
        (
            #"{"name":"a","in":"query","type":"array","items":{},"collectionFormat":"ssv"}"#,
            #"{"name":"a","in":"query","schema":{"type":"array","items":{}},"style":"spaceDelimited","explode":false}"#
        ),
        (
            #"{"name":"a","in":"query","type":"array","items":{},"collectionFormat":"pipes"}"#,
            #"{"name":"a","in":"query","schema":{"type":"array","items":{}},"style":"pipeDelimited","explode":false}"#
        ),
        (
            #"{"name":"a","in":"path","required":true,"type":"array","items":{}}"#,
            #"{"name":"a","in":"path","required":true,"schema":{"type":"array","items":{}},"style":"simple","explode":false}"#
        ),
        (
            #"{"name":"a","in":"query","type":"string","allowEmptyValue":true,"x-nullable":true,"x-a":1}"#,
            #"{"name":"a","in":"query","allowEmptyValue":true,"x-a":1,"schema":{"type":"string","x-nullable":true}}"#
        ),
    ])
    func parametersAreReadAsThoseOfOpenAPI3(old: String, new: String) throws {
        let path = old.contains(#""path""#) ? "/{a}" : "/"
        let operation = try operation(#"{"parameters":[\#(old)],"responses":{}}"#, path: path)
        guard case .value(let parameter) = try #require(operation.parameters.first) else { return }
        #expect(Node(.mapping(parameter.source.fields), at: parameter.location).jsonText() == new)
    }

    /// An operation's fields -> its request body.
    struct Body: Sendable, CustomTestStringConvertible {
        var fields: String
        var text: String
        var testDescription: String { fields }

        init(_ fields: String, _ text: String) {
            self.fields = fields
            self.text = text
        }
    }

    @Test(arguments: [
        Body(
            #""parameters":[{"name":"b","in":"body","description":"D","required":true,"schema":{"type":"string"}}]"#,
            #"{"description":"D","required":true,"content":{"application/json":{"schema":{"type":"string"}}}}"#
        ),
        Body(
            #""consumes":["text/plain","text/csv"],"parameters":[{"name":"b","in":"body","schema":{}}]"#,
            #"{"content":{"text/plain":{"schema":{}},"text/csv":{"schema":{}}}}"#
        ),
        Body(
            #""parameters":[{"name":"a","in":"formData","type":"string","required":true,"description":"D"}]"#,
            #"{"required":true,"content":{"application/x-www-form-urlencoded":{"schema":{"type":"object","properties":"#
                + #"{"a":{"type":"string","description":"D"}},"required":["a"]}}}}"#
        ),
        Body(
            #""parameters":[{"name":"a","in":"formData","type":"file"}]"#,
            #"{"content":{"multipart/form-data":{"schema":{"type":"object","properties":{"a":{"type":"file"}}}}}}"#
        ),
        Body(
            #""consumes":["multipart/form-data"],"parameters":[{"name":"a","in":"formData","type":"string"}]"#,
            #"{"content":{"multipart/form-data":{"schema":{"type":"object","properties":{"a":{"type":"string"}}}}}}"#
        ),
        Body(
            #""parameters":[{"name":"a","in":"formData","type":"array","items":{}}]"#,
            #"{"content":{"application/x-www-form-urlencoded":{"schema":{"type":"object","properties":"#
                + #"{"a":{"type":"array","items":{}}}},"encoding":{"a":{"style":"form","explode":false}}}}}"#
        ),
    ])
    func bodiesAreReadAsThoseOfOpenAPI3(_ body: Body) throws {
        let operation = try operation("{\(body.fields),\"responses\":{}}")
        guard case .value(let found) = try #require(operation.requestBody) else { return }
        #expect(Node(.mapping(found.source.fields), at: found.location).jsonText() == body.text)
    }

    /// A response -> the response that is read.
    @Test(arguments: [
        (#"{"description":"D"}"#, #"{"description":"D"}"#),
        (
            #"{"description":"D","schema":{"type":"string"},"examples":{"application/json":"a"}}"#,
            #"{"description":"D","content":{"application/json":{"schema":{"type":"string"},"example":"a"}}}"#
        ),
        (
            #"{"description":"D","schema":{"type":"file"}}"#,
            #"{"description":"D","content":{"application/octet-stream":{"schema":{"type":"file"}}}}"#
        ),
        (
            #"{"description":"D","headers":{"X":{"type":"array","items":{},"description":"H"}}}"#,
            #"{"description":"D","headers":{"X":{"description":"H","schema":{"type":"array","items":{}},"#
                + #""style":"simple","explode":false}}}"#
        ),
    ])
    func responsesAreReadAsThoseOfOpenAPI3(old: String, new: String) throws {
        let operation = try operation("{\"responses\":{\"200\":\(old)}}")
        guard case .value(let response) = try #require(operation.responses["200"]) else { return }
        #expect(Node(.mapping(response.source.fields), at: response.location).jsonText() == new)
    }

    @Test(arguments: [
        (#"{"type":"file"}"#, #"{"type":"string","format":"binary"}"#),
        (#"{"type":"string","x-nullable":true}"#, #"{"type":["string","null"]}"#),
        (#"{"type":"string","x-nullable":false}"#, #"{"type":"string"}"#),
        (#"{"discriminator":"kind"}"#, #"{"discriminator":{"propertyName":"kind"}}"#),
        (#"{"example":1,"minimum":0,"exclusiveMinimum":true}"#, #"{"examples":[1],"exclusiveMinimum":0}"#),
    ])
    func schemasAreReadAsThoseOfOpenAPI3(old: String, new: String) throws {
        let outcome = Outcome(
            #"{"swagger":"2.0","info":{"title":"T","version":"1"},"paths":{},"definitions":{"S":\#(old)}}"#)
        #expect(outcome.findings == [])
        let schema = try #require(outcome.document?.components.schemas["S"])
        #expect(Node(.mapping(schema.source.fields), at: schema.location).jsonText() == new)
    }

    /// Host, path and schemes -> the URLs of the servers.
    @Test(arguments: [
        ("host: a.b\nbasePath: /v1\nschemes: [https, http]", ["https://a.b/v1", "http://a.b/v1"]),
        ("host: a.b:8080\nbasePath: /\nschemes: [http]", ["http://a.b:8080"]),
        ("host: a.b", ["https://a.b"]), ("basePath: /v1", ["/v1"]), ("basePath: /", ["/"]), ("tags: []", []),
    ])
    func hostPathAndSchemesAreServers(fields: String, urls: [String]) throws {
        let outcome = Outcome("swagger: '2.0'\ninfo: {title: T, version: '1'}\n\(fields)\npaths: {}\n")
        #expect(outcome.errors == [])
        #expect(outcome.document?.servers.map(\.url) == urls)
    }

    @Test func securitySchemesAreReadAsThoseOfOpenAPI3() throws {
        let outcome = Outcome(
            """
            swagger: "2.0"
            info: {title: T, version: "1"}
            paths: {}
            securityDefinitions:
              a: {type: basic}
              b: {type: apiKey, in: query, name: k}
              c: {type: oauth2, flow: application, tokenUrl: https://a.b/t, scopes: {read: R}}
            """
        )
        #expect(outcome.findings == [])
        let schemes = try #require(outcome.document?.components.securitySchemes)
        func kind(_ key: String) -> SecurityScheme.Kind? {
            schemes[key].flatMap { outcome.document?.resolve($0)?.kind }
        }
        guard case .http("basic", nil) = kind("a"), case .apiKey("k", .query) = kind("b"),
            case .oauth2(let flows, _) = kind("c")
        else { return #expect(Bool(false), "\(schemes.keys)") }
        #expect(flows.clientCredentials?.tokenURL == "https://a.b/t")
        #expect(flows.clientCredentials?.scopes["read"]?.value == "R")
    }

    /// Diagnostics quote and point to the original document.
    @Test func diagnosticsPointIntoTheDocumentAsItStands() {
        let outcome = Outcome(
            """
            swagger: "2.0"
            info: {title: T, version: "1"}
            paths:
              /a:
                parameters: [{$ref: '#/parameters/body'}]
                post:
                  parameters:
                    - {name: a, in: query, type: strnig}
                    - {$ref: '#/parameters/none'}
                  responses: {200: {description: D, schema: {$ref: '#/definitions/Nota'}}, 201: {$ref: '#/responses/Pet'}}
            parameters:
              body: {name: b, in: body, schema: {$ref: '#/definitions/Pet'}}
            definitions:
              Pet: {type: object, properties: {a: {$ref: '#/parameters/body'}}}
            """
        )
        let names = "'null', 'boolean', 'integer', 'number', 'string', 'array', 'object'"
        let expected = [
            "10:56: error: '#/definitions/Nota' refers to nothing: '#/definitions' has no 'Nota' [unknown-reference]",
            "10:92: error: '#/responses/Pet' refers to nothing: '#' has no 'responses' [unknown-reference]",
            "14:46: error: '#/parameters/body' is one of the 'parameters', not of the 'schemas' [wrong-reference]",
            "9:18: error: '#/parameters/none' refers to nothing: '#/parameters' has no 'none' [unknown-reference]",
        ]
        #expect(outcome.errors.sorted() == expected)
        #expect(
            outcome.findings.contains {
                $0.hasPrefix("8:38: ") && $0.contains("expected one of \(names), found 'strnig'")
            })
        #expect(outcome.document?.paths.first?.item.operations.first?.requestBody != nil)
    }

    private func operation(_ text: String, path: String = "/") throws -> ApusOpenAPI.Operation {
        let head = #""swagger":"2.0","info":{"title":"T","version":"1"}"#
        let outcome = Outcome(
            "{\(head),\"produces\":[\"application/json\"],\"paths\":{\"\(path)\":{\"post\":\(text)}}}")
        #expect(outcome.findings == [])
        return try #require(outcome.document?.paths.first?.item.operations.first)
    }
}
