import ApusDiagnostics
import ApusOpenAPI
import ApusYAML
import Testing

@testable import ApusPlanning

/// What responses to invalid input contain, according to the document's `ValidationError`, and what they hide.
struct FastAPIErrorsTests {
    @Test(arguments: [
        ("", false, false), ("input: {}", true, false), ("ctx: {type: object}", false, true),
        ("input: {}, ctx: {type: object}", true, true),
    ])
    func detailsAreThoseDeclared(members: String, hasInput: Bool, hasContext: Bool) throws {
        let style = FastAPIErrors.style(of: try Self.document(entry: members))
        #expect(
            style == .httpValidationError(FastAPIDetails(hasInput: hasInput, hasContext: hasContext)))
    }

    @Test func otherAnswersAreProblems() throws {
        #expect(FastAPIErrors.style(of: try Self.document(entry: "", path: "")) == .problem)
    }

    @Test(arguments: [
        ("{type: string, format: password}", true), ("{type: integer, writeOnly: true}", true),
        ("{type: string}", false), ("{type: string, readOnly: true}", false),
        ("{anyOf: [{type: string, format: password}, {type: 'null'}]}", true),
        ("{allOf: [{$ref: '#/components/schemas/Key'}]}", true), ("{$ref: '#/components/schemas/Key'}", true),
        ("{$ref: '#/components/schemas/Plain', writeOnly: true}", true),
        ("{type: array, items: {type: string, format: password}}", true),
        ("{type: object, additionalProperties: {$ref: '#/components/schemas/Key'}}", true),
        ("{type: array, prefixItems: [{type: string}, {type: string, writeOnly: true}]}", true),
        // The members of an object are considered separately.
        ("{type: object, properties: {inner: {type: string, format: password}}}", false),
        ("{$ref: '#/components/schemas/Cycle'}", false),
    ])
    func secretsAreFoundWhereverTheyStand(schema: String, isSecret: Bool) throws {
        let body = "{type: object, properties: {member: \(schema)}}"
        let inner = "{type: array, items: {anyOf: [\(body), {type: string}]}}"
        for (body, names) in [(body, ["member"]), (inner, ["member"]), (schema, [])] {
            let content = "requestBody: {content: {application/json: {schema: \(body)}}}"
            let document = try Self.document(entry: "input: {}", path: "/a: {post: {\(content), \(Self.responses)}}")
            let (item, operation) = try Self.operation(document)
            let secrets = Secrets(document)
            let found = secrets.names(in: operation, of: item).filter { $0 != "inner" }
            #expect(found == (isSecret ? names : []))
            let sent = operation.requestBody.flatMap { document.resolve($0) }?.content.first?.value.schema
            #expect(secrets.contains(try #require(sent)) == (isSecret && names.isEmpty))
        }
    }

    @Test func secretParametersAreFound() throws {
        let secret = "{name: code, in: query, schema: {type: string, format: password}}"
        let path =
            "/a: {parameters: [\(secret)], get: {parameters: [{name: q, in: query, schema: {}}], \(Self.responses)}}"
        let document = try Self.document(entry: "input: {}", path: path)
        let (item, operation) = try Self.operation(document)
        #expect(Secrets(document).names(in: operation, of: item) == ["code"])
    }

    private static func operation(_ document: Document) throws -> (PathItem, ApusOpenAPI.Operation) {
        let item = try #require(document.paths.first?.item)
        return (item, try #require(item.operations.first))
    }

    private static let responses = "responses: {'422': {$ref: '#/components/responses/Invalid'}}"

    private static func document(
        entry members: String,
        path: String = "/a: {get: {\(responses)}}"
    ) throws -> Document {
        let text = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths: {\(path)}
            components:
              responses:
                Invalid:
                  description: Invalid
                  content:
                    application/json:
                      schema:
                        type: object
                        properties: {detail: {type: array, items: {$ref: '#/components/schemas/ValidationError'}}}
              schemas:
                ValidationError:
                  type: object
                  properties: {loc: {type: array}, msg: {type: string}, type: {type: string}, \(members)}
                Key: {type: string, format: password}
                Plain: {type: string}
                Cycle: {type: array, items: {$ref: '#/components/schemas/Cycle'}}
            """
        let diagnostics = Diagnostics()
        let file = SourceFile(name: "openapi.yaml", bytes: Array(text.utf8))
        let node = try #require(Loader().load(file: file, diagnostics: diagnostics))
        return try #require(DocumentReader(diagnostics: diagnostics).read(node, sourceName: "openapi.yaml"))
    }
}
