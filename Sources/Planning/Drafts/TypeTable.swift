import ApusOpenAPI

/// The types of the schemas that have been planned so far. Planning writes the table; checks, passes and samples read it.
///
/// A class, since declarations refer to each other: a component has its id before its content is planned.
final class TypeTable {
    let document: Document
    let shapes: Shapes
    var drafts = Drafts()
    var names = NameTable()
    /// The directions in which values of declarations are sent; empty while operations are being planned.
    var usage = TypeUsage()
    /// The type of each planned schema, and of each type that a schema lists.
    private var planned: [Shape.Alternative.ID: PlannedType] = [:]
    /// Inline schemas that share the declaration of an equal schema.
    private var twins: [ObjectIdentifier: DeclarationID] = [:]

    init(shapes: Shapes) {
        document = shapes.document
        self.shapes = shapes
    }

    subscript(source: Shape.Alternative.ID) -> PlannedType? {
        get { planned[source] }
        set { planned[source] = newValue }
    }

    func setTwin(of schema: Schema, _ id: DeclarationID) { twins[ObjectIdentifier(schema)] = id }

    /// The declaration of a schema itself, or of one of the types that it lists, and not of a schema that it refers to.
    func declaration(of schema: Schema, as type: SchemaType? = nil) -> DeclarationID? {
        guard case .declared(let id) = planned[Shape.Alternative.ID(schema, type: type)]?.type,
            drafts[id].source.schema === schema || twins[ObjectIdentifier(schema)] == id
        else { return nil }
        return id
    }

    func enumeration(of schema: Schema) -> DeclarationID? {
        declaration(of: schema).flatMap { drafts.enumeration($0) == nil ? nil : $0 }
    }

    func isTyped(_ schema: Schema) -> Bool { planned[Shape.Alternative.ID(schema)] != nil }

    /// The types that the Swift type of a schema can represent if the schema has no `type`; `nil` for any type.
    func impliedTypes(of schema: Schema) -> [SchemaType]? {
        guard schema.types == nil, let planned = planned[Shape.Alternative.ID(schema)] else { return nil }
        switch planned.type {
        case .array: return schema.items == nil ? nil : [.array]
        case .dictionary:
            let isSpokenOf = schema.additionalProperties != nil || !schema.patternProperties.isEmpty
            return isSpokenOf ? [.object] : nil
        case .declared(let id):
            guard drafts[id].source.schema === schema, let structure = drafts.structure(id) else { return nil }
            if structure.codec == .tuple { return schema.prefixItems.isEmpty ? nil : [.array] }
            return schema.properties.isEmpty ? nil : [.object]
        case .builtin, .external, .optional, .nullable, .generic: return nil
        }
    }

    /// `TreeValidator`
    func validatorName(of schema: Schema) -> String {
        let pointer = document.pointer(of: schema)?.split(separator: "/").last.map(String.init)
        return names.numbered(SwiftName.type(pointer ?? schema.title ?? "Schema") + "Validator")
    }

    /// The directions in which validators require a member. Types whose values are sent in only one direction need no distinction.
    func demand(of member: Schema, in schema: Schema) -> ObjectCheck.Demand {
        let usage = declaration(of: schema).map { self.usage[$0] } ?? []
        switch document.access(of: member) {
        case .both: return .required
        case .readOnly where usage == .response, .writeOnly where usage == .request: return .required
        case .readOnly where usage == .request, .writeOnly where usage == .response: return .optional
        case .readOnly: return .requiredOfResponses
        case .writeOnly: return .requiredOfRequests
        }
    }
}

/// The directions in which values of declarations are sent.
struct TypeUsage {
    private var usages: [DeclarationID: Usage] = [:]

    subscript(id: DeclarationID) -> Usage {
        get { usages[id] ?? [] }
        set { usages[id] = newValue }
    }
}

/// A type, and whether null is allowed besides its values.
struct PlannedType {
    var type: TypeReference
    var isNullable: Bool

    init(_ type: TypeReference, isNullable: Bool = false) {
        self.type = type
        self.isNullable = isNullable
    }

    var optionalType: TypeReference {
        isNullable ? .optional(type) : type
    }
}
