import Foundation
import PackagePlugin

/// The files in a target's folder that the generator uses.
struct TargetFolder {
    /// Every YAML and JSON file under the folder: a change in any of them may change what is generated.
    let inputs: [URL]
    private let url: URL

    init(_ url: URL) {
        self.url = url
        let files = FileManager.default.enumerator(at: url, includingPropertiesForKeys: nil)
        inputs = (files?.compactMap { $0 as? URL } ?? [])
            .filter { ["yaml", "yml", "json"].contains($0.pathExtension.lowercased()) }
            .sorted { $0.path < $1.path }
    }

    /// A document and the namespace of its generated code; `nil` for `openapi.yaml`.
    struct Document {
        var url: URL
        var namespace: String?
    }

    /// The documents at the top of the folder: `openapi.yaml`, and `orders.openapi.yaml` with the namespace `Orders`.
    /// It is an error if there are none, or several with the same name.
    func documents(ofTarget target: String) -> [Document] {
        let endings = ["openapi.yaml", "openapi.yml", "openapi.json"]
        var documents: [Document] = []
        for file in inputs where file.deletingLastPathComponent().path == url.standardizedFileURL.path {
            guard let ending = endings.first(where: { file.lastPathComponent.hasSuffix($0) }) else { continue }
            let name = file.lastPathComponent.dropLast(ending.count)
            guard name.isEmpty || name.hasSuffix(".") else { continue }
            documents.append(Document(url: file, namespace: name.isEmpty ? nil : Self.namespace(String(name))))
        }
        let wanted = endings.joined(separator: ", ")
        if documents.isEmpty {
            Diagnostics.error("Target '\(target)' uses ApusBuildTool, but \(url.path) contains none of \(wanted).")
        }
        for (namespace, same) in Dictionary(grouping: documents, by: \.namespace) where same.count > 1 {
            let found = same.map(\.url.lastPathComponent).joined(separator: " and ")
            let reason = namespace.map { "for the namespace '\($0)'" } ?? "with the same name"
            Diagnostics.error("Target '\(target)' has several OpenAPI documents \(reason): \(found). Keep only one.")
            return []
        }
        return documents
    }

    /// `line-items.` -> `LineItems`
    private static func namespace(_ name: String) -> String {
        let words = name.split { !$0.isLetter && !$0.isNumber }
        let text = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        return text.first?.isLetter == true ? text : "API" + text
    }

    var configuration: URL? {
        let file = url.appending(path: "apus.yaml")
        return FileManager.default.fileExists(atPath: file.path) ? file : nil
    }

    static func size(of file: URL) -> Int {
        (try? file.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0
    }
}
