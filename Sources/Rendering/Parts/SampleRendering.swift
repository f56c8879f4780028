import ApusPlanning

extension PlanRendering {
    func samples() -> [RenderedDeclaration] {
        guard let samples = plan.samples else { return [] }
        let views = SampleViews(plan: plan, samples: samples, types: outside)
        let models = concurrentMap(samples.models) { model in
            RenderedDeclaration(
                name: inside.name(of: model.id),
                text: templates.sample.render(views.sample(model)),
                usesFoundation: false,
                usesFoundationInside: model.value.usesFoundation,
                usesRuntimeInside: true,
                usesRuntime: false,
                isExtension: true
            )
        }
        .sorted { $0.name < $1.name }
        // A server without operations has nothing to respond to.
        guard plan.options.parts.contains(.server), !plan.operations.isEmpty else { return models }
        let name = plan.api.sampleServerName
        let server = RenderedDeclaration(
            name: name, text: templates.sampleServer.render(views.server()), usesFoundation: false,
            usesRuntime: false
        )
        let answered = views.answered()
        let answers = views.answers(to: answered).map { view in
            RenderedDeclaration(
                name: name,
                text: templates.sampleAnswers.render(view),
                usesFoundation: usesFoundation(answered.map(\.operation)),
                usesFoundationInside: answered.contains(where: \.sample.answer.usesFoundation),
                isExtension: true
            )
        }
        return [server] + [answers].compactMap { $0 } + models
    }
}
