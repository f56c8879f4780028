import ApusDiagnostics
import ApusOpenAPI
import ApusYAML

/// Schemas -> shapes. A shape depends only on the document and the options, so a schema always has the same shape.
///
/// Whatever a shape leaves out is reported, so a finding may be reported several times; `Diagnostics` keeps one of each.
struct Shapes {
    let document: Document
    /// The user's own types, keyed by pointer or format, from `apus.yaml`.
    let externalTypes: [String: ExternalType]
    let diagnostics: Diagnostics
    let inheritance: Inheritance
    /// The values by which discriminators choose schemas, by the discriminator's property.
    let discriminated: [ObjectIdentifier: [String: [String]]]
    private let includedAlternatives: IncludedAlternatives
    private let components: Set<ObjectIdentifier>

    init(document: Document, externalTypes: [String: ExternalType], diagnostics: Diagnostics) {
        self.document = document
        self.externalTypes = externalTypes
        self.diagnostics = diagnostics
        inheritance = Inheritance(document)
        discriminated = Discriminators.values(in: document)
        includedAlternatives = IncludedAlternatives(document)
        components = Set(document.components.schemas.map { ObjectIdentifier($0.value) })
    }

    func isComponent(_ schema: Schema) -> Bool { components.contains(ObjectIdentifier(schema)) }

    /// Whether the user has a type for a schema.
    func isExternal(_ schema: Schema) -> Bool { externalType(of: schema) != nil }

    func externalType(of schema: Schema) -> ExternalType? {
        document.pointer(of: schema).flatMap { externalTypes[$0] }
    }

    func mayIncludeAlternatives(_ schema: Schema) -> Bool { includedAlternatives.mayBe(in: schema) }

    func report(_ defect: Defect, _ message: String, at schema: Schema) {
        diagnostics.report(defect, message, at: schema.location)
    }
}

extension Shapes {
    /// Null in the list of types, as a member of a union or as a value of an enumeration means that the value is nullable.
    func shape(of schema: Schema) -> Shape {
        if let boolean = schema.boolean { return Shape(kind: boolean ? .any : .never) }
        if let reference = schema.reference {
            guard let target = document.schema(at: reference) else { return Shape(kind: .any) }
            let isAlone = schema.properties.isEmpty && schema.required.isEmpty && schema.allOf.isEmpty
            if !isAlone, let merged = mergedShape(of: schema) { return merged }
            return Shape(kind: .reference(target))
        }
        var isNullable = schema.types.map { $0.contains(.null) && $0.count > 1 } ?? false

        if let (values, listsNull) = EnumerationShape.listed(by: schema) {
            return Shape(kind: .enumeration(values), isNullable: isNullable || listsNull)
        }
        if let heirs = inheritance.heirs(of: schema) {
            let members = heirs.members.map { Shape.Alternative(schema: $0.schema) }
            let itself = Shape.Alternative(schema: schema, base: schema)
            return Shape(kind: .union(members + [itself]), isNullable: isNullable)
        }
        if let union = unionWithBase(schema) {
            let listsNull = (schema.anyOf + schema.oneOf).contains { Nullability.isNull($0, in: document) }
            return Shape(kind: union, isNullable: isNullable || listsNull)
        }
        if !schema.allOf.isEmpty {
            guard let merged = mergedShape(of: schema) else {
                report(
                    .unsupportedSchema, "the members of `allOf` do not agree on a type, so this is free-form JSON",
                    at: schema)
                return Shape(kind: .any, isNullable: isNullable)
            }
            return Shape(kind: merged.kind, isNullable: isNullable || merged.isNullable)
        }
        let alternatives = schema.anyOf.isEmpty ? schema.oneOf : schema.anyOf
        let members = alternatives.filter { !Nullability.isNull($0, in: document) }
        let isUnion = !members.isEmpty && !assertsOnlyRequired(members)
        reportSiblings(of: schema, members: members, isUnion: isUnion)
        if isUnion {
            isNullable = isNullable || members.count < alternatives.count
            if let (values, listsNull) = EnumerationShape.listed(by: members, of: schema, in: document) {
                return Shape(kind: .enumeration(values), isNullable: isNullable || listsNull)
            }
            if members.count == 1 {
                let only = shape(of: members[0])
                switch only.kind {
                // A declaration is named after the schema that contains it.
                case .structure, .enumeration, .union, .tuple:
                    return Shape(kind: only.kind, isNullable: isNullable || only.isNullable)
                case .any, .never, .builtin, .flexibleNumber, .external, .reference, .dictionary, .array:
                    return Shape(kind: .reference(members[0]), isNullable: isNullable)
                }
            }
            if let builtin = commonBuiltin(of: members) {
                return Shape(kind: .builtin(builtin), isNullable: isNullable)
            }
            return Shape(kind: .union(members.map { Shape.Alternative(schema: $0) }), isNullable: isNullable)
        }
        let kind = plainKind(of: schema)
        // Arbitrary JSON already includes null.
        if case .any = kind { return Shape(kind: kind, isNullable: isNullable) }
        let listsNull = schema.enumeration.map { $0.count > 1 && $0.contains(where: \.isNull) } ?? false
        return Shape(kind: kind, isNullable: isNullable || listsNull)
    }

    /// The one type that Swift has for the values of all members: `[{format: ipv4}, {format: ipv6}]` -> `String`.
    private func commonBuiltin(of members: [Schema]) -> BuiltinType? {
        var common: BuiltinType?
        for member in members {
            let target = document.target(of: member)
            guard target.anyOf.isEmpty, target.oneOf.isEmpty, target.allOf.isEmpty,
                !isExternal(target),
                case .builtin(let builtin) = shape(of: target).kind, builtin == common ?? builtin,
                !Nullability.isNullable(target, in: document)
            else { return nil }
            common = builtin
        }
        return common
    }
}
