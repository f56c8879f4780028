import ApusDiagnostics
import ApusOpenAPI

/// The components of the document, whose declarations exist from the beginning.
extension SchemaPlanner {
    func planComponents(beside ownNames: Set<String>) {
        let entries = document.components.schemas.entries
        let componentNames = ComponentNames(
            document: document, pinned: options.names, taken: ownNames, isNamespaced: options.namespace != .none
        )
        let names = componentNames.assign(entries, diagnostics: diagnostics)
        types.names.take(ownNames)
        types.names.take(names)
        // Whether a component is nullable must be known before anything refers to it, since the declaration does not say so.
        for (entry, name) in zip(entries, names) {
            let id = reserve(.fixed(name), parent: nil, source: Shape.Alternative(schema: entry.value))
            let isNullable = Nullability.isNullable(entry.value, in: document)
            types[Shape.Alternative.ID(entry.value)] = PlannedType(.declared(id), isNullable: isNullable)
        }
        // Enumerations and single values first, since defaults consist of them.
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
        passes.afterComponents()
    }

    /// The order in which components are defined: those that a component includes by `allOf` come before it, so that a shared
    /// inline schema is named in the component that contains it.
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

    /// Plans the content of a component's reserved declaration.
    private func define(_ id: DeclarationID, as schema: Schema) {
        defer { reportKeywords(of: schema) }
        if let encoding = ownForm(schema), let object = shapes.formShape(of: schema) {
            defineForm(id, object, encoding: encoding)
            return
        }
        if let type = shapes.externalType(of: schema) {
            types.drafts.define(id, as: .alias(.external(type)))
            return
        }
        let shape = shapes.shape(of: schema)
        switch shape.kind {
        case .structure(let object): defineStructure(id, object)
        case .enumeration(let values): defineEnumeration(id, values)
        case .union(let members): defineUnion(id, members, of: schema)
        case .tuple(let tuple): defineTuple(id, tuple)
        case .reference, .dictionary, .array, .builtin, .flexibleNumber, .external, .any, .never:
            let naming = Naming(name: types.drafts[id].name.wanted)
            let type = type(shape, of: Shape.Alternative(schema: schema), naming: naming).type
            types.drafts.define(id, as: .alias(type))
        }
    }
}
