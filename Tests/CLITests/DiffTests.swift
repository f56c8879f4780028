import Foundation
import Testing

@Suite("apus diff")
struct DiffTests {
    /// The changes caused by one edit of the document.
    struct Row: CustomTestStringConvertible, Sendable {
        var edit: String
        var from: String
        var to: String
        /// The lines of the output, without their locations.
        var changes: [String]
        var testDescription: String { edit }
    }

    private static let document = """
        openapi: 3.1.0
        info: {title: Pets, version: '1'}
        components:
          securitySchemes: {key: {type: apiKey, name: X-Key, in: header}}
          schemas:
            Pet:
              type: object
              required: [name]
              properties:
                name: {type: string, maxLength: 20}
                color: {$ref: '#/components/schemas/Color'}
            Color: {type: string, enum: [red, green]}
            New: {type: object, properties: {name: {type: string, maxLength: 20}, age: {type: integer}}}
        paths:
          /pets/{id}:
            get:
              operationId: getPet
              parameters:
                - {name: id, in: path, required: true, schema: {type: string}}
                - {name: limit, in: query, schema: {type: integer}}
              responses:
                '200': {description: One, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
          /pets:
            post:
              operationId: addPet
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/New'}}}}
              responses: {'204': {description: Done}}

        """

    @Test(arguments: [
        Row(edit: "nothing", from: "One", to: "A pet", changes: []),
        Row(
            edit: "an operation goes", from: "    post:\n      operationId: addPet",
            to: "    x-post:\n      operationId: addPet",
            changes: [
                "breaking: `POST /pets` is gone [operation-removed]",
                "breaking: Swift: `PetsClient.addPet` is gone [symbol-removed]",
                "breaking: Swift: `PetsAPI.addPet` is gone [symbol-removed]",
            ]
        ),
        Row(
            edit: "an operation is renamed", from: "operationId: addPet", to: "operationId: createPet",
            changes: [
                "breaking: Swift: `PetsClient.addPet` is called `PetsClient.createPet` now [symbol-changed]",
                "breaking: Swift: `PetsAPI.addPet` is called `PetsAPI.createPet` now [symbol-changed]",
            ]
        ),
        Row(
            edit: "a parameter becomes required", from: "name: limit, in: query,",
            to: "name: limit, in: query, required: true,",
            changes: [
                "breaking: the query parameter `limit` of `GET /pets/{id}` is required now [presence]",
                "breaking: Swift: `PetsClient.getPet` takes `limit: Int` [argument-required]",
            ]
        ),
        Row(
            edit: "a variable is renamed",
            from: "{id}:\n    get:\n      operationId: getPet\n      parameters:\n        - {name: id",
            to: "{pet}:\n    get:\n      operationId: getPet\n      parameters:\n        - {name: pet",
            changes: [
                "breaking: Swift: `PetsClient.getPet` takes `pet: String` [argument-required]",
                "breaking: Swift: `PetsClient.getPet` no longer takes `id: String` [symbol-changed]",
            ]
        ),
        Row(
            edit: "a member is demanded of requests", from: "New: {type: object,",
            to: "New: {type: object, required: [age],",
            changes: [
                "breaking: `New`.age is required in requests now [presence]",
                "breaking: Swift: `New.age` was `Int?` and is `Int` [symbol-changed]",
                "breaking: Swift: `New.init` no longer has a default for `age` [argument-required]",
            ]
        ),
        Row(
            edit: "a member of answers becomes optional", from: "required: [name]", to: "required: [color]",
            changes: [
                "breaking: `Pet`.name is optional in answers now [presence]",
                "compatible: `Pet`.color is required in answers now [presence]",
                "breaking: Swift: `Pet.name` was `String` and is `String?` [symbol-changed]",
            ]
        ),
        Row(
            edit: "an enum grows", from: "[red, green]", to: "[red, green, blue]",
            changes: [
                "compatible: `Color` may be \"blue\" in answers [value-added]",
                "compatible: Swift: `Color.blue` is new [symbol-added]",
            ]
        ),
        Row(
            edit: "an enum shrinks", from: "[red, green]", to: "[red]",
            changes: [
                "compatible: `Color` is never \"green\" in answers [value-removed]",
                "breaking: Swift: `Color.green` is gone [symbol-removed]",
            ]
        ),
        Row(
            edit: "requests may be shorter only",
            from: "New: {type: object, properties: {name: {type: string, maxLength: 20}",
            to: "New: {type: object, properties: {name: {type: string, maxLength: 10}",
            changes: ["breaking: `maxLength` of `New`.name was 20 and is 10 in requests [bounds]"]
        ),
        Row(
            edit: "a type changes", from: "age: {type: integer}", to: "age: {type: string}",
            changes: [
                "breaking: `New`.age was `integer` and is `string` in requests [type]",
                "breaking: Swift: `New.age` was `Int?` and is `String?` [symbol-changed]",
            ]
        ),
        Row(
            edit: "a key is demanded", from: "operationId: addPet",
            to: "operationId: addPet\n      security: [{key: []}]",
            changes: [
                "breaking: `POST /pets` no longer accepts requests without credentials [credentials]",
                "compatible: Swift: `Credentials.key` is new [symbol-added]",
            ]
        ),
        Row(
            edit: "another success", from: "responses: {'204': {description: Done}}",
            to: "responses: {'204': {description: Done}, '404': {description: Gone}}",
            changes: [
                "compatible: `POST /pets` may respond with 404 [status-added]",
                "breaking: Swift: `PetsClient.addPet` was `throws(ClientError<Never>)`",
            ]
        ),
    ])
    func everyEditIsReportedWithItsLevel(_ row: Row) throws {
        let workspace = try Workspace()
        try #require(Self.document.contains(row.from))
        try workspace.write("old.yaml", Self.document)
        try workspace.write("new.yaml", Self.document.replacing(row.from, with: row.to))
        let result = try workspace.run("diff", "old.yaml", "new.yaml")
        #expect(result.errors == "")
        for change in row.changes { #expect(result.output.contains(change), "\(change) in\n\(result.output)") }
        let isBreaking = row.changes.contains { $0.hasPrefix("breaking") }
        #expect(result.status == (isBreaking ? 2 : 0))
        #expect(result.output.contains("breaking:") == isBreaking, "\(result.output)")
        if row.changes.isEmpty { #expect(result.output == "0 breaking, 0 compatible\n") }
    }

    @Test
    func eachChangeHasItsPlace() throws {
        let workspace = try Workspace()
        try workspace.write("old.yaml", Self.document)
        try workspace.write("new.yaml", Self.document.replacing("age: {type: integer}", with: "age: {type: string}"))
        let text = try workspace.run("diff", "old.yaml", "new.yaml").output
        #expect(text.contains("new.yaml:13:80: breaking: `New`.age"))
        let json = try workspace.run("diff", "new.yaml", "old.yaml", "--format", "json")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect(object["breaking"] as? Int == 2)
        let change = try #require((object["changes"] as? [[String: Any]])?.first)
        #expect(change["identifier"] as? String == "type")
        #expect(change["area"] as? String == "wire")
        #expect(change["line"] as? Int == 13)
    }

    @Test
    func anUnsoundDocumentIsNotCompared() throws {
        let workspace = try Workspace()
        let result = try workspace.run("diff", "sound.yaml", "wrong.yaml")
        #expect(result.status == 1)
        #expect(result.errors.hasPrefix("wrong.yaml:14:"))
        #expect(result.output == "")
    }
}
