import Foundation
import PackagePlugin

/// Generates a target's sources from its `openapi.yaml` while it is built.
@main
struct ApusBuildTool: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        guard let target = target.sourceModule else { return [] }
        let folder = TargetFolder(target.directoryURL)
        guard let document = folder.document(ofTarget: target.name) else { return [] }

        let shards = OutputNames.shards(forDocumentOfSize: TargetFolder.size(of: document))
        let output = context.pluginWorkDirectoryURL
        var arguments = [
            "generate", document.path,
            "--output", output.path,
            "--module-name", target.moduleName,
            "--shards", "\(shards)",
            "--nested", "--sealed",
        ]
        if let configuration = folder.configuration { arguments += ["--config", configuration.path] }
        return [
            .buildCommand(
                displayName: "Generating \(target.name)'s API from \(document.lastPathComponent)",
                executable: try context.tool(named: "apus").url,
                arguments: arguments,
                inputFiles: folder.inputs,
                outputFiles: OutputNames.all(shards: shards).map { output.appending(path: $0) }
            )
        ]
    }
}
