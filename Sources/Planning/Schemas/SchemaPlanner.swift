import ApusDiagnostics
import ApusOpenAPI
import ApusYAML

/// Schemas -> types, and drafts for the types that need a declaration.
final class SchemaPlanner {
    let document: Document
    let options: PlanOptions
    let diagnostics: Diagnostics
    let shapes: Shapes
    let types: TypeTable
    let checks: CheckPlanner
    /// Schemas of form bodies that nothing else refers to: their declarations are the forms themselves.
    private let forms: [ObjectIdentifier: OrderedMap<Encoding>]
    /// Schemas whose planning has begun: meeting one again means that it contains itself without a declaration.
    private var pending: Set<ObjectIdentifier> = []
    /// The types of values that are sent as XML.
    private var xmlTypes: [TypeReference] = []

    init(document: Document, options: PlanOptions, diagnostics: Diagnostics) {
        self.document = document
        self.options = options
        self.diagnostics = diagnostics
        shapes = Shapes(document: document, externalTypes: options.types, diagnostics: diagnostics)
        types = TypeTable(shapes: shapes)
        checks = CheckPlanner(types: types, assertsFormats: options.formats == .all)
        forms = FormBodies.ownSchemas(of: document)
    }

    var passes: SchemaPasses {
        SchemaPasses(types: types, checks: checks, options: options, diagnostics: diagnostics)
    }

    /// Returns the finished declarations. After this, no more types are planned.
    func finish(usedBy uses: TypeUses) -> PlannedSchemas { passes.finish(usedBy: uses, xmlTypes: xmlTypes) }

    /// The encoding of a form's parts, if only a body refers to the form's schema.
    func ownForm(_ schema: Schema) -> OrderedMap<Encoding>? { forms[ObjectIdentifier(schema)] }

    /// The root element of an XML body of a type; `nil` if the XML is text.
    func xmlRoot(of schema: Schema, type: TypeReference) -> XMLRootPlan? {
        let root = shapes.xmlRoot(of: schema)
        if root != nil { xmlTypes.append(type) }
        return root
    }

    /// The first of the wanted names that is free at the top level; it is reserved from then on.
    func freeName(_ wanted: String...) -> String { types.names.free(wanted) }

    func isTaken(_ name: String) -> Bool { types.names.topLevel.contains(name) }

    /// The name of a component's declaration; `nil` for other declarations.
    func componentName(_ id: DeclarationID) -> String? {
        let draft = types.drafts[id]
        return draft.isComponent ? draft.name.wanted : nil
    }

    /// The value that a receiver assumes for a parameter, with the types planned so far.
    func defaultLiteral(_ node: Node, type: TypeReference) -> Literal? {
        let drafts = types.drafts
        return DefaultLiterals(diagnostics: diagnostics) { drafts[$0].name.wanted }
            .literal(node, type: type, in: drafts)
    }

    func reserve(_ name: Draft.Name, parent: DeclarationID?, source: Shape.Alternative) -> DeclarationID {
        types.drafts.reserve(
            name, parent: parent, source: source, documentation: documentation(of: source.schema, called: name.wanted)
        )
    }

    // MARK: Types

    /// The type of a schema's values. A schema that needs a declaration gets one, named by `naming`.
    func type(of schema: Schema, naming: Naming) -> PlannedType {
        let source = Shape.Alternative(schema: schema)
        if let known = types[source.id] { return known }
        let naming = ownPlace(of: schema) ?? naming
        guard pending.insert(ObjectIdentifier(schema)).inserted else {
            report(.unsupportedSchema, "a schema that contains itself without a name is free-form JSON", at: schema)
            return PlannedType(.builtin(.json))
        }
        let result = type(shapes.shape(of: schema), of: source, naming: naming)
        pending.remove(ObjectIdentifier(schema))
        types[source.id] = result
        reportKeywords(of: schema)
        return result
    }

    func type(of source: Shape.Alternative, naming: Naming) -> PlannedType {
        if let base = source.base {
            if let known = types[source.id] { return known }
            let kind = shapes.objectShape(of: [base, source.schema], base: base) ?? .any
            let result = type(Shape(kind: kind), of: source, naming: naming)
            types[source.id] = result
            return result
        }
        guard let only = source.type else { return type(of: source.schema, naming: naming) }
        let result = type(Shape(kind: shapes.kind(of: source.schema, as: only)), of: source, naming: naming)
        types[source.id] = result
        return result
    }

    func type(_ shape: Shape, of source: Shape.Alternative, naming: Naming) -> PlannedType {
        let schema = source.schema
        func result(_ type: TypeReference) -> PlannedType { PlannedType(type, isNullable: shape.isNullable) }
        switch shape.kind {
        case .any, .never: return result(.builtin(.json))
        case .builtin(let builtin): return result(.builtin(builtin))
        case .flexibleNumber(let number): return result(.generic(.flexibleNumber, .builtin(number)))
        case .external(let type): return result(.external(type))
        case .reference(let target):
            let planned = type(of: target, naming: naming)
            return PlannedType(planned.type, isNullable: planned.isNullable || shape.isNullable)
        case .array(let items):
            return result(.array(contained(items, in: schema, naming: naming)))
        case .dictionary(let keys, let values):
            let key = keyType(keys, naming: naming)
            return result(.dictionary(contained(values, in: schema, naming: naming), key: key))
        case .structure(let object):
            return result(
                declared(source, naming, "Details", isNullable: shape.isNullable) { defineStructure($0, object) })
        case .tuple(let tuple):
            return result(declared(source, naming, "Details", isNullable: shape.isNullable) { defineTuple($0, tuple) })
        case .enumeration(let values):
            let named = values.name.map { Naming(parent: naming.parent, name: SwiftName.type($0)) }
            return result(
                declared(source, named ?? naming, "Kind", isNullable: shape.isNullable) {
                    defineEnumeration($0, values)
                })
        case .union(let members):
            return result(
                declared(source, naming, "Kind", isNullable: shape.isNullable) { defineUnion($0, members, of: schema) })
        }
    }

    /// The declaration for an inline schema: that of an equal schema in the same place, or a new one, to which its own content may
    /// refer.
    private func declared(
        _ source: Shape.Alternative, _ naming: Naming, _ suffix: String, isNullable: Bool,
        define: (DeclarationID) -> Void
    ) -> TypeReference {
        if let twin = twin(of: source, naming: naming, suffix: suffix) { return .declared(twin) }
        let id = declare(source, naming: naming, suffix: suffix)
        types[source.id] = PlannedType(.declared(id), isNullable: isNullable)
        define(id)
        return .declared(id)
    }

    /// The type of the contents of a list or map. The compiler's time doubles with each level of nested lists.
    private func contained(_ content: Schema?, in schema: Schema, naming: Naming) -> TypeReference {
        guard let content else { return .builtin(.json) }
        let type = type(of: content, naming: naming.item(title: schema.title)).optionalType
        guard type.depth > 8 else { return type }
        report(.unsupportedSchema, "lists and maps nested this deep are free-form JSON", at: content)
        return .builtin(.json)
    }

    /// A declaration for an inline schema. Which of its candidate names it gets is decided when all are known.
    func declare(_ source: Shape.Alternative, naming: Naming, suffix: String) -> DeclarationID {
        let claim = naming.claim(title: source.schema.title, suffix: suffix)
        let parent = naming.parent.map(types.drafts.shallow)
        let id = reserve(.claimed(claim), parent: parent, source: source)
        types.names.add(id, claiming: claim, in: parent)
        return id
    }

    /// The declaration of an equal schema that has the same place and would like the same name: both become one type.
    private func twin(of source: Shape.Alternative, naming: Naming, suffix: String) -> DeclarationID? {
        let claim = naming.claim(title: source.schema.title, suffix: suffix)
        let twin = types.names.claimants(of: claim, in: naming.parent.map(types.drafts.shallow)).first { id in
            let other = types.drafts[id].source
            return other.type == source.type && other.base === source.base && other.schema.isEqual(to: source.schema)
        }
        guard let twin else { return nil }
        types.setTwin(of: source.schema, twin)
        // Of its roles, always the same one replaces the title.
        if case .claimed(let known) = types.drafts[twin].name, claim.names.lexicographicallyPrecedes(known.names) {
            types.drafts.rename(twin, claim)
        }
        return twin
    }

    func report(_ defect: Defect, _ message: String, at schema: Schema) {
        diagnostics.report(defect, message, at: schema.location)
    }
}

extension Schema {
    /// Whether two schemas have exactly the same contents.
    func isEqual(to other: Schema) -> Bool {
        self === other
            || Node(.mapping(source.fields), at: location) == Node(.mapping(other.source.fields), at: other.location)
    }
}
