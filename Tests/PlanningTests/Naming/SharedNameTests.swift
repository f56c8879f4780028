import ApusDiagnostics
import ApusOpenAPI
import Testing

@testable import ApusPlanning

/// The names of things that several operations share, and of components, cases, elements and operations.
struct SharedNameTests {
    private static func names(_ naming: Naming?, _ suffix: String = "Details") -> [String]? {
        naming?.claim(title: nil, suffix: suffix).names
    }

    @Test(arguments: [("404", "NotFound"), ("200", "OK"), ("4XX", "ClientError"), ("default", "Other"), ("pet", "Pet")])
    func namesOfStatuses(key: String, name: String) {
        #expect(StatusNames.typeName(key: key) == name)
    }

    @Test func schemasOfOneOperation() {
        #expect(
            Self.names(.operation("ListPets", "Sort"), "Kind") == ["ListPetsSort", "ListPetsSortKind", "ListPets_Sort"])
    }

    @Test(arguments: [
        ("#/components/responses/not_found", "not_found"), ("responses/not_found.yaml", "not_found"),
        ("#/components/schemas/a~1b", "a/b"), ("b.yaml#/Pet", "Pet"),
    ])
    func keysOfReferences(uri: String, key: String) {
        #expect(Document.key(uri) == key)
    }

    @Test func sharedParametersResponsesAndBodies() throws {
        let planned = try PlannedComponents(
            "Pet: {type: string}",
            paths: """
                '/pets/{id}': {parameters: [{name: sort, in: query, schema: {type: string}}], get: {operationId: a,
                  parameters: [{$ref: 'parameters.yaml#/limit'}], requestBody: {content: {}},
                  responses: {'404': {$ref: 'responses/404.yaml'}}}}
                """)
        let document = planned.document
        let path = try #require(document.paths.first)
        let operation = try #require(path.item.operations.first)
        let sort = try #require(path.item.parameters.first.flatMap { document.resolve($0) })
        #expect(
            Self.names(.parameter(sort, of: path), "Kind") == ["PetsSort", "PetsSortParameter", "SlashPetsID_Sort"])
        let limit = try #require(operation.parameters.first)
        #expect(Self.names(.parameter(sort, limit, in: document)) == ["Limit", "LimitParameter", "Parameter_Limit"])
        let response = try #require(operation.responses.first?.value)
        #expect(Self.names(.response(response, in: document)) == ["NotFound", "NotFoundBody", "Response_404"])
        let body = Naming.body(of: operation, typeName: "UpdatePet", role: "Request", in: document)
        #expect(Self.names(body)?.first == "UpdatePetRequest")
    }

    @Test(arguments: [
        // Words, and reserved names.
        (["user_secrets", "Data"], ["UserSecrets", "DataSchema"]),
        // Keys that differ only slightly: one that is already a type's name keeps it.
        (["Input", "input"], ["Input", "LowercaseInput"]), (["a-b", "a_b"], ["A_dash_b", "A_b"]),
        // A name that the document itself takes.
        (["PetClient"], ["PetClientSchema"]),
    ])
    func namesOfComponents(keys: [String], names: [String]) throws {
        let planned = try PlannedComponents(keys.map { "\($0): {type: string}" }.joined(separator: ", "))
        let assigned = ComponentNames(
            document: planned.document, pinned: [:], taken: ["PetClient"], isNamespaced: false
        ).assign(planned.document.components.schemas.entries, diagnostics: planned.diagnostics)
        #expect(assigned == names)
    }

    @Test func pinnedNames() throws {
        let planned = try PlannedComponents("pet: {type: string}")
        let assigned = ComponentNames(
            document: planned.document, pinned: ["#/components/schemas/pet": "Animal"], taken: [], isNamespaced: false
        ).assign(planned.document.components.schemas.entries, diagnostics: planned.diagnostics)
        #expect(assigned == ["Animal"])
    }

    @Test(arguments: [
        ("/pets: {get: {operationId: list_pets, responses: {}}}", ["listPets"]),
        ("'/pets/{id}': {get: {responses: {}}}", ["getPetsByID"]),
        // Two operations with the same ID are named after their paths.
        ("/a: {get: {operationId: x, responses: {}}}, /b: {get: {operationId: x, responses: {}}}", ["getA", "getB"]),
        // A name that the client itself has.
        ("/a: {get: {operationId: send, responses: {}}}", ["sendOperation"]),
    ])
    func namesOfOperations(paths: String, names: [String]) throws {
        let document = try PlannedComponents("", paths: paths).document
        let operations = OperationNames(document: document, options: PlanOptions(), diagnostics: Diagnostics())
        #expect(document.paths.flatMap { path in path.item.operations.map { operations[$0, path] } } == names)
    }

    @Test(arguments: [
        ("{enum: [a, A, '+1', '-1']}", ["a", "A", "plus1", "minus1"]), ("{enum: [1, 1.5]}", ["1", "1Point5"]),
        ("{enum: [other, none], x-enum-varnames: [first, second]}", ["first", "second"]),
        ("{oneOf: [{const: 1, title: low}, {const: 2, title: high}]}", ["low", "high"]),
    ])
    func namesOfValues(schema: String, names: [String]) throws {
        let declarations = try PlannedComponents("Value: \(schema)").finished().declarations
        guard case .enumeration(let enumeration) = try declarations.named("Value").kind else {
            Issue.record("not an enumeration")
            return
        }
        #expect(enumeration.cases.map(\.name) == names)
    }

    @Test(arguments: [
        (
            "{prefixItems: [{type: number, title: latitude}, {type: number}], minItems: 2}",
            "struct Value {latitude: Double, second: Double}"
        ),
        (
            "{prefixItems: [{type: string}, {type: string}], minItems: 1, items: {type: integer}}",
            "struct Value {first: String, second: String?, rest: [Int]}"
        ),
    ])
    func namesOfElements(schema: String, declaration: String) throws {
        #expect(try PlannedComponents("Value: \(schema)").finished().declarations.text(of: "Value") == declaration)
    }
}
