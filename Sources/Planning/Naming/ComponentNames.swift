import ApusDiagnostics
import ApusOpenAPI

/// The Swift names of the document's component schemas.
struct ComponentNames {
    let document: Document
    /// Names that the user pins, by pointer.
    let pinned: [String: String]
    let taken: Set<String>
    let isNamespaced: Bool

    func assign(_ entries: [OrderedMap<Schema>.Entry], diagnostics: Diagnostics) -> [String] {
        let bodies = bodyNames()
        let names = UniqueNames.assign(
            entries.map(\.key),
            name: { pinned["#/components/schemas/\($0)"] ?? bodies[$0] ?? SwiftName.type($0) },
            reserve: { name in
                if taken.contains(name) { return name + "Schema" }
                return isNamespaced ? ReservedNames.namespacedType(name) : ReservedNames.type(name)
            },
            spellings: [Self.verbatim, Self.lowercase, Self.spelled]
        )
        for (entry, name) in zip(entries, names) {
            let camelCase = SwiftName.type(entry.key)
            guard bodies[entry.key] == nil, pinned["#/components/schemas/\(entry.key)"] == nil,
                [Self.verbatim, Self.lowercase, Self.spelled].contains(where: { $0(entry.key) == name }),
                camelCase != name
            else { continue }
            diagnostics.report(
                .nameCollision,
                "several schemas would be called `\(camelCase)`; this one is `\(name)`",
                at: entry.location
            )
        }
        return names
    }

    // MARK: Names of schemas that differ in little

    /// A key that is already a type name is kept, whatever is added beside it; other keys are spelled letter by letter.
    private static func verbatim(_ key: String) -> String {
        SwiftName.type(key) == key ? key : SwiftName.capitalized(SwiftName.verbatim(key))
    }

    /// `input` beside `Input` -> `LowercaseInput`
    private static func lowercase(_ key: String) -> String {
        let name = verbatim(key)
        return key.first?.isLowercase == true && name != key ? "Lowercase" + name : name
    }

    private static func spelled(_ key: String) -> String {
        SwiftName.type(key) == key ? key : SwiftName.capitalized(SwiftName.spelled(key))
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
