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
    /// The XML form of the properties, if it does not follow from the names of all of them.
    package var xml: [XMLMemberPlan] = []
    /// What the validator asserts; `nil` if no validator is generated.
    package var check: Check?
    package var usage: Usage
    package var location: SourceLocation
}

/// The directions in which values of a declaration are sent.
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
        /// An array in which each property is an element.
        case tuple
    }

    package var codec: Codec
    package var properties: [Property]
    /// The values of members without a property, if the document allows and types them.
    package var additional: AdditionalProperties?
}

package struct AdditionalProperties: Sendable {
    package var name: String
    package var value: TypeReference
    /// ECMA-262 patterns of keys; if there are any, members whose keys match none of them are not read.
    package var patterns: [String] = []
}

package struct Property: Sendable {
    package enum Presence: Sendable, Equatable {
        /// Always present.
        case required
        /// Left out when nil.
        case optional
        /// Always present, null when nil.
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
    /// The value that the initialiser sets by default: the only one that the document allows (`const`, an `enum` with one value),
    /// for a member that is required or that distinguishes the members of a union.
    package var constant: Literal?
    /// The accessor of the default, if the document has one that can be a Swift literal.
    package var defaultAccessor: DefaultAccessor?
    /// Whether only responses or only requests have the member.
    package var access = Access.both
    /// Whether the value is stored in a box because the type contains itself.
    package var isIndirect: Bool
    /// How it is written in a multipart form, if not in the usual way.
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

    /// The type of the default's accessor, or of the property itself if it has none: null is not a default.
    package var accessedType: TypeReference {
        guard defaultAccessor != nil else { return type }
        switch presence {
        case .optional: return type.unwrapped
        case .threeState: return .optional(type.withoutNull)
        case .required, .nullable: return type
        }
    }
}

/// A computed property that returns the document's default for an absent member. An absent member stays absent: a default is what
/// the receiver assumes, so nothing else uses it.
///
///     public var priorityOrDefault: Int { priority ?? 0 }
package struct DefaultAccessor: Sendable, Equatable {
    /// `priorityOrDefault`
    package var name: String
    package var value: Literal
}

/// What the `encoding` of a form says about one of its parts.
package struct PartPlan: Sendable, Equatable {
    /// `image/png, image/jpeg`
    package var contentType: String?
    /// The header fields that the part of a file must have.
    package var headers: [String]
    /// How it is written, if `style` or `explode` determine it.
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

    /// Whether there are so many values that the compiler needs their list in pieces and without stored constants: for 10,000
    /// values, it then takes 14 s and 0.3 GB instead of 70 s and 5.5 GB (Swift 6.3.1).
    package var isLarge: Bool { cases.count > Self.mostStored }

    package static let mostStored = 500
}

/// One of several types: `anyOf`, `oneOf` or a list of types.
package struct Union: Sendable {
    package struct Member: Sendable {
        package var name: String
        package var type: TypeReference
        /// The check of the member's values, if the type alone does not distinguish them from others.
        package var check: Check?
        /// The tag that a writer adds to values of the type, which may lack it.
        package var tag: Tag?

        package init(name: String, type: TypeReference, check: Check? = nil, tag: Tag? = nil) {
            self.name = name
            self.type = type
            self.check = check
            self.tag = tag
        }
    }

    /// The member of an object that states the case.
    package struct Tag: Sendable, Equatable {
        package enum Value: Sendable, Equatable {
            /// The type has no property for it.
            case added(String)
            /// The value of the property if it would otherwise be nil.
            case filled(property: String, Literal)
            /// The value of the member among those without a property, or among all members of a map, if it is absent there.
            case kept(property: String?, Literal)
        }

        package var key: String
        package var value: Value
    }

    package var members: [Member]
    package var choice: UnionChoice
    /// The members that are tried if no tag distinguishes them, in this order.
    package var tried: [Int]
    /// Whether a value that no member reads is kept as `other`.
    package var isOpen: Bool
    package var isIndirect: Bool
    /// The member for values that no value of the discriminator identifies.
    package var fallback: Int?
}

/// How a reader distinguishes the members of a union.
package enum UnionChoice: Sendable {
    /// The members are tried, and the best one for which the value is valid is chosen.
    case trial
    /// The member that the value of a property names; the values are in the order of `Union.members`.
    case discriminator(key: String, values: [[String]])
    /// The member that states the value at the end of a path of properties, `["meta", "kind"]`.
    case constant(path: [String], values: [[String]])
}

extension Declaration {
    /// The types of the contents of a value.
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
