import Foundation
import Testing

@Suite("apus inspect")
struct InspectTests {
    let workspace: Workspace

    init() throws {
        workspace = try Workspace()
        try workspace.write("full.yaml", Self.document)
    }

    private static let document = """
        openapi: 3.1.0
        info: {title: Pets, version: '7'}
        security: [{key: []}]
        paths:
          /pets:
            get:
              operationId: listPets
              security: []
              responses:
                '200': {description: All, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}
            post:
              operationId: addPet
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
              responses:
                '204': {description: Done}
          /pets/{id}:
            get:
              operationId: getPet
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              responses:
                '200': {description: One, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
                default: {description: Else, content: {text/plain: {}}}
        webhooks:
          born: {post: {responses: {'200': {description: Thanks}}}}
        components:
          securitySchemes: {key: {type: apiKey, name: X-Key, in: header}}
          schemas:
            Pet: {type: object, properties: {name: {type: string, example: Tom, colour: red}}}

        """

    @Test
    func inspectPrintsAPage() throws {
        let result = try workspace.run("inspect", "full.yaml")
        #expect(result.status == 0)
        #expect(result.errors == "", "warnings are counted, not shown")
        for row in [
            "Pets 7: OpenAPI 3.1.0, 2 KB\n",
            "\noperations    3: get 2, post 1\n",
            "\nschemas       1 named, 3 inline\n",
            "\nrequests      application/json 1\n",
            "\nanswers       application/json 2, text/plain 1\n",
            "\nsecurity      key (apiKey in header) 2, none 1\n",
            "\nwarnings      1: unknown-keyword 1\n",
            "\nerrors        0\n",
        ] {
            #expect(result.output.contains(row), "\(row) in\n\(result.output)")
        }
    }

    /// The number of lines that it reports is the number that `generate` writes.
    @Test
    func inspectPrintsOneObjectInJSON() throws {
        let result = try workspace.run("inspect", "full.yaml", "--format", "json")
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        #expect(object["operations"] as? Int == 3)
        #expect(object["methods"] as? [String: Int] == ["get": 2, "post": 1])
        #expect(object["warnings"] as? [String: Int] == ["unknown-keyword": 1])
        let output = try #require(object["output"] as? [String: Any])
        try #require(try workspace.run("generate", "full.yaml", "--output", "out").status == 0)
        let lines = try workspace.files(in: "out").values.reduce(0) { $0 + $1.count { $0 == "\n" } }
        #expect(output["lines"] as? Int == lines)
    }

    @Test
    func errorsAreLocatedAndTheRestCounted() throws {
        let result = try workspace.run("inspect", "wrong.yaml")
        #expect(result.status == 1)
        #expect(result.errors.hasPrefix("wrong.yaml:14:"))
        #expect(result.output.contains("\nerrors        1: unknown-reference 1\n"))
        #expect(result.output.contains("\noperations    1: get 1\n"))
        let none = try workspace.run("inspect", "broken.yaml")
        #expect(none.status == 1)
        #expect(none.output == "")
    }
}
