import ApusOpenAPI

/// What remains of a schema after removing null and combinations with a single member.
struct Shape {
    indirect enum Kind {
        case any
        case never
        case builtin(BuiltinType)
        /// A number, or a string that contains one.
        case flexibleNumber(BuiltinType)
        case external(ExternalType)
        case reference(Schema)
        case structure(ObjectShape)
        case dictionary(keys: Schema?, values: Schema?)
        case tuple(TupleShape)
        case array(items: Schema?)
        case enumeration(EnumerationShape)
        case union([Alternative])
    }

    /// A member of a union: a schema, or one of the types that a schema lists.
    struct Alternative: Identifiable {
        struct ID: Hashable {
            var schema: ObjectIdentifier
            var type: SchemaType?
            var base: ObjectIdentifier?

            init(_ schema: Schema, type: SchemaType? = nil, base: Schema? = nil) {
                self.schema = ObjectIdentifier(schema)
                self.type = type
                self.base = base.map { ObjectIdentifier($0) }
            }
        }

        var schema: Schema
        var type: SchemaType?
        /// The schema that lists this alternative, if it also has properties of its own, which the values of all alternatives have.
        var base: Schema?

        var id: ID {
            ID(schema, type: type, base: base)
        }
    }

    var kind: Kind
    var isNullable = false
}

/// An object with named properties, including the merged properties of the members of `allOf`.
struct ObjectShape {
    struct Member {
        var key: String
        var schema: Schema
        var isRequired: Bool
        /// The schema that declares the member, if it is included by another one.
        var owner: Schema?
        /// An object that another part of an `allOf` declares for the member, whose properties the member has too.
        var base: Schema?
    }

    var members: [Member]
    /// Required members that no property describes.
    var undescribed: [String] = []
    /// The schema of members without a property; `nil` if such members are not typed.
    var additional: Schema?
    /// Schemas of members whose keys match patterns.
    var patterns: [OrderedMap<Schema>.Entry] = []
    var isClosed: Bool
}
