import ApusOpenAPI
import ApusYAML
import FixtureOutput
import Testing

struct ReferenceTests {
    /// A reference -> the title of the schema that it refers to.
    @Test(arguments: [
        ("#/components/schemas/Pet", "Pet"),
        ("#/components/schemas/Pet/properties/a~1b", "slash"),
        ("#/components/schemas/Pet/properties/m~0n", "tilde"),
        ("#/components/schemas/Pet/allOf/1", "second"),
        ("#/components/schemas/%50et", "Pet"),
        ("#/components/schemas/T%C3%BCr", "Door"),
        ("#/paths/~1a~1%7Bb%7D/get/responses/200/content/application~1json/schema", "deep"),
        ("#/paths/~1a~1{b}/get/responses/200/content/application~1json/schema", "deep"),
        ("#/x-shared/Extra", "extra"),
        ("#named", "anchored"),
        ("https://example.com/s/pet.json", "identified"),
        ("https://example.com/s/pet.json#/$defs/leg", "leg"),
        ("https://example.com/s/pet.json#tail", "tail"),
        ("https://example.com/self.yaml#/components/schemas/Pet", "Pet"),
        ("self.yaml#/components/schemas/Pet", "Pet"),
    ])
    func aReferenceLeadsToItsSchema(reference: String, title: String) throws {
        let outcome = Outcome(
            """
            openapi: 3.2.0
            $self: https://example.com/self.yaml
            info: {title: T, version: "1"}
            paths:
              /a/{b}:
                parameters: [{name: b, in: path, required: true, schema: {}}]
                get:
                  responses:
                    200: {description: D, content: {application/json: {schema: {title: deep}}}}
            x-shared: {Extra: {title: extra}}
            components:
              schemas:
                Pet:
                  title: Pet
                  properties: {a/b: {title: slash}, m~n: {title: tilde}}
                  allOf: [{title: first}, {title: second}]
                Tür: {title: Door}
                Named: {$anchor: named, title: anchored}
                Identified:
                  $id: https://example.com/s/pet.json
                  title: identified
                  $defs: {leg: {title: leg}, t: {$anchor: tail, title: tail}}
                Tested: {$ref: '\(reference)'}
            """
        )
        #expect(outcome.errors == [])
        let document = try #require(outcome.document)
        let target = try #require(document.components.schemas["Tested"]?.reference.flatMap(document.schema))
        #expect(target.title == title)
    }

    /// A place in a document is a single object, whichever reference leads to it.
    @Test func onePlaceIsOneObject() throws {
        let outcome = Outcome(
            """
            openapi: 3.1.0
            info: {title: T, version: "1"}
            components:
              schemas:
                A: {properties: {b: {type: string}}}
                B: {$ref: '#/components/schemas/A/properties/b'}
                C: {$ref: '#/components/schemas/A/properties/%62'}
                D: {$ref: '#/components/schemas/D2'}
                D2: {$ref: '#/components/schemas/A'}
              parameters:
                P: {name: p, in: query, schema: {$ref: '#/components/schemas/A'}}
                Q: {$ref: '#/components/parameters/P'}
                R: {$ref: '#/components/parameters/Q'}
            """
        )
        #expect(outcome.errors == [])
        let document = try #require(outcome.document)
        let schemas = document.components.schemas
        let inner = try #require(schemas["A"]?.properties["b"])
        #expect(schemas["B"]?.reference.flatMap(document.schema) === inner)
        #expect(schemas["C"]?.reference.flatMap(document.schema) === inner)
        #expect(document.pointer(of: inner) == "#/components/schemas/A/properties/b")
        #expect(schemas["A"].flatMap(document.pointer) == "#/components/schemas/A")
        #expect(schemas["D"]?.reference.flatMap(document.schema) === schemas["D2"])
        #expect(document.schema(at: "#/components/schemas/A") === schemas["A"])
        let parameter = try #require(document.components.parameters["R"].flatMap(document.resolve))
        #expect(parameter.name == "p")
        #expect(parameter.schema?.reference.flatMap(document.schema) === schemas["A"])
        #expect(document.schemas.count == 7)
    }

    /// Nested `$id`s change the base of a reference.
    @Test func basesOfReferencesNest() throws {
        let outcome = Outcome(
            """
            openapi: 3.1.0
            info: {title: T, version: "1"}
            components:
              schemas:
                Outer:
                  $id: https://e.com/a/b.json
                  properties:
                    inner: {$id: c.json, $defs: {x: {title: inner}}, items: {$ref: '#/$defs/x'}}
                    after: {$ref: '#/$defs/x'}
                    cross: {$ref: 'c.json#/$defs/x'}
                  $defs: {x: {title: outer}}
            """
        )
        #expect(outcome.errors == [])
        let document = try #require(outcome.document)
        let properties = try #require(document.components.schemas["Outer"]?.properties)
        func title(_ schema: Schema?) -> String? { schema?.reference.flatMap(document.schema)?.title }
        #expect(title(properties["inner"]?.items) == "inner")
        #expect(title(properties["after"]) == "outer")
        #expect(title(properties["cross"]) == "inner")
    }

    /// A path item's reference is followed, and the fields beside it override those of the target.
    @Test func whatStandsBesideAPathItemsReferenceWins() throws {
        let outcome = Outcome(
            """
            openapi: 3.1.0
            info: {title: T, version: "1"}
            paths:
              /a: {$ref: '#/components/pathItems/shared'}
              /b: {$ref: '#/components/pathItems/shared', summary: Own}
            components:
              pathItems:
                shared: {summary: Shared, get: {operationId: get, responses: {'200': {description: D}}}}
            """
        )
        #expect(outcome.findings == [])
        let items = try #require(outcome.document?.paths).map(\.item)
        #expect(items.map(\.summary) == ["Shared", "Own"])
        #expect(items.map { $0.operations.map(\.operationID?.value) } == [["get"], ["get"]])
    }

    /// A YAML alias is a separate schema with the same parts.
    @Test func anAliasIsASchemaOfItsOwn() throws {
        let outcome = Outcome(
            """
            openapi: 3.1.0
            info: {title: T, version: "1"}
            components:
              schemas:
                A: &a {type: object, properties: {b: {type: string}}}
                B: *a
            """
        )
        #expect(outcome.findings == [])
        let schemas = try #require(outcome.document?.components.schemas)
        let (a, b) = (try #require(schemas["A"]), try #require(schemas["B"]))
        #expect(a !== b && b.location.text == "6:8")
        #expect(a.properties["b"] === b.properties["b"] && b.properties["b"] != nil)
    }

    @Test(arguments: [
        ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
        ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"),
        ("g#s", "http://a/b/c/g#s"), ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("..", "http://a/b/"),
        ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../g", "http://a/g"), ("../../../g", "http://a/g"),
        ("/./g", "http://a/g"), ("g.", "http://a/b/c/g."), ("..g", "http://a/b/c/..g"), ("./g/.", "http://a/b/c/g/"),
        ("g/../h", "http://a/b/c/h"), ("g:h", "g:h"),
    ])
    func urisAreResolvedAsRFC3986Says(reference: String, absolute: String) {
        // The examples of RFC 3986, section 5.4.
        let base = URIReference("http://a/b/c/d;p?q")
        #expect(URIReference(reference).resolved(against: base).text == absolute)
    }

    @Test(
        arguments: [
            ("", []), ("/", [""]), ("/a~1b", ["a/b"]), ("/m~0n", ["m~n"]), ("/~01", ["~1"]), ("/a//b", ["a", "", "b"]),
            ("/%7E0", ["~"]), ("a", nil), ("/%zz", nil), ("/%ff", nil),
        ] as [(String, [String]?)])
    func pointersAreTakenApart(fragment: String, tokens: [String]?) {
        #expect(JSONPointer(fragment: fragment)?.tokens == tokens)
    }

    @Test func pointersAreEscaped() {
        #expect(JSONPointer(tokens: ["a/b", "m~n", "50%", "é"]).fragment == "#/a~1b/m~0n/50%25/é")
    }
}
