import ApusOpenAPI
import Testing

@testable import ApusPlanning

/// What inline declarations are called: what they would like, and what they get beside others.
struct DeclarationNameTests {
    @Test(
        arguments: [
            // The title, the role, the role with what the type is.
            (Naming(name: "Owner"), nil, ["Owner", "OwnerDetails"]),
            (Naming(name: "Owner"), "Person", ["Person", "Owner", "OwnerDetails"]),
            // FastAPI makes titles of names.
            (Naming(name: "OwnerName"), "Owner Name", ["OwnerName", "OwnerNameDetails"]),
            (Naming(name: "Body"), "Response List Pets", ["Body", "BodyDetails"]),
            // Items are singular.
            (Naming(name: "Entries", isItem: true), nil, ["Entry", "EntryDetails", "EntriesItem"]),
            // Reserved names, and those that say already what the type is.
            (Naming(name: "Data"), nil, ["DataDetails", "DataDetails"]),
            (Naming(name: "PetDetails"), nil, ["PetDetails", "PetDetailsChoice"]),
            (
                Naming(name: "Sort", kind: "Parameter", unique: "Parameter_Sort"), nil,
                ["Sort", "SortParameter", "Parameter_Sort"]
            ),
            (Naming(name: "Circle", alternative: "CircleShape"), nil, ["Circle", "CircleShape"]),
        ] as [(Naming, String?, [String])])
    func claimsOfAPlace(naming: Naming, title: String?, names: [String]) {
        #expect(naming.claim(title: title, suffix: "Details").names == names)
    }

    @Test func itemsAndKindsYield() {
        #expect(Naming(name: "Statuses", isItem: true).claim(title: nil, suffix: "Kind").yields)
        #expect(!Naming(name: "Status").claim(title: nil, suffix: "Kind").yields)
    }

    @Test(arguments: [
        // What two claim neither has, in whatever order they stand.
        (
            "Pet: {properties: {first: {title: Node, properties: {a: {}}}, second: {title: Node, properties: {b: {}}}}}",
            ["First", "Pet", "Second"]
        ),
        // An inline type does not take the name of what it stands in, nor that of a member.
        ("Pet: {properties: {pet: {properties: {a: {}}}}}", ["Pet", "PetDetails"]),
        // Items yield to what is called by itself.
        (
            "Pet: {properties: {statuses: {type: array, items: {properties: {a: {}}}}, status: {properties: {b: {}}}}}",
            ["Pet", "Status", "StatusDetails"]
        ),
        // Equal schemas that want one name are one type.
        (
            "Pet: {properties: {a: {title: Node, properties: {x: {}}}, b: {title: Node, properties: {x: {}}}}}",
            ["Node", "Pet"]
        ),
        // Members of unions, by what tells them apart.
        (
            "Pet: {oneOf: [{properties: {kind: {const: cat}}}, {properties: {kind: {const: dog}}}]}",
            ["Cat", "Dog", "Pet"]
        ),
        ("Pet: {oneOf: [{properties: {lives: {}}}, {properties: {tricks: {}}}]}", ["Lives", "Pet", "Tricks"]),
        ("Pet: {type: [array, object], properties: {a: {}, b: {}}}", ["Details", "Pet"]),
    ])
    func namesThatDeclarationsGet(components: String, names: [String]) throws {
        let planned = try PlannedComponents(components)
        #expect(planned.finished().declarations.map(\.name).sorted() == names)
    }

    /// An inline type may not be called as a component or as what operations need.
    @Test func theTopLevelIsTakenFirst() throws {
        let planned = try PlannedComponents("Pet: {type: string}")
        planned.schemas.planComponents(beside: ["PetClient"])
        #expect(planned.schemas.freeName("PetClient", "PetService") == "PetService")
        #expect(planned.schemas.freeName("Pet") == "Pet2")
        #expect(planned.schemas.isTaken("PetService"))
    }

    @Test func namesOfValidators() {
        var names = NameTable()
        #expect(names.numbered("TreeValidator") == "TreeValidator")
        #expect(names.numbered("TreeValidator") == "TreeValidator2")
        #expect(names.free(["Data"]) != "Data")
    }

    /// Who would like a name is looked up by where it stands.
    @Test func claimants() {
        var names = NameTable()
        let claim = NameClaim(names: ["Owner", "OwnerDetails"], yields: false)
        let id = DeclarationID(index: 3)
        names.add(id, claiming: claim, in: DeclarationID(index: 0))
        #expect(names.claimants(of: claim, in: DeclarationID(index: 0)) == [id])
        #expect(names.claimants(of: claim, in: nil).isEmpty)
    }
}
