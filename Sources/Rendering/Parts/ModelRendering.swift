import ApusPlanning

extension PlanRendering {
    func models() -> [RenderedDeclaration] {
        let views = ModelViews(plan: plan)
        let text = OperationText(plan: plan, types: inside)
        let types = concurrentMap(plan.roots) { id in
            RenderedDeclaration(
                name: plan[id].name,
                text: model(id, views),
                usesFoundation: usesFoundation(id),
                modules: modules(id),
                usesRuntime: usesRuntime(id)
            )
        }
        let failures = concurrentMap(plan.failures) { failure in
            rendered(
                failure.name, templates.failure.render(text.failure(failure)),
                types: failure.responses.filter { $0.value == nil }.map(\.type))
        }
        let outputs = concurrentMap(plan.outputs) { output in
            rendered(
                output.name, templates.output.render(text.output(output)),
                types: output.responses.filter { $0.value == nil }.map(\.type))
        }
        let responses = ResponseViews(plan: plan, text: text)
        let values = plan.responseTypes.map { value in
            rendered(
                value.name,
                templates.responseValue.render(responses.value(value)),
                types: [value.type] + value.headers.map(\.type)
            )
        }
        let bodies = plan.bodies.map { body in
            RenderedDeclaration(
                name: body.name,
                text: templates.requestBody.render(text.body(body)),
                usesFoundation: body.contents.contains { $0.type.usesFoundation },
                usesRuntime: body.contents.contains { $0.type.usesRuntime }
            )
        }
        return types + failures + outputs + values + bodies + xmlShapes()
    }

    /// They are outside the namespace, as all extensions are.
    private func xmlShapes() -> [RenderedDeclaration] {
        let text = OperationText(plan: plan, types: outside)
        return plan.declarations.filter { !$0.xml.isEmpty }.map { declaration in
            RenderedDeclaration(
                name: inside.name(of: declaration.id),
                text: templates.xmlShape.render(text.xmlShape(of: declaration)),
                usesFoundation: false,
                isExtension: true
            )
        }
        .sorted { $0.name < $1.name }
    }

    private func model(_ id: DeclarationID, _ views: ModelViews) -> Code {
        let declaration = plan[id]
        let nested = declaration.nested.map { Code.indented(model($0, views)) }
        switch declaration.kind {
        case .structure(let structure):
            return templates.structure.render(views.structure(structure, of: declaration, nested: nested))
        case .enumeration(let enumeration):
            let template =
                !enumeration.isOpen
                ? templates.closedEnumeration
                : enumeration.isLarge ? templates.largeEnumeration : templates.openEnumeration
            return template.render(views.enumeration(enumeration, of: declaration))
        case .union(let union):
            return templates.union.render(views.union(union, of: declaration, nested: nested))
        case .alias(let type):
            // Swift cannot nest types in an alias: the types that its schema declares are beside it.
            return templates.alias.render(views.alias(type, of: declaration, nested: nested))
        }
    }

    private func usesFoundation(_ id: DeclarationID) -> Bool {
        plan[id].types.contains(where: \.usesFoundation) || plan[id].nested.contains(where: usesFoundation)
    }

    private func modules(_ id: DeclarationID) -> Set<String> {
        plan[id].nested.map(modules).reduce(Set(plan[id].types.flatMap(\.modules))) { $0.union($1) }
    }

    private func usesRuntime(_ id: DeclarationID) -> Bool {
        guard case .alias(let type) = plan[id].kind else { return true }
        return type.usesRuntime || plan[id].nested.contains(where: usesRuntime)
    }
}

extension Declaration {
    fileprivate var types: [TypeReference] {
        switch kind {
        case .structure(let structure):
            structure.properties.map(\.type) + (structure.additional.map { [$0.value] } ?? [])
        case .union(let union): union.members.map(\.type)
        case .alias(let type): [type]
        case .enumeration: []
        }
    }
}
