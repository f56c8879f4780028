import ApusPlanning

/// One top-level declaration of a part as source, its line breaks still open.
struct RenderedDeclaration: Sendable {
    /// Decides the file: see ``FileAssembler``.
    var name: String
    var text: String
    var usesFoundation: Bool
    /// Whether values that stand in it are of Foundation's or ApusRuntime's types, of which its signature says nothing.
    var usesFoundationInside = false
    var usesRuntimeInside = false
    /// The modules of types that the user names.
    var modules: Set<String> = []
    /// An alias of Swift's own types names nothing of ApusRuntime, whose import would then be reported as unused.
    var usesRuntime = true
    /// Whether it stands in the file itself where other declarations stand in a namespace: an extension.
    var isExtension = false
    /// A file of its own beside the part's: `Client+Pets.swift` for `Pets`.
    var group: String?
}

/// The declarations of each part.
struct PlanRendering: Sendable {
    let plan: Plan
    let templates: TemplateSet
    /// For what stands in the namespace, and for extensions, which stand outside of it.
    private let inside: TypeText
    private let outside: TypeText

    init(plan: Plan, templates: TemplateSet) {
        self.plan = plan
        self.templates = templates
        inside = TypeText(plan: plan)
        outside = TypeText(plan: plan, qualifier: plan.namespace)
    }

    func declarations(of part: PlanOptions.Part) -> [RenderedDeclaration] {
        switch part {
        case .models: models()
        case .validators: validators()
        case .client: client()
        case .server: server()
        case .samples: samples()
        }
    }

    // MARK: Models

    private func models() -> [RenderedDeclaration] {
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
                failure.name, "Failure", "failure", text.failure(failure),
                types: failure.responses.filter { $0.value == nil }.map(\.type))
        }
        let outputs = concurrentMap(plan.outputs) { output in
            rendered(
                output.name, "Output", "output", text.output(output),
                types: output.responses.filter { $0.value == nil }.map(\.type))
        }
        let responses = ResponseViews(plan: plan, text: text)
        let values = plan.responseTypes.map { value in
            rendered(
                value.name,
                "ResponseValue",
                "value",
                responses.value(value),
                types: [value.type] + value.headers.map(\.type)
            )
        }
        let bodies = plan.bodies.map { body in
            RenderedDeclaration(
                name: body.name,
                text: render("RequestBody", "body", text.body(body)),
                usesFoundation: body.contents.contains { $0.type.usesFoundation },
                usesRuntime: body.contents.contains { $0.type.usesRuntime }
            )
        }
        return types + failures + outputs + values + bodies + xmlShapes()
    }

    /// They stand outside of the namespace, as extensions do.
    private func xmlShapes() -> [RenderedDeclaration] {
        let text = OperationText(plan: plan, types: outside)
        return plan.declarations.filter { !$0.xml.isEmpty }.map { declaration in
            RenderedDeclaration(
                name: inside.name(of: declaration.id),
                text: render("XMLShape", "shape", text.xmlShape(of: declaration)),
                usesFoundation: false,
                isExtension: true
            )
        }
        .sorted { $0.name < $1.name }
    }

    private func model(_ id: DeclarationID, _ views: ModelViews) -> String {
        let declaration = plan[id]
        let nested = declaration.nested.map { Layout.indented(model($0, views), by: 4).trimmingNewline }
        switch declaration.kind {
        case .structure(let structure):
            return render("Structure", "structure", views.structure(structure, of: declaration, nested: nested))
        case .enumeration(let enumeration):
            let template = enumeration.isOpen ? "OpenEnumeration" : "ClosedEnumeration"
            return render(template, "enumeration", views.enumeration(enumeration, of: declaration))
        case .union(let union):
            return render("Union", "union", views.union(union, of: declaration, nested: nested))
        case .alias(let type):
            // Swift nests no type in an alias: what its schema declares stands beside it.
            return render("Alias", "alias", views.alias(type, of: declaration, nested: nested))
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

    // MARK: Validators

    private func validators() -> [RenderedDeclaration] {
        let views = ValidatorViews(plan: plan, types: outside)
        let others = plan.validators.map { validator in
            RenderedDeclaration(
                name: validator.name,
                text: render("SchemaValidator", "validator", views.validator(validator)),
                usesFoundation: false
            )
        }
        let ofDeclarations = plan.declarations.compactMap { declaration in
            declaration.check.map { check in
                RenderedDeclaration(
                    name: inside.name(of: declaration.id),
                    text: render("Validator", "validator", views.validator(check, of: declaration)),
                    usesFoundation: false,
                    isExtension: true
                )
            }
        }
        return (ofDeclarations + others).sorted { $0.name < $1.name }
    }

    // MARK: Samples

    private func samples() -> [RenderedDeclaration] {
        guard let samples = plan.samples else { return [] }
        let views = SampleViews(plan: plan, samples: samples, types: outside)
        let models = concurrentMap(samples.models) { model in
            RenderedDeclaration(
                name: inside.name(of: model.id),
                text: render("Sample", "sample", views.sample(model)),
                usesFoundation: false,
                usesFoundationInside: model.value.usesFoundation,
                usesRuntimeInside: true,
                usesRuntime: false,
                isExtension: true
            )
        }
        .sorted { $0.name < $1.name }
        guard plan.options.parts.contains(.server) else { return models }
        let name = plan.api.sampleServerName
        let answers = RenderedDeclaration(
            name: name,
            text: render("SampleAnswers", "answers", views.answers()),
            usesFoundation: usesFoundation(plan.operations),
            usesFoundationInside: samples.operations.contains(where: \.answer.usesFoundation),
            isExtension: true
        )
        let server = RenderedDeclaration(
            name: name, text: render("SampleServer", "server", views.server()), usesFoundation: false
        )
        return [server, answers] + models
    }

    // MARK: Client and server

    private func client() -> [RenderedDeclaration] {
        let views = ClientViews(plan: plan, text: OperationText(plan: plan, types: inside))
        let outer = ClientViews(plan: plan, text: OperationText(plan: plan, types: outside))
        let client = RenderedDeclaration(
            name: plan.api.clientName,
            text: render("Client", "client", views.client(operations: methods(plan.ungrouped, views))),
            usesFoundation: usesFoundation(plan.ungrouped),
            modules: modules(plan.ungrouped)
        )
        let groups = plan.groups.map { group in
            let methods = methods(plan.operations(of: group), outer)
            return RenderedDeclaration(
                name: plan.api.clientName + group.name,
                text: render("ClientGroup", "client", outer.group(group, operations: methods)),
                usesFoundation: usesFoundation(plan.operations(of: group)),
                modules: modules(plan.operations(of: group)),
                isExtension: true,
                group: group.name
            )
        }
        let servers =
            plan.sendsNothing
            ? nil : ServerURLViews(plan: plan, types: outside).servers().map { render("Servers", "servers", $0) }
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
                text: render("Links", "links", views.links()),
                usesFoundation: types.contains(where: \.usesFoundation),
                isExtension: true
            )
        ]
    }

    private func credentials(of client: String, for operations: [OperationPlan], _ views: ClientViews) -> String? {
        let schemes = plan.schemes(of: operations)
        return schemes.isEmpty ? nil : render("Credentials", "credentials", views.credentials(schemes, of: client))
    }

    private func webhookClient(_ views: ClientViews, _ outer: ClientViews) -> [RenderedDeclaration] {
        guard let webhooks = plan.webhooks else { return [] }
        let members =
            methods(webhooks.operations, views)
            + webhooks.urls.map { render("CallbackURL", "callback", views.url($0)).trimmingNewline }
        let client = RenderedDeclaration(
            name: webhooks.clientName,
            text: render("Client", "client", views.client(webhooks, members: members)),
            usesFoundation: usesFoundation(webhooks.operations)
                || webhooks.urls.flatMap(\.arguments).contains { $0.type.usesFoundation }
        )
        let credentials = credentials(of: webhooks.clientName, for: webhooks.operations, outer)
        return [client] + [credentials].compactMap { $0 }.map(clientExtension)
    }

    private func methods(_ operations: [OperationPlan], _ views: ClientViews) -> [String] {
        concurrentMap(operations) { render("ClientOperation", "operation", views.operation($0)).trimmingNewline }
    }

    private func clientExtension(_ text: String) -> RenderedDeclaration {
        RenderedDeclaration(name: plan.api.clientName, text: text, usesFoundation: false, isExtension: true)
    }

    private func server() -> [RenderedDeclaration] {
        let views = ServerViews(plan: plan, text: OperationText(plan: plan, types: inside))
        let outer = ServerViews(plan: plan, text: OperationText(plan: plan, types: outside))
        let authentication = views.authentication().map { view in
            RenderedDeclaration(
                name: plan.api.serverName, text: render("Server", "server", view), usesFoundation: false
            )
        }
        let webhooks = plan.webhooks.map { [ServerScope($0, plan)] } ?? []
        let scopes = plan.apiScopes + plan.groups.map { ServerScope($0, plan) } + webhooks
        return [authentication].compactMap { $0 }
            + scopes.flatMap { scope in
                [
                    RenderedDeclaration(
                        name: scope.name,
                        text: render("Server", "server", views.server(scope)),
                        usesFoundation: usesFoundation(scope.operations),
                        modules: modules(scope.operations),
                        group: scope.group?.name
                    ),
                    RenderedDeclaration(
                        name: scope.name,
                        text: render("Routes", "routes", outer.routes(scope, routes(scope, outer))),
                        usesFoundation: false,
                        isExtension: true,
                        group: scope.group?.name
                    ),
                ]
            }
    }

    private func routes(_ scope: ServerScope, _ views: ServerViews) -> [String] {
        concurrentMap(scope.operations) { render("ServerOperation", "operation", views.route($0)).trimmingNewline }
    }

    private func usesFoundation(_ operations: [OperationPlan]) -> Bool {
        types(of: operations).contains(where: \.usesFoundation)
    }

    private func modules(_ operations: [OperationPlan]) -> Set<String> { Set(types(of: operations).flatMap(\.modules)) }

    /// What the signatures of operations name.
    private func types(of operations: [OperationPlan]) -> [TypeReference] {
        operations.flatMap { operation in
            var types = operation.parameters.map(\.type)
            if case .type(let type) = operation.body?.value { types.append(type) }
            if case .single(let response) = operation.success, response.value == nil { types.append(response.type) }
            return types
        }
    }

    // MARK: Templates

    private func rendered(
        _ name: String, _ template: String, _ key: String, _ view: View, types: [TypeReference]
    ) -> RenderedDeclaration {
        RenderedDeclaration(
            name: name,
            text: render(template, key, view),
            usesFoundation: types.contains(where: \.usesFoundation),
            modules: Set(types.flatMap(\.modules))
        )
    }

    private func render(_ template: String, _ key: String, _ view: View) -> String {
        templates.render(template, View([key: view, "layout": View(["brief": String(Layout.brief)])]))
    }
}

extension Plan {
    /// The enum that holds the declarations, where there is one.
    package var namespace: String? {
        switch options.namespace {
        case .none: nil
        case .title: api.name
        case .named(let name): name
        }
    }
}

extension Plan {
    /// Whether a document has webhooks and nothing else.
    var sendsNothing: Bool { operations.isEmpty && webhooks != nil }

    /// The whole API.
    var apiScopes: [ServerScope] { sendsNothing ? [] : [ServerScope(self)] }

    /// The operations that stand in no group.
    var ungrouped: [OperationPlan] {
        let grouped = Set(groups.flatMap(\.operations))
        return operations.indices.filter { !grouped.contains($0) }.map { operations[$0] }
    }

    func operations(of group: GroupPlan) -> [OperationPlan] { group.operations.map { operations[$0] } }
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

extension TypeReference {
    fileprivate var modules: [String] {
        switch self {
        case .builtin, .declared: []
        case .external(let type): [type.module].compactMap { $0 }
        case .dictionary(let value, let key): key.modules + value.modules
        case .array(let inner), .optional(let inner), .nullable(let inner), .generic(_, let inner): inner.modules
        }
    }

    fileprivate var usesRuntime: Bool {
        switch self {
        case .builtin(let builtin): builtin.needsRuntime
        case .declared, .external: false
        case .nullable, .generic: true
        case .dictionary(let value, let key): key.usesRuntime || value.usesRuntime
        case .array(let inner), .optional(let inner): inner.usesRuntime
        }
    }

    fileprivate var usesFoundation: Bool {
        switch self {
        case .builtin(let builtin): builtin.needsFoundation
        case .declared, .external: false
        case .dictionary(let value, let key): key.usesFoundation || value.usesFoundation
        case .array(let inner), .optional(let inner), .nullable(let inner), .generic(_, let inner):
            inner.usesFoundation
        }
    }
}

extension String {
    var trimmingNewline: String {
        var bytes = utf8[...]
        while bytes.last == UInt8(ascii: "\n") { bytes = bytes.dropLast() }
        return String(Substring(bytes))
    }
}
