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

    /// Two schemas, of which the second allows fewer values. `*` stands for the name of the value, `#` for where it is.
    struct Pair: CustomTestStringConvertible, Sendable {
        var wide: String
        var narrow: String
        /// What is reported if the wide schema becomes the narrow one.
        var tightened: String
        /// And the other way round.
        var loosened: String
        var testDescription: String { "\(wide) -> \(narrow)" }

        init(_ wide: String, _ narrow: String, _ tightened: String, _ loosened: String) {
            (self.wide, self.narrow, self.tightened, self.loosened) = (wide, narrow, tightened, loosened)
        }
    }

    private static let list = "type: array, items: {type: string}"

    /// What narrows a schema breaks requests, what widens it breaks answers.
    @Test(arguments: [
        Pair(
            "{type: string}", "{type: string, minLength: 1}", "`minLength` of * was unbounded and is 1 # [bounds]",
            "`minLength` of * was 1 and is unbounded # [bounds]"
        ),
        Pair(
            "{type: string}", "{type: string, pattern: a}", "the pattern of * changes # [pattern]",
            "the pattern of * changes # [pattern]"
        ),
        Pair(
            "{\(list)}", "{\(list), uniqueItems: true}", "the items of * must be unique # now [assertion]",
            "the items of * may be equal # now [assertion]"
        ),
        Pair(
            "{type: integer}", "{type: integer, multipleOf: 3}", "`multipleOf` of * was absent and is 3 # [assertion]",
            "`multipleOf` of * was 3 and is absent # [assertion]"
        ),
        Pair(
            "{type: integer, multipleOf: 3}", "{type: integer, multipleOf: 6}",
            "`multipleOf` of * was 3 and is 6 # [assertion]", "`multipleOf` of * was 6 and is 3 # [assertion]"
        ),
        Pair(
            "{\(list)}", "{\(list), contains: {const: a}}", "`contains` of * is new # [assertion]",
            "`contains` of * is gone # [assertion]"
        ),
        Pair(
            "{\(list), contains: {const: a}}", "{\(list), contains: {const: a}, minContains: 2}",
            "`minContains` of * was 1 and is 2 # [bounds]", "`minContains` of * was 2 and is 1 # [bounds]"
        ),
        Pair(
            "{\(list), contains: {const: a}}", "{\(list), contains: {const: a}, maxContains: 2}",
            "`maxContains` of * was unbounded and is 2 # [bounds]",
            "`maxContains` of * was 2 and is unbounded # [bounds]"
        ),
        Pair(
            "{\(list), contains: {minLength: 2}}", "{\(list), contains: {minLength: 3}}",
            "`minLength` of `contains` of * was 2 and is 3 # [bounds]",
            "`minLength` of `contains` of * was 3 and is 2 # [bounds]"
        ),
        Pair(
            "{type: object}", "{type: object, propertyNames: {maxLength: 3}}",
            "`propertyNames` of * is new # [assertion]",
            "`propertyNames` of * is gone # [assertion]"
        ),
        Pair(
            "{type: object}", "{type: object, patternProperties: {^x: {type: string}}}",
            "members like `^x` of * is new # [assertion]", "members like `^x` of * is gone # [assertion]"
        ),
        // Without the pattern, no member whose name matches it is allowed.
        Pair(
            "{type: object, additionalProperties: false, patternProperties: {^x: {type: string}}}",
            "{type: object, additionalProperties: false}",
            "members like `^x` of * is gone # [assertion]", "members like `^x` of * is new # [assertion]"
        ),
        Pair(
            "{type: object}", "{type: object, dependentRequired: {card: [address]}}",
            "* with `card` needs `address` # now [assertion]", "* with `card` no longer needs `address` # [assertion]"
        ),
        Pair(
            "{type: object}", "{type: object, dependentSchemas: {card: {required: [address]}}}",
            "the schema with `card` of * is new # [assertion]", "the schema with `card` of * is gone # [assertion]"
        ),
        Pair(
            "{type: string}", "{type: string, not: {const: a}}", "`not` of * is new # [assertion]",
            "`not` of * is gone # [assertion]"
        ),
        Pair(
            "{type: string}", "{type: string, if: {minLength: 2}, then: {pattern: a}}",
            "`if` of * is new # [assertion]",
            "`if` of * is gone # [assertion]"
        ),
        Pair(
            "{type: array, items: {}}", "{type: array, items: {}, prefixItems: [{type: string}]}",
            "element 0 of * is new # [assertion]", "element 0 of * is gone # [assertion]"
        ),
    ])
    func theDirectionDecidesWhatBreaks(_ pair: Pair) throws {
        func line(_ level: String, _ text: String, _ name: String, _ place: String) -> String {
            "\(level): " + text.replacing("*", with: "`POST /a`: \(name)").replacing("#", with: place)
        }
        #expect(
            try wireChanges(from: pair.wide, to: pair.narrow) == [
                line("breaking", pair.tightened, "body", "in requests"),
                line("compatible", pair.tightened, "200", "in answers"),
            ]
        )
        #expect(
            try wireChanges(from: pair.narrow, to: pair.wide) == [
                line("compatible", pair.loosened, "body", "in requests"),
                line("breaking", pair.loosened, "200", "in answers"),
            ]
        )
    }

    /// Whether more values are allowed than before is not known.
    @Test(arguments: [
        ("{type: string, pattern: a}", "{type: string, pattern: b}", "the pattern of * changes # [pattern]"),
        (
            "{type: integer, multipleOf: 2}", "{type: integer, multipleOf: 3}",
            "`multipleOf` of * was 2 and is 3 # [assertion]"
        ),
        ("{type: string, not: {const: a}}", "{type: string, not: {const: b}}", "`not` of * changes # [assertion]"),
    ])
    func whatMayBeEitherBreaksBoth(old: String, new: String, change: String) throws {
        let changes = [("body", "in requests"), ("200", "in answers")].map { name, place in
            "breaking: " + change.replacing("*", with: "`POST /a`: \(name)").replacing("#", with: place)
        }
        #expect(try wireChanges(from: old, to: new) == changes)
    }

    @Test(arguments: [
        ("{const: a}", "{const: b}", [#"breaking: `POST /a`: 200 was always "a" and is "b" in answers [constant]"#]),
        ("{const: a}", "{}", [#"breaking: `POST /a`: 200 was always "a" and is any value in answers [constant]"#]),
        (
            "{const: a}", "{enum: [a, b]}",
            [#"breaking: `POST /a`: 200 was always "a" and is "a" or "b" in answers [constant]"#]
        ),
        ("{const: a}", "{enum: [a]}", []),
        ("{enum: [a]}", "{enum: [a, b]}", [#"compatible: `POST /a`: 200 may be "b" in answers [value-added]"#]),
    ])
    func clientsRelyOnConstants(old: String, new: String, changes: [String]) throws {
        #expect(
            try wireChanges(from: old, to: new).filter { !$0.contains("body") && !$0.contains("requests") } == changes)
    }

    @Test(arguments: [
        (
            "default: 20", "default: 50",
            "breaking: the default of the query parameter `limit` of `POST /a` was 20 and is 50 [default]",
            "compatible: the default of `POST /a`: body.size was 20 and is 50 [default]"
        ),
        (
            "default: 20", "title: Size",
            "breaking: the default of the query parameter `limit` of `POST /a` was 20 and is absent [default]",
            "compatible: the default of `POST /a`: body.size was 20 and is absent [default]"
        ),
        (
            "title: Size", "default: 20",
            "breaking: the default of the query parameter `limit` of `POST /a` was absent and is 20 [default]",
            "compatible: the default of `POST /a`: body.size was absent and is 20 [default]"
        ),
    ])
    func defaultsOfRequests(old: String, new: String, parameter: String, property: String) throws {
        func text(_ keyword: String) -> String { "{type: object, properties: {size: {type: integer, \(keyword)}}}" }
        #expect(try wireChanges(from: text(old), to: text(new)) == [property])
        func query(_ keyword: String, _ more: String) -> String {
            "parameters: [{name: limit, in: query, \(more)schema: {type: integer, \(keyword)}}], "
        }
        #expect(try wireChanges(from: "{}", to: "{}", members: (query(old, ""), query(new, ""))) == [parameter])
        // A parameter that is always sent has no use for a default.
        let required = (query(old, "required: true, "), query(new, "required: true, "))
        #expect(try wireChanges(from: "{}", to: "{}", members: required) == [])
    }

    @Test(arguments: [
        ("X-Total-Count: {schema: {type: integer}}", "x-total-count: {schema: {type: integer}}", []),
        (
            "Content-Type: {schema: {type: string}}", "X-A: {schema: {}}",
            ["compatible: `POST /a`: 200 has the header `X-A`"]
        ),
        (
            "X-A: {schema: {}}", "Content-Type: {schema: {}}",
            ["breaking: `POST /a`: 200 no longer has the header `X-A`"]
        ),
        (
            "X-A: {schema: {type: string}}", "X-A: {schema: {type: integer}}",
            ["breaking: the header `X-A` of `POST /a`: 200 was `string` and is `integer` in answers [type]"]
        ),
        (
            "X-A: {content: {application/json: {schema: {minimum: 2}}}}",
            "X-A: {content: {application/json: {schema: {minimum: 1}}}}",
            ["breaking: `minimum` of the header `X-A` of `POST /a`: 200 was 2 and is 1 in answers [bounds]"]
        ),
        (
            "X-A: {required: true, schema: {}}", "X-A: {schema: {}}",
            ["breaking: the header `X-A` of `POST /a`: 200 is optional now [presence]"]
        ),
        (
            "X-A: {schema: {}}", "X-A: {required: true, schema: {}}",
            ["compatible: the header `X-A` of `POST /a`: 200 is required now [presence]"]
        ),
    ])
    func headersOfAnswers(old: String, new: String, changes: [String]) throws {
        let found = try wireChanges(from: "{}", to: "{}", headers: (old, new))
        #expect(found.count == changes.count)
        for (line, change) in zip(found, changes) { #expect(line.hasPrefix(change)) }
    }

    @Test func webhooksComeAndGo() throws {
        let hook = "webhooks: {born: {post: {responses: {'200': {description: Done}}}}}"
        #expect(
            try wireChanges(from: "{}", to: "{}", roots: (hook, "")) == [
                "breaking: the webhook `POST born` is gone [webhook-removed]"
            ])
        #expect(
            try wireChanges(from: "{}", to: "{}", roots: ("", hook)) == [
                "compatible: the webhook `POST born` is new [webhook-added]"
            ])
    }

    /// The changes on the wire if the schema of a request and of its response changes, without their locations.
    private func wireChanges(
        from old: String, to new: String, members: (String, String) = ("", ""),
        headers: (String, String) = ("X-Same: {schema: {}}", "X-Same: {schema: {}}"), roots: (String, String) = ("", "")
    ) throws -> [String] {
        func document(_ schema: String, _ members: String, _ headers: String, _ root: String) -> String {
            """
            openapi: 3.1.0
            info: {title: Pets, version: '1'}
            \(root)
            paths:
              /a:
                post: {\(members)requestBody: {required: true, content: {application/json: {schema: \(schema)}}}, responses:
                  {'200': {description: Done, headers: {\(headers)}, content: {application/json: {schema: \(schema)}}}}}

            """
        }
        let workspace = try Workspace()
        try workspace.write("old.yaml", document(old, members.0, headers.0, roots.0))
        try workspace.write("new.yaml", document(new, members.1, headers.1, roots.1))
        let result = try workspace.run("diff", "old.yaml", "new.yaml")
        #expect(result.errors == "")
        return result.output.split(separator: "\n").dropLast().filter { !$0.contains(": Swift: ") }
            .map { String($0.replacing(#/^[^ ]*:\d+:\d+: /#, with: "")) }
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
