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
        return [authentication].compactMap { $0 }
            + plan.serverProtocols.flatMap { scope in
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

    private func routes(_ scope: ServerProtocolPlan, _ views: ServerViews) -> [Code] {
        concurrentMap(scope.operations) { templates.serverOperation.render(views.route($0)) }
    }
}
