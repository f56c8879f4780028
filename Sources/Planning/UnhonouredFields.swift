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
            for media in body.content { report(media.value) }
        }
        for entry in operation.responses {
            guard let response = document.resolve(entry.value) else { continue }
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
