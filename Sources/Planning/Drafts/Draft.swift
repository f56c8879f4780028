import ApusYAML

/// A declaration while schemas and operations are planned. What only the whole document decides is not there yet: its name
/// among others, the ways in which unions tell their members apart, checks, boxes. Passes find these out (see `SchemaPasses`).
struct Draft {
    enum Content {
        /// Others refer to it already; its schema is being planned.
        case reserved
        case structure(StructureDraft)
        case enumeration(Enumeration)
        case union(UnionDraft)
        case alias(TypeReference)
        /// A list or map that contains itself, which Swift has no alias for: an enum of one case.
        case recursive(TypeReference)
    }

    enum Name {
        /// A component's, which stands from the beginning.
        case fixed(String)
        /// An inline schema's, settled when all are known.
        case claimed(NameClaim)

        /// The name that it would like best.
        var wanted: String {
            switch self {
            case .fixed(let name): name
            case .claimed(let claim): claim.names[0]
            }
        }
    }

    let id: DeclarationID
    /// What it declares: a schema, or one of the types that it lists.
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
    /// What the document says is assumed where the member is absent.
    var defaultNode: Node?
    var access = Property.Access.both
    var part: PartPlan?
    var documentation: [String]
}

/// One of several types.
struct UnionDraft {
    struct Member {
        var type: TypeReference
        /// What it stands for: several schemas that are one type in Swift.
        var sources: [Shape.Alternative]
        var tag: Union.Tag?
    }

    var members: [Member]
    var choice: UnionChoice
    /// Whether values that no member reads are kept, unless a member reads all.
    var isOpen: Bool
    /// The member of values that no value of the discriminator tells.
    var fallback: Int?
}

extension Draft.Content {
    /// The types of what a value holds.
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
