import ApusDiagnostics
import ApusOpenAPI

/// Schemas -> declarations and types.
///
/// A class, since declarations refer to each other: a component has its id before its content is planned.
final class SchemaPlanner {
    let document: Document
    let options: PlanOptions
    let diagnostics: Diagnostics

    var declarations: [Declaration] = []
    /// The schema of each declaration.
    var schemas: [Schema] = []
    /// What each planned schema became.
    var planned: [ObjectIdentifier: PlannedType] = [:]
    /// Schemas whose planning has begun: meeting one again means that it contains itself without a declaration.
    var pending: Set<ObjectIdentifier> = []
    /// Components whose values may be null; their declarations do not say so.
    var nullable: Set<DeclarationID> = []
    /// Schemas of multipart bodies.
    let multipart: Set<ObjectIdentifier>
    var topLevelNames: Set<String> = []
    lazy var checks = CheckPlanner(types: self)

    init(document: Document, options: PlanOptions, diagnostics: Diagnostics) {
        self.document = document
        self.options = options
        self.diagnostics = diagnostics
        multipart = MultipartBodies.schemas(of: document)
    }

    /// The declarations at the top level, in the order of their names.
    var roots: [DeclarationID] {
        declarations.filter { $0.parent == nil }.map(\.id)
            .sorted { declarations[$0.index].name < declarations[$1.index].name }
    }

    // MARK: Components

    func planComponents(beside ownNames: Set<String>) {
        let entries = document.components.schemas.entries
        let componentNames = ComponentNames(document: document, pinned: options.names, taken: ownNames)
        let names = componentNames.assign(entries, diagnostics: diagnostics)
        topLevelNames = ownNames.union(names)
        for (entry, name) in zip(entries, names) {
            let id = reserve(name: name, parent: nil, schema: entry.value)
            planned[ObjectIdentifier(entry.value)] = PlannedType(.declared(id))
        }
        // Whether a component is nullable must be known before anything refers to it.
        for (index, entry) in entries.enumerated() where Nullability.isNullable(entry.value, in: document) {
            let id = DeclarationID(index: index)
            nullable.insert(id)
            planned[ObjectIdentifier(entry.value)] = PlannedType(.declared(id), isNullable: true)
        }
        // Enumerations first: a default names one of their cases.
        let isEnumeration = entries.map { entry in
            if case .enumeration = shape(of: entry.value).kind { true } else { false }
        }
        for wanted in [true, false] {
            for (index, entry) in entries.enumerated() where isEnumeration[index] == wanted {
                define(DeclarationID(index: index), as: entry.value)
            }
        }
        AliasCycles.break(in: &declarations, diagnostics: diagnostics)
    }

    func reserve(name: String, parent: DeclarationID?, schema: Schema) -> DeclarationID {
        let id = DeclarationID(index: declarations.count)
        let title = schema.title.flatMap { FastAPINames.isDerived(title: $0, from: name) ? nil : $0 }
        schemas.append(schema)
        let telling = title.flatMap { FastAPINames.isResponseTitle($0) ? nil : $0 }
        declarations.append(
            Declaration(
                id: id,
                name: name,
                parent: parent,
                nested: [],
                documentation: Documentation.paragraphs(schema.description ?? telling),
                kind: .alias(.builtin(.json)),
                check: nil,
                usage: [],
                location: schema.location
            )
        )
        if let parent {
            declarations[parent.index].nested.append(id)
        } else {
            topLevelNames.insert(name)
        }
        return id
    }

    /// Fills a reserved declaration.
    private func define(_ id: DeclarationID, as schema: Schema) {
        let shape = self.shape(of: schema)
        switch shape.kind {
        case .structure(let object): defineStructure(id, object)
        case .enumeration(let values): defineEnumeration(id, values)
        case .union(let members): defineUnion(id, members, of: schema)
        case .reference, .dictionary, .array, .builtin, .any, .never:
            let naming = Naming(parent: nil, name: declarations[id.index].name, isItem: false)
            declarations[id.index].kind = .alias(type(shape, schema: schema, naming: naming).type)
        }
        reportKeywords(of: schema)
    }

    // MARK: Types

    /// The type of a schema's values. A schema that needs a declaration gets one, named by `naming`.
    func type(of schema: Schema, naming: Naming) -> PlannedType {
        let identity = ObjectIdentifier(schema)
        if let known = planned[identity] { return known }
        guard pending.insert(identity).inserted else {
            report(.schemaNotHonoured, "a schema that contains itself without a name is free-form JSON", at: schema)
            return PlannedType(.builtin(.json))
        }
        let result = type(shape(of: schema), schema: schema, naming: naming)
        pending.remove(identity)
        planned[identity] = result
        reportKeywords(of: schema)
        return result
    }

    private func type(of alternative: Shape.Alternative, naming: Naming) -> PlannedType {
        guard let only = alternative.type else { return type(of: alternative.schema, naming: naming) }
        let shape = Shape(kind: kind(of: alternative.schema, as: only))
        return type(shape, schema: alternative.schema, naming: naming)
    }

    private func type(_ shape: Shape, schema: Schema, naming: Naming) -> PlannedType {
        func result(_ type: TypeReference) -> PlannedType { PlannedType(type, isNullable: shape.isNullable) }
        switch shape.kind {
        case .any, .never: return result(.builtin(.json))
        case .builtin(let builtin): return result(.builtin(builtin))
        case .reference(let target):
            let planned = type(of: target, naming: naming)
            return PlannedType(planned.type, isNullable: planned.isNullable || shape.isNullable)
        case .array(let items):
            guard let items else { return result(.array(.builtin(.json))) }
            return result(.array(type(of: items, naming: naming.item(title: schema.title)).optionalType))
        case .dictionary(let values):
            guard let values else { return result(.dictionary(.builtin(.json))) }
            return result(.dictionary(type(of: values, naming: naming.item(title: schema.title)).optionalType))
        case .structure(let object):
            let id = declare(schema, naming: naming)
            planned[ObjectIdentifier(schema)] = result(.declared(id))
            defineStructure(id, object)
            return result(.declared(id))
        case .enumeration(let values):
            let id = declare(schema, naming: naming)
            defineEnumeration(id, values)
            return result(.declared(id))
        case .union(let members):
            let id = declare(schema, naming: naming)
            planned[ObjectIdentifier(schema)] = result(.declared(id))
            defineUnion(id, members, of: schema)
            return result(.declared(id))
        }
    }

    /// A declaration for an inline schema.
    private func declare(_ schema: Schema, naming: Naming) -> DeclarationID {
        let candidates = naming.candidates(title: schema.title)
        let taken =
            naming.parent.map { parent in
                Set(declarations[parent.index].nested.map { declarations[$0.index].name }).union(enclosingNames(parent))
            } ?? topLevelNames
        let free = candidates.first { !taken.contains($0) } ?? candidates[candidates.count - 1]
        var name = free
        while taken.contains(name) { name += "Value" }
        return reserve(name: name, parent: naming.parent, schema: schema)
    }

    private func enclosingNames(_ id: DeclarationID) -> Set<String> {
        var names: Set<String> = []
        var current: DeclarationID? = id
        while let declaration = current {
            names.insert(declarations[declaration.index].name)
            current = declarations[declaration.index].parent
        }
        return names
    }

    // MARK: Enumerations and unions

    private func defineEnumeration(_ id: DeclarationID, _ values: [String]) {
        let names = UniqueNames.assign(
            values, name: { SwiftName.member($0) }, reserve: ReservedNames.enumerationCase
        )
        let cases = zip(names, values).map { Enumeration.Case(name: $0, value: $1) }
        declarations[id.index].kind = .enumeration(Enumeration(isOpen: options.enums == .open, cases: cases))
    }

    private func defineUnion(_ id: DeclarationID, _ alternatives: [Shape.Alternative], of schema: Schema) {
        var members: [Union.Member] = []
        var texts: [String] = []
        var memberSchemas: [Schema] = []
        for (index, member) in alternatives.enumerated() {
            let naming = Naming(parent: id, name: memberName(member.schema) ?? "Option\(index + 1)", isItem: false)
            let planned = type(of: member, naming: naming)
            // `[string, string(date-time)]`: the first of equal types reads both.
            guard !members.contains(where: { $0.type == planned.type }) else { continue }
            members.append(Union.Member(name: "", type: planned.type))
            texts.append(memberText(planned.type))
            memberSchemas.append(member.schema)
        }
        let names = UniqueNames.assign(
            texts, name: { SwiftName.member($0) }, reserve: ReservedNames.enumerationCase, taken: ["other"]
        )
        for index in members.indices { members[index].name = names[index] }
        let choice = discriminatorChoice(schema, members: memberSchemas)
        declarations[id.index].kind = .union(
            Union(members: members, choice: choice ?? .firstMatch, isOpen: options.enums == .open, isIndirect: false)
        )
    }

    private func discriminatorChoice(_ schema: Schema, members: [Schema]) -> UnionChoice? {
        guard let discriminator = schema.discriminator else { return nil }
        let values = members.map { member in
            let target = document.target(of: member)
            let mapped = discriminator.mapping.filter { document.schema(at: $0.value) === target }.map(\.key)
            if !mapped.isEmpty { return mapped }
            return componentName(of: target).map { [$0] } ?? []
        }
        guard values.allSatisfy({ !$0.isEmpty }) else { return nil }
        return .discriminator(key: discriminator.propertyName.value, values: values)
    }

    private func componentName(of schema: Schema) -> String? {
        document.components.schemas.first { $0.value === schema }?.key
    }

    /// What a union's inline member is called: by its title, or the keys that only it has.
    private func memberName(_ schema: Schema) -> String? {
        if let title = schema.title, !FastAPINames.isResponseTitle(title) { return SwiftName.type(title) }
        if let key = schema.required.first?.value ?? schema.properties.first?.key { return SwiftName.type(key) }
        return nil
    }

    /// `string`, `integer`, `validationErrors`
    private func memberText(_ type: TypeReference) -> String {
        switch type {
        case .builtin(let builtin): builtin.caseName
        case .declared(let id): declarations[id.index].name
        case .array(let element): memberText(element) + " list"
        case .dictionary(let value): memberText(value) + " map"
        case .optional(let wrapped), .nullable(let wrapped): memberText(wrapped)
        }
    }

    func report(_ defect: Defect, _ message: String, at schema: Schema) {
        diagnostics.report(defect, message, at: schema.location)
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

extension BuiltinType {
    /// What a union's case that holds the type is called.
    fileprivate var caseName: String {
        switch self {
        case .string: "string"
        case .bool: "boolean"
        case .int, .int32, .int64, .uint32, .uint64: "integer"
        case .float, .double, .decimal: "number"
        case .date: "date"
        case .data: "data"
        case .uuid: "uuid"
        case .json: "json"
        case .filePart: "file"
        case .void: "empty"
        }
    }
}
