import ApusDiagnostics
import ApusOpenAPI

/// Reports the fields of the specification's objects that are read but that generated code ignores. Keywords of schemas have a
/// table of their own (`KeywordReport.swift`).
struct UnsupportedFields {
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
        let value = media.value
        report(.unsupportedMediaType, "encoding", of: value, !value.encoding.isEmpty && !isForm)
        report(
            .unsupportedMediaType, "itemSchema", of: value,
            value.itemSchema != nil && !MediaTypeChoice.isItems(media.key))
        report(.unsupportedPrefixEncoding, "prefixEncoding", of: value, !value.prefixEncoding.isEmpty)
        report(.unsupportedItemEncoding, "itemEncoding", of: value, value.itemEncoding != nil)
        let encodings = value.encoding.map(\.value) + value.prefixEncoding + [value.itemEncoding].compactMap { $0 }
        for encoding in encodings { report(encoding) }
    }

    /// Reports the encodings that are nested in an encoding: those of parts of parts.
    private func report(_ encoding: Encoding) {
        report(.unsupportedNestedEncoding, "encoding", of: encoding, !encoding.encoding.isEmpty)
        report(.unsupportedNestedPrefixEncoding, "prefixEncoding", of: encoding, !encoding.prefixEncoding.isEmpty)
        report(.unsupportedNestedItemEncoding, "itemEncoding", of: encoding, encoding.itemEncoding != nil)
        let nested = encoding.encoding.map(\.value) + encoding.prefixEncoding
        for encoding in nested + [encoding.itemEncoding].compactMap({ $0 }) { report(encoding) }
    }

    private func report(_ defect: Defect, _ field: String, of object: some SpecificationObject, _ isSet: Bool) {
        guard isSet else { return }
        diagnostics.report(defect, "`\(field)` is ignored", at: object.location(of: field))
    }
}
