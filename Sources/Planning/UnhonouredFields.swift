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
            for media in body.content { report(media) }
        }
        for entry in operation.responses {
            guard let response = document.resolve(entry.value) else { continue }
            for link in response.links {
                diagnostics.report(.linkNotHonoured, "the link `\(link.key)` is not generated", at: link.location)
            }
            for media in response.content { report(media) }
        }
    }

    private func report(_ media: OrderedMap<MediaType>.Entry) {
        // "The encoding field SHALL only apply when the media type is multipart or application/x-www-form-urlencoded."
        let essence = MediaTypeChoice.essence(media.key)
        let isForm = essence == "application/x-www-form-urlencoded" || essence == "multipart/form-data"
        let fields = [
            ("encoding", !media.value.encoding.isEmpty && !isForm),
            ("prefixEncoding", !media.value.prefixEncoding.isEmpty),
            ("itemEncoding", media.value.itemEncoding != nil),
            ("itemSchema", media.value.itemSchema != nil),
        ]
        for (field, isSet) in fields where isSet {
            diagnostics.report(
                .mediaTypeNotHonoured, "`\(field)` is not honoured", at: media.value.location(of: field)
            )
        }
    }
}
