import ApusDiagnostics

package struct DeclarationID: Hashable, Sendable {
    package var index: Int
}

/// One Swift type that is generated.
package struct Declaration: Sendable {
    package enum Kind: Sendable {
        case structure(Structure)
        case enumeration(Enumeration)
        case union(Union)
        case alias(TypeReference)
    }

    package var id: DeclarationID
    /// `Location`
    package var name: String
    /// The enclosing declaration, for an inline schema.
    package var parent: DeclarationID?
    package var nested: [DeclarationID]
    package var documentation: [String]
    package var kind: Kind
    /// How the properties stand in XML, where some stand otherwise than by their names.
    package var xml: [XMLMemberPlan] = []
    /// What a validator asserts; nil where nothing is emitted.
    package var check: Check?
    package var usage: Usage
    package var location: SourceLocation
}

/// Where values of a declaration travel.
package struct Usage: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    package static let request = Usage(rawValue: 1)
    package static let response = Usage(rawValue: 2)
}

/// An object with named properties.
package struct Structure: Sendable {
    package enum Codec: Sendable, Equatable {
        case json, multipart
        /// An array, each property an element.
        case tuple
    }

    package var codec: Codec
    package var properties: [Property]
    /// The values of members that no property names, where the document allows and types them.
    package var additional: AdditionalProperties?
}

package struct AdditionalProperties: Sendable {
    package var name: String
    package var value: TypeReference
    /// Of ECMA-262; where there are some, members whose keys match none are not read.
    package var patterns: [String] = []
}

package struct Property: Sendable {
    package enum Presence: Sendable, Equatable {
        /// Always there.
        case required
        /// Left out when nil.
        case optional
        /// Always there, null when nil.
        case nullable
        /// Absent, null or a value.
        case threeState
    }

    package enum Access: Sendable, Equatable {
        case both, readOnly, writeOnly
    }

    /// `conversation_id`, the member's name in the JSON object.
    package var key: String
    /// `conversationID`, not yet escaped.
    package var name: String
    package var type: TypeReference
    package var presence: Presence
    /// What the initialiser sets where its caller says nothing: the only value that the document allows (`const`, an `enum`
    /// of one) of a member that must be there or that tells the members of a union apart.
    package var constant: Literal?
    /// Where the document has a default for which Swift has a literal.
    package var defaultAccessor: DefaultAccessor?
    /// Whether only answers or only requests have the member.
    package var access = Access.both
    /// Whether the value is held through a box because the type contains itself.
    package var isIndirect: Bool
    /// How it is written in a form of parts, where that is not the usual way.
    package var part: PartPlan?
    package var documentation: [String]

    /// The default argument of the memberwise initialiser.
    package var defaultValue: Literal? {
        switch presence {
        case .required: constant
        case .nullable: nil
        case .optional, .threeState: constant ?? .nil
        }
    }

    /// The type of the default's accessor, or of the property itself where it has none: null is not a default.
    package var accessedType: TypeReference {
        guard defaultAccessor != nil else { return type }
        switch presence {
        case .optional: return type.unwrapped
        case .threeState: return .optional(type.withoutNull)
        case .required, .nullable: return type
        }
    }
}

/// A computed property that gives the document's default for an absent member. What is absent stays absent: a default is
/// what the receiver assumes, so nothing else reads it.
///
///     public var priorityOrDefault: Int { priority ?? 0 }
package struct DefaultAccessor: Sendable, Equatable {
    /// `priorityOrDefault`
    package var name: String
    package var value: Literal
}

/// What the `encoding` of a form says of one of its parts.
package struct PartPlan: Sendable, Equatable {
    /// `image/png, image/jpeg`
    package var contentType: String?
    /// The fields that a file's part must have.
    package var headers: [String]
    /// How it is written, where `style` and `explode` say so.
    package var style: FormEncodingPlan?
}

/// A string or number with listed values.
package struct Enumeration: Sendable {
    package enum RawValue: String, Sendable {
        case string = "String"
        case integer = "Int"
        case number = "Double"
    }

    package struct Case: Sendable, Equatable {
        package var name: String
        /// The string, or the source text of the number.
        package var value: String
        package var documentation: [String] = []
    }

    package var raw = RawValue.string
    package var isOpen: Bool
    package var cases: [Case]

    /// Whether there are so many values that the compiler needs their list in pieces, and no stored constants: for 10,000, it takes
    /// 14 s and 0.3 GB so, and 70 s and 5.5 GB otherwise (Swift 6.3.1).
    package var isLarge: Bool { cases.count > Self.mostStored }

    package static let mostStored = 500
}

/// One of several types: `anyOf`, `oneOf` or a list of types.
package struct Union: Sendable {
    package struct Member: Sendable {
        package var name: String
        package var type: TypeReference
        /// What its values are, where the type alone does not tell them from others.
        package var check: Check?
        /// What a writer adds to values of the type, which may lack it.
        package var tag: Tag?

        package init(name: String, type: TypeReference, check: Check? = nil, tag: Tag? = nil) {
            self.name = name
            self.type = type
            self.check = check
            self.tag = tag
        }
    }

    /// The member of an object that says which case it is.
    package struct Tag: Sendable, Equatable {
        package enum Value: Sendable, Equatable {
            /// The type has no property for it.
            case added(String)
            /// What the property is where it would be nil.
            case filled(property: String, Literal)
            /// What the member is among those that no property names, where it is not there; of a map, among all.
            case kept(property: String?, Literal)
        }

        package var key: String
        package var value: Value
    }

    package var members: [Member]
    package var choice: UnionChoice
    /// The members that are tried where no tag tells them apart, in this order.
    package var tried: [Int]
    /// Whether a value that no member reads is kept as `other`.
    package var isOpen: Bool
    package var isIndirect: Bool
    /// The member of values that no value of the discriminator tells.
    package var fallback: Int?
}

/// How a reader tells the members of a union apart.
package enum UnionChoice: Sendable {
    /// Members are tried: the best one for which the value is valid.
    case trial
    /// The member that the value of a property names; the values stand in the order of `Union.members`.
    case discriminator(key: String, values: [[String]])
    /// The member that states the value at the end of a path of properties, `["meta", "kind"]`.
    case constant(path: [String], values: [[String]])
}

extension Declaration {
    /// The types of what a value holds.
    var contents: [TypeReference] {
        switch kind {
        case .structure(let structure):
            structure.properties.map(\.type) + (structure.additional.map { [$0.value] } ?? [])
        case .union(let union): union.members.map(\.type)
        case .alias(let type): [type]
        case .enumeration: []
        }
    }
}
