import ApusDiagnostics
import ApusOpenAPI
import ApusYAML

/// Schemas -> declarations and types.
///
/// A class, since declarations refer to each other: a component has its id before its content is planned.
final class SchemaPlanner {
    let document: Document
    let options: PlanOptions
    let diagnostics: Diagnostics
    let shapes: Shapes

    var declarations: [Declaration] = []
    /// What each declaration declares: a schema, or one of the types that it lists.
    var sources: [Shape.Alternative] = []
    /// What each planned schema became, and each type that a schema lists.
    var planned: [Shape.Alternative.ID: PlannedType] = [:]
    /// Schemas whose planning has begun: meeting one again means that it contains itself without a declaration.
    var pending: Set<ObjectIdentifier> = []
    /// Components whose values may be null; their declarations do not say so.
    var nullable: Set<DeclarationID> = []
    /// Schemas of form bodies that nothing else refers to: their own declarations are the forms.
    let forms: [ObjectIdentifier: OrderedMap<Encoding>]
    /// What travels as XML.
    var xmlTypes: [TypeReference] = []
    var topLevelNames: Set<String> = []
    /// The declarations at the top level that are not components.
    private(set) var inlineRoots: [DeclarationID] = []
    /// The names that inline declarations would like.
    var claims: [DeclarationID: NameClaim] = [:]
    /// The inline declarations by where they stand and the name that they would like best.
    private(set) var claimants: [NamePlace: [DeclarationID]] = [:]
    /// Inline schemas for which an equal one's declaration stands.
    var twins: [ObjectIdentifier: DeclarationID] = [:]
    /// What each member of a union stands for, in the order of the members.
    var unionMembers: [DeclarationID: [[Shape.Alternative]]] = [:]
    lazy var checks = CheckPlanner(types: self)
    /// What discriminators call schemas, by the property that says it.
    lazy var discriminated = Discriminators.values(in: document)
    /// The defaults of properties that need not be there, by the properties' keys.
    var defaults: [DeclarationID: [String: Node]] = [:]
    /// The names of properties, which nested types cannot have.
    var memberNames: [DeclarationID: Set<String>] = [:]

    init(document: Document, options: PlanOptions, diagnostics: Diagnostics) {
        self.document = document
        self.options = options
        self.diagnostics = diagnostics
        shapes = Shapes(document: document, externalTypes: options.types, diagnostics: diagnostics)
        forms = FormBodies.ownSchemas(of: document)
    }

    /// The declarations at the top level, in the order of their names.
    var roots: [DeclarationID] {
        declarations.filter { $0.parent == nil }.map(\.id)
            .sorted { declarations[$0.index].name < declarations[$1.index].name }
    }

    // MARK: Components

    func planComponents(beside ownNames: Set<String>) {
        let entries = document.components.schemas.entries
        let componentNames = ComponentNames(
            document: document, pinned: options.names, taken: ownNames, isNamespaced: options.namespace != .none
        )
        let names = componentNames.assign(entries, diagnostics: diagnostics)
        topLevelNames = ownNames.union(names)
        for (entry, name) in zip(entries, names) {
            let id = reserve(name: name, parent: nil, source: Shape.Alternative(schema: entry.value), isComponent: true)
            planned[Shape.Alternative.ID(entry.value)] = PlannedType(.declared(id))
        }
        // Whether a component is nullable must be known before anything refers to it.
        for (index, entry) in entries.enumerated() where Nullability.isNullable(entry.value, in: document) {
            let id = DeclarationID(index: index)
            nullable.insert(id)
            planned[Shape.Alternative.ID(entry.value)] = PlannedType(.declared(id), isNullable: true)
        }
        // Enumerations and single values first, of which defaults are made.
        let isSingle = entries.map { entry in
            switch shapes.shape(of: entry.value).kind {
            case .enumeration, .builtin, .flexibleNumber, .external: true
            case .any, .never, .reference, .structure, .dictionary, .array, .tuple, .union: false
            }
        }
        let order = basesFirst(entries.map(\.value))
        for wanted in [true, false] {
            for index in order where isSingle[index] == wanted {
                define(DeclarationID(index: index), as: entries[index].value)
            }
        }
        AliasCycles.break(in: &declarations, diagnostics: diagnostics)
    }

    /// The order in which components are defined: what one includes by `allOf` before it, so that an inline schema that several
    /// share is named in the one where it stands.
    private func basesFirst(_ components: [Schema]) -> [Int] {
        let indices = Dictionary(zip(components.map(ObjectIdentifier.init), components.indices)) { first, _ in first }
        func bases(_ index: Int) -> [Int] {
            components[index].allOf.compactMap { indices[ObjectIdentifier(document.target(of: $0))] }.reversed()
        }
        var order: [Int] = []
        var isSeen = Array(repeating: false, count: components.count)
        for root in components.indices where !isSeen[root] {
            isSeen[root] = true
            var path = [(index: root, left: bases(root))]
            while let last = path.last {
                guard let next = last.left.last else {
                    order.append(last.index)
                    path.removeLast()
                    continue
                }
                path[path.count - 1].left.removeLast()
                if !isSeen[next] {
                    isSeen[next] = true
                    path.append((next, bases(next)))
                }
            }
        }
        return order
    }

    func reserve(
        name: String, parent: DeclarationID?, source: Shape.Alternative, isComponent: Bool = false
    ) -> DeclarationID {
        let id = DeclarationID(index: declarations.count)
        let schema = source.schema
        let title = schema.title.flatMap { FastAPINames.isDerived(title: $0, from: name) ? nil : $0 }
        sources.append(source)
        let telling = title.flatMap { FastAPINames.isResponseTitle($0) ? nil : $0 }
        declarations.append(
            Declaration(
                id: id,
                name: name,
                parent: parent,
                nested: [],
                documentation: Documentation.paragraphs(
                    Documentation.paragraphs(
                        schema.description ?? telling, schema.contentNote
                    ),
                    fields: [Documentation.seeAlso(schema.externalDocs)]
                ),
                kind: .alias(.builtin(.json)),
                check: nil,
                usage: [],
                location: schema.location
            )
        )
        if let parent {
            declarations[parent.index].nested.append(id)
        } else if !isComponent {
            inlineRoots.append(id)
        }
        return id
    }

    /// Fills a reserved declaration.
    private func define(_ id: DeclarationID, as schema: Schema) {
        defer { reportKeywords(of: schema) }
        if let encoding = forms[ObjectIdentifier(schema)], let object = shapes.formShape(of: schema) {
            defineForm(id, object, encoding: encoding)
            return
        }
        if let type = shapes.externalType(of: schema) {
            declarations[id.index].kind = .alias(.external(type))
            return
        }
        let shape = shapes.shape(of: schema)
        switch shape.kind {
        case .structure(let object): defineStructure(id, object)
        case .enumeration(let values): defineEnumeration(id, values)
        case .union(let members): defineUnion(id, members, of: schema)
        case .tuple(let tuple): defineTuple(id, tuple)
        case .reference, .dictionary, .array, .builtin, .flexibleNumber, .external, .any, .never:
            let naming = Naming(name: declarations[id.index].name)
            let type = type(shape, of: Shape.Alternative(schema: schema), naming: naming).type
            declarations[id.index].kind = .alias(type)
        }
    }

    // MARK: Types

    /// The type of a schema's values. A schema that needs a declaration gets one, named by `naming`.
    func type(of schema: Schema, naming: Naming) -> PlannedType {
        let source = Shape.Alternative(schema: schema)
        if let known = planned[source.id] { return known }
        let naming = ownPlace(of: schema) ?? naming
        guard pending.insert(ObjectIdentifier(schema)).inserted else {
            report(.schemaNotHonoured, "a schema that contains itself without a name is free-form JSON", at: schema)
            return PlannedType(.builtin(.json))
        }
        let result = type(shapes.shape(of: schema), of: source, naming: naming)
        pending.remove(ObjectIdentifier(schema))
        planned[source.id] = result
        reportKeywords(of: schema)
        return result
    }

    func type(of source: Shape.Alternative, naming: Naming) -> PlannedType {
        if let base = source.base {
            if let known = planned[source.id] { return known }
            let kind = shapes.objectShape(of: [base, source.schema], base: base) ?? .any
            let result = type(Shape(kind: kind), of: source, naming: naming)
            planned[source.id] = result
            return result
        }
        guard let only = source.type else { return type(of: source.schema, naming: naming) }
        let result = type(Shape(kind: shapes.kind(of: source.schema, as: only)), of: source, naming: naming)
        planned[source.id] = result
        return result
    }

    private func type(_ shape: Shape, of source: Shape.Alternative, naming: Naming) -> PlannedType {
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
            if let twin = twin(of: source, naming: naming, suffix: "Details") { return result(.declared(twin)) }
            let id = declare(source, naming: naming, suffix: "Details")
            planned[source.id] = result(.declared(id))
            defineStructure(id, object)
            return result(.declared(id))
        case .tuple(let tuple):
            if let twin = twin(of: source, naming: naming, suffix: "Details") { return result(.declared(twin)) }
            let id = declare(source, naming: naming, suffix: "Details")
            planned[source.id] = result(.declared(id))
            defineTuple(id, tuple)
            return result(.declared(id))
        case .enumeration(let values):
            var naming = naming
            if let name = values.name {
                naming = Naming(parent: naming.parent, name: SwiftName.type(name))
            }
            if let twin = twin(of: source, naming: naming, suffix: "Kind") { return result(.declared(twin)) }
            let id = declare(source, naming: naming, suffix: "Kind")
            defineEnumeration(id, values)
            return result(.declared(id))
        case .union(let members):
            if let twin = twin(of: source, naming: naming, suffix: "Kind") { return result(.declared(twin)) }
            let id = declare(source, naming: naming, suffix: "Kind")
            planned[source.id] = result(.declared(id))
            defineUnion(id, members, of: schema)
            return result(.declared(id))
        }
    }

    /// What a list or map holds. The compiler's time doubles with each list in a list.
    private func contained(_ content: Schema?, in schema: Schema, naming: Naming) -> TypeReference {
        guard let content else { return .builtin(.json) }
        let type = type(of: content, naming: naming.item(title: schema.title)).optionalType
        guard type.depth > 8 else { return type }
        report(.schemaNotHonoured, "lists and maps nested this deep are free-form JSON", at: content)
        return .builtin(.json)
    }

    /// A declaration for an inline schema. Which of the names that it would like it gets is decided when all are known.
    func declare(_ source: Shape.Alternative, naming: Naming, suffix: String) -> DeclarationID {
        let claim = naming.claim(title: source.schema.title, suffix: suffix)
        let parent = naming.parent.map(shallow)
        let id = reserve(name: claim.names[0], parent: parent, source: source)
        claims[id] = claim
        claimants[NamePlace(parent: parent, name: claim.names[0]), default: []].append(id)
        return id
    }

    /// The nearest declaration around that is nested in few others: deeper ones leave no room on their lines.
    func shallow(_ id: DeclarationID) -> DeclarationID {
        var path = [id]
        while let parent = declarations[path[path.count - 1].index].parent { path.append(parent) }
        return path.count > 6 ? path[path.count - 6] : id
    }

    func report(_ defect: Defect, _ message: String, at schema: Schema) {
        diagnostics.report(defect, message, at: schema.location)
    }
}

extension Schema {
    /// Whether two schemas say the same, word for word.
    func isEqual(to other: Schema) -> Bool {
        self === other
            || Node(.mapping(source.fields), at: location) == Node(.mapping(other.source.fields), at: other.location)
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
