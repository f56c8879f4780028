/// The arena of drafts. A `DeclarationID` is an index into it, and is also the ID of the finished declaration.
struct Drafts {
    private(set) var all: [Draft] = []

    subscript(id: DeclarationID) -> Draft { all[id.index] }

    func content(_ id: DeclarationID) -> Draft.Content { all[id.index].content }

    /// The drafts that are not nested in another one.
    var roots: [DeclarationID] { all.filter { $0.parent == nil }.map(\.id) }

    /// A draft to which others refer before its content is known.
    mutating func reserve(
        _ name: Draft.Name, parent: DeclarationID?, source: Shape.Alternative, documentation: [String]
    ) -> DeclarationID {
        let id = DeclarationID(index: all.count)
        all.append(Draft(id: id, source: source, parent: parent, name: name, documentation: documentation))
        if let parent { all[parent.index].nested.append(id) }
        return id
    }

    mutating func define(_ id: DeclarationID, as content: Draft.Content) { all[id.index].content = content }

    mutating func rename(_ id: DeclarationID, _ claim: NameClaim) { all[id.index].name = .claimed(claim) }

    /// The nearest enclosing declaration that is nested in only a few others: deeper ones would leave no room on their lines.
    func shallow(_ id: DeclarationID) -> DeclarationID {
        var path = [id]
        while let parent = all[path[path.count - 1].index].parent { path.append(parent) }
        return path.count > 6 ? path[path.count - 6] : id
    }
}

/// Declared types, as drafts or finished declarations: the types that aliases stand for, and the values of enumerations.
protocol DeclaredTypes {
    func alias(_ id: DeclarationID) -> TypeReference?
    func enumeration(_ id: DeclarationID) -> Enumeration?
}

extension Drafts: DeclaredTypes {
    func alias(_ id: DeclarationID) -> TypeReference? {
        if case .alias(let type) = content(id) { type } else { nil }
    }

    func enumeration(_ id: DeclarationID) -> Enumeration? {
        if case .enumeration(let enumeration) = content(id) { enumeration } else { nil }
    }

    func structure(_ id: DeclarationID) -> StructureDraft? {
        if case .structure(let structure) = content(id) { structure } else { nil }
    }

    func union(_ id: DeclarationID) -> UnionDraft? {
        if case .union(let union) = content(id) { union } else { nil }
    }
}

extension [Declaration]: DeclaredTypes {
    func alias(_ id: DeclarationID) -> TypeReference? {
        if case .alias(let type) = self[id.index].kind { type } else { nil }
    }

    func enumeration(_ id: DeclarationID) -> Enumeration? {
        if case .enumeration(let enumeration) = self[id.index].kind { enumeration } else { nil }
    }
}

extension DeclaredTypes {
    /// The type that aliases refer to.
    func resolved(_ type: TypeReference) -> TypeReference {
        var type = type
        for _ in 0..<64 {
            guard case .declared(let id) = type, let target = alias(id) else { break }
            type = target
        }
        return type
    }
}
