import ApusDiagnostics
import ApusOpenAPI

/// The Swift names of the document's component schemas.
enum ComponentNames {
    static func assign(
        _ entries: [OrderedMap<Schema>.Entry], document: Document, options: PlanOptions, diagnostics: Diagnostics
    ) -> [String] {
        let bodies = bodyNames(of: document)
        let reserved: Set<String> = options.moduleName.map { [$0] } ?? []
        func reserve(_ name: String) -> String {
            reserved.contains(name) ? name + "Schema" : ReservedNames.type(name)
        }
        let names = UniqueNames.assign(
            entries.map(\.key),
            name: { options.names["#/components/schemas/\($0)"] ?? bodies[$0] ?? SwiftName.type($0) },
            reserve: reserve
        )
        for (entry, name) in zip(entries, names) where SwiftName.verbatim(entry.key) == name {
            let camelCase = SwiftName.type(entry.key)
            guard camelCase != name, options.names["#/components/schemas/\(entry.key)"] == nil else { continue }
            diagnostics.report(
                .nameCollision,
                "several schemas would be called `\(camelCase)`; this one is `\(name)`",
                at: entry.location
            )
        }
        return names
    }

    /// FastAPI's `Body_upload_files_api_..._post` -> `UploadFilesBody`.
    private static func bodyNames(of document: Document) -> [String: String] {
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
