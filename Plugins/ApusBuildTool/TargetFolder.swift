import Foundation
import PackagePlugin

/// What the folder of a target holds for the generator.
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

    /// The one document at the top of the folder. None or several are reported.
    func document(ofTarget target: String) -> URL? {
        let names = ["openapi.yaml", "openapi.yml", "openapi.json"]
        let documents = names.map { url.appending(path: $0) }.filter { FileManager.default.fileExists(atPath: $0.path) }
        switch documents.count {
        case 1:
            return documents[0]
        case 0:
            let wanted = names.joined(separator: ", ")
            Diagnostics.error("Target '\(target)' uses ApusBuildTool, but \(url.path) holds none of \(wanted).")
        default:
            let found = documents.map(\.lastPathComponent).joined(separator: " and ")
            Diagnostics.error("Target '\(target)' has several OpenAPI documents: \(found). Keep one.")
        }
        return nil
    }

    var configuration: URL? {
        let file = url.appending(path: "apus.yaml")
        return FileManager.default.fileExists(atPath: file.path) ? file : nil
    }

    static func size(of file: URL) -> Int {
        (try? file.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0
    }
}
