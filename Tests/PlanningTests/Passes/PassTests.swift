import ApusOpenAPI
import Testing

@testable import ApusPlanning

/// The effect of each pass on drafts, in the order in which `SchemaPasses` runs them.
struct PassTests {
    private static func ref(_ name: String) -> String { PlannedComponents.reference(name) }

    // MARK: Alias cycles

    @Test(arguments: [
        ("Tree: {type: array, items: \(ref("Tree"))}", "indirect enum Tree {list([Tree])}", []),
        ("Tree: {type: object, additionalProperties: \(ref("Tree"))}", "indirect enum Tree {map([String: Tree])}", []),
        ("Tree: \(ref("Other")), Other: \(ref("Tree"))", "typealias Tree = JSONValue", ["unsupported-schema"]),
        ("Tree: {type: array, items: \(ref("Leaf"))}, Leaf: {type: string}", "typealias Tree = [Leaf]", []),
    ])
    func aliasesOfThemselves(components: String, declaration: String, reports: [String]) throws {
        let planned = try PlannedComponents(components)
        let text = try planned.finished().declarations.text(of: "Tree")
        // An array stores its elements elsewhere, so the enum needs no box.
        #expect(text == declaration.replacing("indirect ", with: ""))
        #expect(planned.reports == reports)
    }

    // MARK: Members that are split by their tags

    @Test func aCaseForEachTag() throws {
        let planned = try PlannedComponents(
            """
            Move: {oneOf: [\(Self.ref("Swipe")), \(Self.ref("Tap"))], discriminator: {propertyName: kind,
              mapping: {left: '#/components/schemas/Swipe', right: '#/components/schemas/Swipe', tap: '#/components/schemas/Tap'}}},
            Swipe: {properties: {speed: {type: integer}}}, Tap: {properties: {kind: {type: string}}}
            """)
        var drafts = planned.drafts()
        SplitMembers.split(in: &drafts)
        let union = try #require(drafts.all.compactMap { drafts.union($0.id) }.first)
        #expect(union.members.map { $0.tag?.value } == [.added("left"), .added("right"), nil])
        #expect(
            try planned.declarations(from: drafts).text(of: "Move") == "enum Move {left(Swipe), right(Swipe), tap(Tap)}"
        )
    }

    /// The member for values without a known tag stays the same when members before it are split.
    @Test func theFallbackStaysItself() throws {
        let planned = try PlannedComponents(
            """
            Move: {oneOf: [\(Self.ref("Swipe")), \(Self.ref("Other")), \(Self.ref("Tap")), \(Self.ref("Last"))],
              discriminator: {propertyName: kind, defaultMapping: '#/components/schemas/Other', mapping: {
                a: '#/components/schemas/Swipe', b: '#/components/schemas/Swipe', c: '#/components/schemas/Tap',
                d: '#/components/schemas/Last', o: '#/components/schemas/Other'}}},
            Swipe: {properties: {s: {}}}, Other: {properties: {o: {}}}, Tap: {properties: {t: {}}}, Last: {properties: {l: {}}}
            """)
        var drafts = planned.drafts()
        SplitMembers.split(in: &drafts)
        let union = try #require(drafts.all.compactMap { drafts.union($0.id) }.first)
        let fallback = try #require(union.fallback)
        #expect(union.members.count == 5)
        #expect(union.members[fallback].type.text { drafts[$0].name.wanted } == "Other")
    }

    // MARK: Names of cases

    @Test(arguments: [
        ("[{type: string}, {type: integer}, {type: boolean}]", ["string", "integer", "boolean"]),
        ("[{type: integer, format: int32}, {type: integer, format: int64}]", ["int32", "int64"]),
        ("[{type: array, items: {type: string}}, {type: string}]", ["stringList", "string"]),
        ("[{type: object, additionalProperties: {type: string}}, {type: string}]", ["stringMap", "string"]),
        ("[\(ref("Other")), {type: string}]", ["otherValue", "string"]),
        ("[{type: string, format: date}, {type: integer}]", ["day", "integer"]),
    ])
    func namesOfCases(members: String, names: [String]) throws {
        let planned = try PlannedComponents("Value: {oneOf: \(members)}, Other: {properties: {a: {}}}")
        guard case .union(let union) = try planned.finished().declarations.named("Value").kind else {
            Issue.record("not a union")
            return
        }
        #expect(union.members.map(\.name) == names)
    }

    // MARK: Usage

    @Test func typesTravelWithWhatHoldsThem() throws {
        let plan = try PlannedComponents(
            """
            In: {properties: {both: \(Self.ref("Both"))}}, Out: {properties: {list: {type: array, items: \(Self.ref("Both"))}}},
            Both: {properties: {next: \(Self.ref("Both"))}}, None: {properties: {a: {}}}
            """, paths: PlannedComponents.operation(takes: "In", answers: "Out")
        ).plan()
        let usage = try ["In", "Out", "Both", "None"].map { try plan.declarations.named($0).usage }
        #expect(usage == [.request, .response, [.request, .response], []])
    }

    // MARK: Members that one direction lacks

    @Test(arguments: [
        ("Pet", "Pet", "struct Pet {id: Int?, name: String, secret: String?, note: Nullable<String>?}"),
        ("Pet", nil, "struct Pet {id: Int?, name: String, secret: String, note: Nullable<String>?}"),
        (nil, "Pet", "struct Pet {id: Int, name: String, secret: String?, note: String?}"),
        (nil, nil, "struct Pet {id: Int, name: String, secret: String, note: String?}"),
    ])
    func requiredMembers(takes: String?, answers: String?, declaration: String) throws {
        let plan = try PlannedComponents(
            """
            Pet: {required: [id, name, secret, note], properties: {id: {type: integer, readOnly: true}, name: {type: string},
              secret: {type: string, writeOnly: true}, note: {type: [string, 'null'], readOnly: true}}}
            """, paths: PlannedComponents.operation(takes: takes, answers: answers)
        ).plan()
        #expect(try plan.declarations.text(of: "Pet") == declaration)
    }

    // MARK: Defaults

    @Test(arguments: [
        ("{type: integer, default: 3}", "valueOrDefault 3"),
        ("{type: [string, 'null'], default: a}", "valueOrDefault a"),
        ("{type: [string, 'null'], default: null}", ""), ("{type: string, format: password, default: '***'}", ""),
        ("{type: string, format: uri, default: 'https://a'}", "unsupported-default"),
        ("{enum: [on, off], default: on}", "valueOrDefault .on"),
    ])
    func accessorsOfDefaults(schema: String, accessor: String) throws {
        let planned = try PlannedComponents("Pet: {properties: {value: \(schema)}}")
        guard case .structure(let pet) = try planned.finished().declarations.named("Pet").kind else {
            Issue.record("not a structure")
            return
        }
        let found = pet.properties[0].defaultAccessor.map { "\($0.name) \($0.value.text)" }
        #expect(found ?? planned.reports.joined() == accessor)
    }

    @Test func accessorsYieldToMembers() throws {
        let planned = try PlannedComponents(
            "Pet: {properties: {a: {type: integer, default: 3}, aOrDefault: {type: integer}}}")
        guard case .structure(let pet) = try planned.finished().declarations.named("Pet").kind else {
            Issue.record("not a structure")
            return
        }
        #expect(pet.properties[0].defaultAccessor?.name == "aOrDefault2")
    }

    // MARK: Tags

    @Test(arguments: [
        // The type has no property for the tag.
        ("{properties: {a: {}}}", "added x"), ("{properties: {kind: {type: string}}}", "filled kind x"),
        ("{properties: {kind: {type: string}}, required: [kind]}", "nothing"),
        ("{additionalProperties: {type: string}, properties: {a: {}}}", "kept additionalProperties x"),
        ("{type: object, additionalProperties: {type: string}}", "kept x"),
    ])
    func tagsThatAreWritten(schema: String, tag: String) throws {
        let planned = try PlannedComponents(
            """
            Value: {oneOf: [\(Self.ref("First")), \(Self.ref("Second"))], discriminator: {propertyName: kind,
              mapping: {x: '#/components/schemas/First', y: '#/components/schemas/Second'}}},
            First: \(schema), Second: {properties: {kind: {const: y}}, required: [kind]}
            """)
        guard case .union(let union) = try planned.finished().declarations.named("Value").kind else {
            Issue.record("not a union")
            return
        }
        #expect(union.members[0].tag.map(\.value.text) ?? "nothing" == tag)
    }

    // MARK: Choices

    /// The order in which members are tried, and which of them are validated before they are chosen.
    @Test(arguments: [
        ("[{type: string}, {type: integer}]", "trial: string, integer; open"),
        ("[{}, {type: string}]", "trial: string, json; closed"),
        ("[{type: object, additionalProperties: {}}, \(ref("Pet"))]", "trial: pet checked, jsonMap checked; open"),
        ("[{type: string, minLength: 3}, {type: string, format: uuid}]", "trial: string checked, uuid checked; open"),
        ("[\(ref("Pet")), {type: string}]", "trial: pet, string; open"),
    ])
    func choicesByTrial(members: String, choice: String) throws {
        let planned = try PlannedComponents("Value: {anyOf: \(members)}, Pet: {properties: {a: {type: string}}}")
        guard case .union(let union) = try planned.finished().declarations.named("Value").kind else {
            Issue.record("not a union")
            return
        }
        let tried = union.tried.map { index in
            let check = union.members[index].check
            return union.members[index].name + (check == nil || check == .any ? "" : " checked")
        }
        #expect("trial: \(tried.joined(separator: ", ")); \(union.isOpen ? "open" : "closed")" == choice)
    }

    @Test func choicesByConstants() throws {
        let planned = try PlannedComponents(
            """
            Value: {oneOf: [{properties: {kind: {const: a}}, required: [kind]}, {properties: {kind: {enum: [b, c]}}, required: [kind]}]}
            """)
        guard case .union(let union) = try planned.finished().declarations.named("Value").kind,
            case .constant(let path, let values) = union.choice
        else {
            Issue.record("no constants")
            return
        }
        #expect(path == ["kind"])
        #expect(values == [["a"], ["b", "c"]])
        #expect(union.tried.isEmpty)
    }

    // MARK: Shadows

    /// A nested type that would have the name of a type that its surroundings use gets the name of its parent as a prefix.
    @Test func nestedTypesShadowNothing() throws {
        let planned = try PlannedComponents(
            """
            Pet: {properties: {owner: {properties: {status: {properties: {a: {}}}}}, other: \(Self.ref("Status"))}},
            Status: {properties: {b: {}}}
            """)
        let names = planned.finished().declarations.map(\.name)
        #expect(names == ["Pet", "Status", "Owner", "OwnerStatus"])
    }

    // MARK: XML

    @Test func membersThatStandOtherwiseInXML() throws {
        let planned = try PlannedComponents(
            "Pet: {properties: {id: {type: integer, xml: {attribute: true}}, name: {type: string, xml: {name: Name}}, age: {}}}",
            paths: """
                /a: {post: {operationId: send, requestBody: {content: {application/xml: {schema: \(Self.ref("Pet"))}}},
                  responses: {'200': {description: ok}}}}
                """)
        let pet = try planned.plan().declarations.named("Pet")
        #expect(pet.xml.map(\.key) == ["id", "name"])
        #expect(pet.xml.map(\.kind) == [.attribute, .element])
    }

    // MARK: Boxes

    @Test(arguments: [
        // A property whose type is the structure itself needs a box; a list of them does not.
        ("Node: {properties: {next: \(ref("Node"))}}", ["Node.next"]),
        ("Node: {properties: {all: {type: array, items: \(ref("Node"))}}}", []),
        (
            "Node: {properties: {other: \(ref("Other"))}}, Other: {properties: {node: \(ref("Node"))}}",
            ["Node.other", "Other.node"]
        ),
        // A union in a cycle breaks it for all its types.
        ("Node: {properties: {a: \(ref("Either"))}}, Either: {oneOf: [\(ref("Node")), {type: string}]}", ["Either"]),
        ("Node: {properties: {a: \(ref("Alias"))}}, Alias: \(ref("Node"))", ["Node.a"]),
    ])
    func boxes(components: String, boxes: [String]) throws {
        let declarations = try PlannedComponents(components).finished().declarations
        let found = declarations.flatMap { declaration -> [String] in
            switch declaration.kind {
            case .structure(let structure):
                structure.properties.filter(\.isIndirect).map { "\(declaration.name).\($0.name)" }
            case .union(let union): union.isIndirect ? [declaration.name] : []
            case .enumeration, .alias: []
            }
        }
        #expect(found == boxes)
    }

    @Test func stronglyConnectedComponents() {
        let groups = StronglyConnected.groups(of: [[1], [2], [0], [3], [0], []])
        #expect(groups[0] == groups[1] && groups[1] == groups[2])
        #expect(Set([groups[0], groups[3], groups[4], groups[5]]).count == 4)
    }

    // MARK: Checks

    /// Validators are generated for the types in requests and for those that their checks call, or for all types.
    @Test(arguments: [
        (PlanOptions.ValidatorScope.requests, ["Both", "In"]), (.all, ["Both", "In", "Out"]),
    ])
    func whatHasAValidator(scope: PlanOptions.ValidatorScope, names: [String]) throws {
        let plan = try PlannedComponents(
            """
            In: {properties: {both: \(Self.ref("Both"))}}, Out: {properties: {a: {type: string}}},
            Both: {properties: {name: {type: string, minLength: 1}}}, List: {type: array, items: \(Self.ref("Both"))}
            """, paths: PlannedComponents.operation(takes: "In", answers: "Out"),
            options: PlanOptions(validators: scope)
        ).plan()
        #expect(plan.declarations.filter { $0.check != nil }.map(\.name).sorted() == names)
    }
}

extension PlannedComponents {
    /// The declarations that the remaining passes make of these drafts.
    fileprivate func declarations(from drafts: Drafts) -> [Declaration] {
        schemas.types.drafts = drafts
        return schemas.finish(usedBy: TypeUses()).declarations
    }
}

extension Literal {
    fileprivate var text: String {
        switch self {
        case .nil: "nil"
        case .bool(let value): String(value)
        case .number(let text), .string(let text): text
        case .member(let name): "." + name
        case .array, .dictionary, .initializer: "..."
        }
    }
}

extension Union.Tag.Value {
    fileprivate var text: String {
        switch self {
        case .added(let tag): "added \(tag)"
        case .filled(let property, let literal): "filled \(property) \(literal.text)"
        case .kept(let property, let literal):
            (["kept", property, literal.text] as [String?]).compactMap { $0 }.joined(separator: " ")
        }
    }
}
