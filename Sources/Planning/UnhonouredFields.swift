import ApusDiagnostics
import ApusOpenAPI

/// Reports the fields of the specification's objects that are read and that nothing generated honours. Keywords of
/// schemas have a table of their own (`KeywordReport.swift`).
struct UnhonouredFields {
    let document: Document
    let diagnostics: Diagnostics

    func report(webhooks: [Operation]) {
        for operation in document.paths.flatMap(\.item.operations) + webhooks { report(operation) }
    }

    private func report(_ operation: Operation) {
        if let body = operation.requestBody.flatMap({ document.resolve($0) }) {
            for media in body.content { report(media) }
        }
        for entry in operation.responses {
            guard let response = document.resolve(entry.value) else { continue }
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
            ("itemSchema", media.value.itemSchema != nil && !MediaTypeChoice.isItems(media.key)),
        ]
        for (field, isSet) in fields where isSet {
            diagnostics.report(
                .mediaTypeNotHonoured, "`\(field)` is not honoured", at: media.value.location(of: field)
            )
        }
    }
}
