import ApusYAML

/// A declaration while schemas and operations are planned. What depends on the whole document is not decided yet: its name among
/// the other names, how unions distinguish their members, checks, boxes. Passes determine these (see `SchemaPasses`).
struct Draft {
    enum Content {
        /// Other declarations already refer to it; its schema is being planned.
        case reserved
        case structure(StructureDraft)
        case enumeration(Enumeration)
        case union(UnionDraft)
        case alias(TypeReference)
        /// A list or map that contains itself, which cannot be an alias in Swift: an enum with one case.
        case recursive(TypeReference)
    }

    enum Name {
        /// The name of a component, which is fixed from the beginning.
        case fixed(String)
        /// The name of an inline schema, settled when all names are known.
        case claimed(NameClaim)

        /// The preferred name.
        var wanted: String {
            switch self {
            case .fixed(let name): name
            case .claimed(let claim): claim.names[0]
            }
        }
    }

    let id: DeclarationID
    /// What it stands for: a schema, or one of the types that a schema lists.
    let source: Shape.Alternative
    /// The enclosing declaration, for an inline schema.
    let parent: DeclarationID?
    var name: Name
    let documentation: [String]
    var nested: [DeclarationID] = []
    var content = Content.reserved

    var isComponent: Bool {
        switch name {
        case .fixed: true
        case .claimed: false
        }
    }
}

/// An object with named properties.
struct StructureDraft {
    var codec: Structure.Codec
    var properties: [PropertyDraft]
    var additional: AdditionalProperties?
    /// The names of members, which nested types cannot have.
    var memberNames: Set<String>
}

/// A member of an object.
struct PropertyDraft {
    var key: String
    var name: String
    var type: TypeReference
    var presence: Property.Presence
    var constant: Literal?
    /// The document's default for an absent member.
    var defaultNode: Node?
    var access = Property.Access.both
    var part: PartPlan?
    var documentation: [String]
}

/// One of several types.
struct UnionDraft {
    struct Member {
        var type: TypeReference
        /// What it stands for: several schemas if they are the same type in Swift.
        var sources: [Shape.Alternative]
        var tag: Union.Tag?
    }

    var members: [Member]
    var choice: UnionChoice
    /// Whether values that no member reads are kept, unless a member reads every value.
    var isOpen: Bool
    /// The member for values that no value of the discriminator identifies.
    var fallback: Int?
}

extension Draft.Content {
    /// The types of the contents of a value.
    var contents: [TypeReference] {
        switch self {
        case .structure(let structure):
            structure.properties.map(\.type) + (structure.additional.map { [$0.value] } ?? [])
        case .union(let union): union.members.map(\.type)
        case .alias(let type), .recursive(let type): [type]
        case .enumeration, .reserved: []
        }
    }
}
