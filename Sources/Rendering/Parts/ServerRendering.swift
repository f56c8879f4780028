import ApusPlanning

extension PlanRendering {
    func server() -> [RenderedDeclaration] {
        let views = ServerViews(plan: plan, text: OperationText(plan: plan, types: inside))
        let outer = ServerViews(plan: plan, text: OperationText(plan: plan, types: outside))
        let authentication = views.authentication().map { view in
            RenderedDeclaration(
                name: plan.api.serverName, text: templates.server.render(view), usesFoundation: false
            )
        }
        let webhooks = plan.webhooks.map { [ServerScope($0, plan)] } ?? []
        let scopes = plan.apiScopes + plan.groups.map { ServerScope($0, plan) } + webhooks
        return [authentication].compactMap { $0 }
            + scopes.flatMap { scope in
                [
                    RenderedDeclaration(
                        name: scope.name,
                        text: templates.server.render(views.server(scope)),
                        usesFoundation: usesFoundation(scope.operations),
                        modules: modules(scope.operations),
                        group: scope.group?.name
                    ),
                    RenderedDeclaration(
                        name: scope.name,
                        text: templates.routes.render(outer.routes(scope, routes(scope, outer))),
                        usesFoundation: false,
                        isExtension: true,
                        group: scope.group?.name
                    ),
                ]
            }
    }

    private func routes(_ scope: ServerScope, _ views: ServerViews) -> [Code] {
        concurrentMap(scope.operations) { templates.serverOperation.render(views.route($0)) }
    }
}
