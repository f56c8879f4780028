import ApusDiagnostics
import ApusOpenAPI

/// Reports the fields of the specification's objects that are read and that nothing generated honours. Keywords of
/// schemas have a table of their own (`KeywordReport.swift`).
struct UnhonouredFields {
    let document: Document
    let diagnostics: Diagnostics

    func report() {
        for webhook in document.webhooks {
            diagnostics.report(
                .webhookNotHonoured, "the webhook `\(webhook.key)` is not generated", at: webhook.location
            )
        }
        for server in document.servers where !server.variables.isEmpty {
            let names = server.variables.keys.map { "`\($0)`" }.joined(separator: ", ")
            diagnostics.report(
                .serverVariableNotHonoured,
                "the variables \(names) stand at their defaults in `\(server.url)`",
                at: server.location(of: "variables")
            )
        }
        for path in document.paths {
            report(serversOf: path.item)
            for operation in path.item.operations { report(operation, in: path.item) }
        }
    }

    private func report(_ operation: Operation, in item: PathItem) {
        report(serversOf: operation)
        for callback in operation.callbacks {
            diagnostics.report(
                .webhookNotHonoured, "the callback `\(callback.key)` is not generated", at: callback.location
            )
        }
        if let body = operation.requestBody.flatMap({ document.resolve($0) }) {
            for media in body.content { report(media.value) }
        }
        for entry in operation.responses {
            guard let response = document.resolve(entry.value) else { continue }
            for link in response.links {
                diagnostics.report(.linkNotHonoured, "the link `\(link.key)` is not generated", at: link.location)
            }
            for media in response.content { report(media.value) }
        }
    }

    private func report(serversOf object: some HasServers) {
        guard !object.servers.isEmpty else { return }
        diagnostics.report(
            .serversNotHonoured,
            "requests go to the client's server, not to the servers of a path or an operation",
            at: object.location(of: "servers")
        )
    }

    private func report(_ media: MediaType) {
        let fields = [("encoding", !media.encoding.isEmpty), ("itemSchema", media.itemSchema != nil)]
        for (field, isSet) in fields where isSet {
            diagnostics.report(.mediaTypeNotHonoured, "`\(field)` is not honoured", at: media.location(of: field))
        }
    }
}

private protocol HasServers: SpecificationObject {
    var servers: [Server] { get }
}

extension PathItem: HasServers {}
extension Operation: HasServers {}
