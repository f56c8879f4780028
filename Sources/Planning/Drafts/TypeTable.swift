import ApusOpenAPI

/// Which types stand for schemas, as far as they are planned. Planning writes it; checks, passes and samples read it.
///
/// A class, since declarations refer to each other: a component has its id before its content is planned.
final class TypeTable {
    let document: Document
    let shapes: Shapes
    var drafts = Drafts()
    var names = NameTable()
    /// Where values of declarations travel; nowhere as long as operations are being planned.
    var usage = TypeUsage()
    /// What each planned schema became, and each type that a schema lists.
    private var planned: [Shape.Alternative.ID: PlannedType] = [:]
    /// Inline schemas for which an equal one's declaration stands.
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

    /// The declaration that stands for a schema, or for one of the types that it lists, not only for what it refers to.
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

    /// What the Swift type of a schema holds where the schema has no `type`: nil for anything.
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

    /// Where validators ask for a required member. Values of a type that travels in one direction alone need no distinction.
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

/// Where values of declarations travel.
struct TypeUsage {
    private var usages: [DeclarationID: Usage] = [:]

    subscript(id: DeclarationID) -> Usage {
        get { usages[id] ?? [] }
        set { usages[id] = newValue }
    }
}

/// A type, and whether null stands beside its values.
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
