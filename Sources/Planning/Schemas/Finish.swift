import ApusOpenAPI

/// What is known only when every schema and operation has been planned: where values travel, which types contain
/// themselves, and what validators assert.
extension SchemaPlanner {
    func finish(
        usedBy operations: [OperationPlan],
        failures: [FailurePlan],
        outputs: [OutputPlan],
        values: [ResponseTypePlan]
    ) {
        settleNames()
        for operation in operations {
            for parameter in operation.parameters { spread(.request, from: parameter.type) }
            for content in operation.body?.contents ?? [] { spread(.request, from: content.type) }
            if case .single(let response) = operation.success { spread(.response, from: response.type) }
        }
        for response in failures.flatMap(\.responses) + outputs.flatMap(\.responses) {
            spread(.response, from: response.type)
        }
        for header in values.flatMap(\.headers) { spread(.response, from: header.type) }
        openMembers()
        planDefaultAccessors()
        chooseMembers()
        tagMembers()
        unshadow()
        planXML()
        Indirection.mark(&declarations)
        planChecks(calledBy: operations)
    }

    private func spread(_ usage: Usage, from type: TypeReference) {
        var pending = type.declared
        while let id = pending.popLast() {
            guard !declarations[id.index].usage.contains(usage) else { continue }
            declarations[id.index].usage.insert(usage)
            pending += declarations[id.index].contents.flatMap(\.declared)
        }
    }

    /// A nested declaration must not hide a top-level one that its surroundings name.
    private func unshadow() {
        for root in roots {
            let members = subtree(of: root)
            let named = Set(
                members.flatMap { declarations[$0.index].contents.flatMap(\.declared) }
                    .map { declarations[self.root(of: $0).index].name }
            )
            for member in members.dropFirst() where named.contains(declarations[member.index].name) {
                guard let parent = declarations[member.index].parent else { continue }
                let name = declarations[parent.index].name + declarations[member.index].name
                let taken = Set(members.map { declarations[$0.index].name }).union(named)
                declarations[member.index].name = UniqueNames.numbered(name, beside: taken)
            }
        }
    }

    private func root(of id: DeclarationID) -> DeclarationID {
        var root = id
        while let parent = declarations[root.index].parent { root = parent }
        return root
    }

    private func subtree(of root: DeclarationID) -> [DeclarationID] {
        [root] + declarations[root.index].nested.flatMap(subtree)
    }

    /// A check calls the validators of declarations, which have checks in their turn.
    private func planChecks(calledBy operations: [OperationPlan]) {
        var pending = declarations.flatMap(\.unionChecks).flatMap(\.declared)
        if options.parts.contains(.validators) {
            pending += declarations.map(\.id).filter {
                options.validators == .all || declarations[$0.index].usage.contains(.request)
            }
            pending += operations.flatMap {
                $0.parameters.compactMap(\.check) + ($0.body?.contents ?? []).compactMap(\.check)
            }
            .flatMap(\.declared)
        }
        var seen = Set(pending)
        while true {
            while let id = pending.popLast() {
                declarations[id.index].check = checks.check(declaring: id)
                let called = declarations[id.index].check?.declared ?? []
                pending += called.filter { seen.insert($0).inserted }
            }
            pending = checks.validators.flatMap(\.check.declared).filter { seen.insert($0).inserted }
            if pending.isEmpty { return }
        }
    }
}

extension Declaration {
    /// What a union asks of values before they are its members'.
    fileprivate var unionChecks: [Check] {
        if case .union(let union) = kind { union.members.compactMap(\.check) } else { [] }
    }

    /// The types of what a value holds.
    var contents: [TypeReference] {
        switch kind {
        case .structure(let structure):
            structure.properties.map(\.type) + (structure.additional.map { [$0.value] } ?? [])
        case .union(let union): union.members.map(\.type)
        case .alias(let type): [type]
        case .enumeration: []
        }
    }
}

extension TypeReference {
    /// The declarations that the type names.
    var declared: [DeclarationID] {
        switch self {
        case .builtin, .external: []
        case .declared(let id): [id]
        case .dictionary(let value, let key): key.declared + value.declared
        case .array(let inner), .optional(let inner), .nullable(let inner), .generic(_, let inner): inner.declared
        }
    }

    /// The declarations whose values are stored in place: what an array or a dictionary holds is elsewhere.
    var stored: [DeclarationID] {
        switch self {
        case .builtin, .external, .array, .dictionary, .generic: []
        case .declared(let id): [id]
        case .optional(let inner), .nullable(let inner): inner.stored
        }
    }
}
