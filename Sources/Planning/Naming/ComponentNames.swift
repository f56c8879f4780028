import ApusDiagnostics
import ApusOpenAPI

/// The Swift names of the document's component schemas.
struct ComponentNames {
    let document: Document
    /// Names that the user pins, by pointer.
    let pinned: [String: String]
    let taken: Set<String>

    func assign(_ entries: [OrderedMap<Schema>.Entry], diagnostics: Diagnostics) -> [String] {
        let bodies = bodyNames()
        let names = UniqueNames.assign(
            entries.map(\.key),
            name: { pinned["#/components/schemas/\($0)"] ?? bodies[$0] ?? SwiftName.type($0) },
            reserve: { taken.contains($0) ? $0 + "Schema" : ReservedNames.type($0) }
        )
        for (entry, name) in zip(entries, names) where SwiftName.verbatim(entry.key) == name {
            let camelCase = SwiftName.type(entry.key)
            guard camelCase != name, pinned["#/components/schemas/\(entry.key)"] == nil else { continue }
            diagnostics.report(
                .nameCollision,
                "several schemas would be called `\(camelCase)`; this one is `\(name)`",
                at: entry.location
            )
        }
        return names
    }

    /// FastAPI's `Body_upload_files_api_..._post` -> `UploadFilesBody`.
    private func bodyNames() -> [String: String] {
        var names: [String: String] = [:]
        for path in document.paths {
            for operation in path.item.operations {
                guard let id = operation.operationID?.value,
                    let function = FastAPINames.functionName(
                        ofOperationID: id, path: path.template, method: operation.method
                    )
                else { continue }
                names["Body_" + id] = SwiftName.type(function.replacing("_", with: " ")) + "Body"
            }
        }
        return names
    }
}
