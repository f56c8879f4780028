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
        for path in document.paths {
            for operation in path.item.operations { report(operation, in: path.item) }
        }
    }

    private func report(_ operation: Operation, in item: PathItem) {
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

    private func report(_ media: MediaType) {
        let fields = [("encoding", !media.encoding.isEmpty), ("itemSchema", media.itemSchema != nil)]
        for (field, isSet) in fields where isSet {
            diagnostics.report(.mediaTypeNotHonoured, "`\(field)` is not honoured", at: media.location(of: field))
        }
    }
}
