import ApusOpenAPI
import Testing

@testable import ApusPlanning

/// The names of inline declarations: those that they claim, and those that they get among others.
struct DeclarationNameTests {
    @Test(
        arguments: [
            // The title, the role, the role with the kind of type.
            (Naming(name: "Owner"), nil, ["Owner", "OwnerDetails"]),
            (Naming(name: "Owner"), "Person", ["Person", "Owner", "OwnerDetails"]),
            // FastAPI derives titles from names.
            (Naming(name: "OwnerName"), "Owner Name", ["OwnerName", "OwnerNameDetails"]),
            (Naming(name: "Body"), "Response List Pets", ["Body", "BodyDetails"]),
            // Items have singular names.
            (Naming(name: "Entries", isItem: true), nil, ["Entry", "EntryDetails", "EntriesItem"]),
            // Reserved names, and those that already state the kind of type.
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
        // If two declarations claim the same name, neither gets it, regardless of their order.
        (
            "Pet: {properties: {first: {title: Node, properties: {a: {}}}, second: {title: Node, properties: {b: {}}}}}",
            ["First", "Pet", "Second"]
        ),
        // An inline type does not take the name of the type that contains it, nor that of a member.
        ("Pet: {properties: {pet: {properties: {a: {}}}}}", ["Pet", "PetDetails"]),
        // Items yield to a property that itself has the name.
        (
            "Pet: {properties: {statuses: {type: array, items: {properties: {a: {}}}}, status: {properties: {b: {}}}}}",
            ["Pet", "Status", "StatusDetails"]
        ),
        // Equal schemas that claim the same name become one type.
        (
            "Pet: {properties: {a: {title: Node, properties: {x: {}}}, b: {title: Node, properties: {x: {}}}}}",
            ["Node", "Pet"]
        ),
        // Members of unions are named after what distinguishes them.
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

    /// An inline type may not have the name of a component, or one that operations need.
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

    /// The declarations that claim a name are looked up by their parent.
    @Test func claimants() {
        var names = NameTable()
        let claim = NameClaim(names: ["Owner", "OwnerDetails"], yields: false)
        let id = DeclarationID(index: 3)
        names.add(id, claiming: claim, in: DeclarationID(index: 0))
        #expect(names.claimants(of: claim, in: DeclarationID(index: 0)) == [id])
        #expect(names.claimants(of: claim, in: nil).isEmpty)
    }
}
