import ApusOpenAPI

/// What a schema comes to, once null and single-membered combinations are taken off.
struct Shape {
    indirect enum Kind {
        case any
        case never
        case builtin(BuiltinType)
        /// A number, or a text that spells it.
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
        /// The schema whose alternative this is, where that has properties too, which values of all alternatives have.
        var base: Schema?

        var id: ID {
            ID(schema, type: type, base: base)
        }
    }

    var kind: Kind
    var isNullable = false
}

/// An object with named properties; those of `allOf`'s members are merged.
struct ObjectShape {
    struct Member {
        var key: String
        var schema: Schema
        var isRequired: Bool
        /// The schema that says so, where another one includes it.
        var owner: Schema?
        /// An object that another part of an `allOf` says of the member, whose properties it has too.
        var base: Schema?
    }

    var members: [Member]
    /// Members that must be there and that no property describes.
    var undescribed: [String] = []
    /// The schema of members that no property names: nil where such members are not typed.
    var additional: Schema?
    /// Schemas of members whose keys match.
    var patterns: [OrderedMap<Schema>.Entry] = []
    var isClosed: Bool
}
