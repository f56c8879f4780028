import ApusDiagnostics
import ApusOpenAPI

/// Document -> Plan. Every decision about Swift is made once, here and in what this file calls.
///
/// The folders are in this order, and each uses only types of the folders before it:
///
///     Plan            what is written: plain data
///     Naming          what things are called
///     Filter          which operations are generated
///     Documentation   what is said of them
///     Content         what media types stand for
///     Shapes          what schemas come to: functions of the document
///     Drafts          declarations that are being planned
///     Checks          what validators assert
///     Passes          drafts -> declarations
///     Schemas         schemas -> types and drafts
///     Operations      operations, links and webhooks
///     Samples         values made from the schemas
package struct Planner {
    private let document: Document
    private let options: PlanOptions
    private let diagnostics: Diagnostics

    package init(document: Document, options: PlanOptions, diagnostics: Diagnostics) {
        self.document = document
        self.options = options
        self.diagnostics = diagnostics
    }

    package func plan() -> Plan {
        let apiName = APIName.usable(options.apiName ?? APIName.name(title: document.info.title))
        let schemas = SchemaPlanner(document: document, options: options, diagnostics: diagnostics)
        schemas.planComponents(beside: ownNames(apiName))

        let names = OperationNames(document: document, options: options, diagnostics: diagnostics)
        let sources = WebhookSources.all(in: document, names: names)
        let security = SecurityPlanner(
            document: document, webhooks: sources.map(\.operation)
        )
        let servers = ServerPlanner(document: document, schemas: schemas)
        var planner = OperationPlanner(
            document: document, schemas: schemas, names: names, servers: servers, diagnostics: diagnostics
        )
        let (operations, webhooks) = planner.planOperations(security: security, webhooks: sources)

        let groups = GroupPlanner(document: document, options: options, schemas: schemas, apiName: apiName)
            .groups(of: operations)
        let needsAuthentication = !groups.isEmpty && operations.contains { !$0.security.isOpen }
        let authenticationName = needsAuthentication ? schemas.freeName(apiName + "Authentication") : nil

        let uses = TypeUses(
            operations: operations + webhooks, failures: planner.failures, outputs: planner.outputs,
            responseTypes: planner.responseTypes
        )
        let planned = schemas.finish(usedBy: uses)

        let links = LinkPlanner(
            document: document, declarations: planned.declarations, names: names, operations: operations,
            outputs: planner.outputs, responseTypes: planner.responseTypes, diagnostics: diagnostics
        ).links()
        let webhooksPlan = WebhookPlanner(
            declarations: planned.declarations, names: names, responseTypes: planner.responseTypes,
            diagnostics: diagnostics
        ).plan(webhooks, sources, askedFor: operations, apiName: apiName)
        var samples: SamplePlan?
        if options.parts.contains(.samples) {
            samples = SamplePlanner(
                schemas: planned, responseTypes: planner.responseTypes, diagnostics: diagnostics
            ).plan(operations, outputs: planner.outputs, failures: planner.failures)
        }
        return Plan(
            api: api(
                apiName, servers, security, authenticating: operations + webhooks,
                authenticationName: authenticationName, errors: planner.errors
            ),
            declarations: planned.declarations,
            roots: planned.roots,
            failures: planner.failures,
            outputs: planner.outputs,
            bodies: planner.bodies,
            responseTypes: planner.responseTypes,
            operations: operations,
            links: links,
            webhooks: webhooksPlan,
            groups: groups,
            validators: planned.validators,
            samples: samples,
            options: options
        )
    }

    private func api(
        _ name: String, _ servers: ServerPlanner, _ security: SecurityPlanner,
        authenticating operations: [OperationPlan],
        authenticationName: String?, errors: ErrorStyle
    ) -> APIPlan {
        let info = document.info
        let summary = Documentation.paragraphs(info.summary, info.description ?? info.title)
        return APIPlan(
            name: name,
            clientName: name + "Client",
            serverName: name + "API",
            documentation: summary,
            clientDocumentation: Documentation.paragraphs(summary, fields: Documentation.fields(of: document)),
            servers: servers.servers,
            serverChoices: servers.choices,
            schemes: security.schemes,
            authenticators: security.authenticators(of: operations),
            authenticationName: authenticationName,
            errors: errors,
            sourceName: document.sourceName
        )
    }

    /// The names that no schema's declaration may have: those of the module, the namespace, the client and the server.
    private func ownNames(_ apiName: String) -> Set<String> {
        var names: Set<String> = [apiName + "Client", apiName + "API", "Sample\(apiName)API"]
        let hasCallbacks = document.paths.contains { $0.item.operations.contains { !$0.callbacks.isEmpty } }
        if hasCallbacks || !document.webhooks.isEmpty {
            names.formUnion([apiName + "Webhooks", apiName + "WebhooksClient"])
        }
        if let module = options.moduleName { names.insert(module) }
        switch options.namespace {
        case .none: break
        case .title: names.insert(apiName)
        case .named(let name): names.insert(name)
        }
        return names
    }
}
