import ApusDiagnostics
import ApusOpenAPI

/// The client and the protocol of webhooks and callbacks, and the URLs to which callbacks are sent.
struct WebhookPlanner {
    let declarations: [Declaration]
    let names: OperationNames
    let responseTypes: [ResponseTypePlan]
    let diagnostics: Diagnostics

    /// `operations` are the operations of the paths, some of which declare callbacks.
    func plan(
        _ webhooks: [OperationPlan], _ sources: [WebhookSource], askedFor operations: [OperationPlan], apiName: String
    ) -> WebhooksPlan? {
        guard !webhooks.isEmpty else { return nil }
        let byName = Dictionary(operations.map { ($0.name, $0) }) { first, _ in first }
        let honoured = sources.filter { source in webhooks.contains { $0.name == source.name } }
        let urls = honoured.flatMap { source in
            source.callbacks.compactMap { callback -> CallbackURLPlan? in
                guard let operation = byName[names[callback.operation, callback.path]] else { return nil }
                return url(of: callback, source, askedForBy: operation)
            }
        }
        return WebhooksPlan(
            clientName: apiName + "WebhooksClient",
            serverName: apiName + "Webhooks",
            operations: webhooks,
            urls: urls,
            documentation: ["What `\(apiName)` sends to those who asked for it."]
        )
    }

    private func url(
        of callback: CallbackSource, _ source: WebhookSource, askedForBy operation: OperationPlan
    ) -> CallbackURLPlan? {
        let name = source.name
        // Operations that share a callback have a function each.
        let isShared = source.callbacks.count > 1
        let function = isShared ? SwiftName.member("\(operation.name) \(name)") : name
        var answer: ExpressionPlanner.Answer?
        if case .single(let response) = operation.success { answer = .init(response, types: responseTypes) }
        let planner = ExpressionPlanner(
            declarations: declarations, operation: operation, answer: answer, isServer: true)
        var arguments: [ArgumentPlan] = []
        var parts: [CallbackURLPlan.Part] = []
        for part in RuntimeExpression.parts(of: callback.expression) {
            switch part {
            case .literal(let text): parts.append(.literal(text))
            case .expression(let expression):
                if let constant = planner.constant(expression) {
                    parts.append(.literal(constant))
                    continue
                }
                guard let value = planner.value(expression), let text = planner.text(value) else {
                    return report(callback)
                }
                if !arguments.contains(value.argument) { arguments.append(value.argument) }
                parts.append(.value(text, local: nil))
            case .unknown: return report(callback)
            }
        }
        return CallbackURLPlan(
            name: function + "URL",
            arguments: arguments,
            parts: named(parts),
            documentation: ["Where `\(name)` is sent after `\(operation.name)`:\n`\(callback.expression)`."]
        )
    }

    /// The parts, with names for values that may be missing: `callbackURL`, `nextCallbackURL`.
    private func named(_ parts: [CallbackURLPlan.Part]) -> [CallbackURLPlan.Part] {
        guard parts.count > 1 else { return parts }
        var names: Set<String> = []
        return parts.map { part in
            guard case .value(var value, _) = part else { return part }
            // Interpolation converts a number to a string by itself.
            if value.conversion == .text { value.conversion = .none }
            guard value.isOptional else { return .value(value, local: nil) }
            var name = value.steps.last { $0.property != "value" }?.property ?? value.root
            while !names.insert(name).inserted { name = "next" + name.prefix(1).uppercased() + name.dropFirst() }
            return .value(value, local: name)
        }
    }

    private func report(_ callback: CallbackSource) -> CallbackURLPlan? {
        diagnostics.report(
            .unsupportedCallbackUrl,
            "the types of the operation do not say what `\(callback.expression)` is: the sender of the callback must provide its URL",
            at: callback.location
        )
        return nil
    }
}
