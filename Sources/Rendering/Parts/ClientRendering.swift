import ApusPlanning

extension PlanRendering {
    func client() -> [RenderedDeclaration] {
        let views = ClientViews(plan: plan, text: OperationText(plan: plan, types: inside))
        let outer = ClientViews(plan: plan, text: OperationText(plan: plan, types: outside))
        let client = RenderedDeclaration(
            name: plan.api.clientName,
            text: templates.client.render(views.client(operations: methods(plan.ungrouped, views))),
            usesFoundation: usesFoundation(plan.ungrouped),
            modules: modules(plan.ungrouped)
        )
        let groups = plan.groups.map { group in
            let methods = methods(plan.operations(of: group), outer)
            return RenderedDeclaration(
                name: plan.api.clientName + group.name,
                text: templates.clientGroup.render(outer.group(group, operations: methods)),
                usesFoundation: usesFoundation(plan.operations(of: group)),
                modules: modules(plan.operations(of: group)),
                isExtension: true,
                group: group.name
            )
        }
        let servers =
            plan.sendsNothing
            ? nil : ServerURLViews(plan: plan, types: outside).servers().map { templates.servers.render($0) }
        let credentials = credentials(of: plan.api.clientName, for: plan.operations, outer)
        let own = plan.sendsNothing ? [] : [client]
        let extensions = [servers, credentials].compactMap { $0 }.map(clientExtension)
        return own + extensions + links(outer) + groups + webhookClient(views, outer)
    }

    private func links(_ views: ClientViews) -> [RenderedDeclaration] {
        if plan.links.isEmpty { return [] }
        let types = plan.links.flatMap { link -> [TypeReference] in
            guard case .single(let response) = plan.operations[link.target].success else { return [] }
            return [response.type] + link.arguments.map(\.type)
        }
        return [
            RenderedDeclaration(
                name: plan.api.clientName,
                text: templates.links.render(views.links()),
                usesFoundation: types.contains(where: \.usesFoundation),
                isExtension: true
            )
        ]
    }

    private func credentials(of client: String, for operations: [OperationPlan], _ views: ClientViews) -> Code? {
        let schemes = plan.schemes(of: operations).filter { $0.kind != .undefined }
        return schemes.isEmpty ? nil : templates.credentials.render(views.credentials(schemes, of: client))
    }

    private func webhookClient(_ views: ClientViews, _ outer: ClientViews) -> [RenderedDeclaration] {
        guard let webhooks = plan.webhooks else { return [] }
        let members =
            methods(webhooks.operations, views)
            + webhooks.urls.map { templates.callbackURL.render(views.url($0)) }
        let client = RenderedDeclaration(
            name: webhooks.clientName,
            text: templates.client.render(views.client(webhooks, members: members)),
            usesFoundation: usesFoundation(webhooks.operations)
                || webhooks.urls.flatMap(\.arguments).contains { $0.type.usesFoundation }
        )
        let credentials = credentials(of: webhooks.clientName, for: webhooks.operations, outer)
        return [client] + [credentials].compactMap { $0 }.map(clientExtension)
    }

    private func methods(_ operations: [OperationPlan], _ views: ClientViews) -> [Code] {
        concurrentMap(operations) { templates.clientOperation.render(views.operation($0)) }
    }

    private func clientExtension(_ text: Code) -> RenderedDeclaration {
        RenderedDeclaration(name: plan.api.clientName, text: text, usesFoundation: false, isExtension: true)
    }
}
