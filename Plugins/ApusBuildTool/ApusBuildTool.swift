import Foundation
import PackagePlugin

/// Generates a target's sources from its OpenAPI documents during the build.
@main
struct ApusBuildTool: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        guard let target = target.sourceModule else { return [] }
        let folder = TargetFolder(target.directoryURL)
        let tool = try context.tool(named: "apus").url
        return folder.documents(ofTarget: target.name).map { document in
            command(for: document, of: target, in: folder, tool: tool, output: context.pluginWorkDirectoryURL)
        }
    }

    private func command(
        for document: TargetFolder.Document,
        of target: any SourceModuleTarget,
        in folder: TargetFolder,
        tool: URL,
        output: URL
    ) -> Command {
        let shards = OutputNames.shards(forDocumentOfSize: TargetFolder.size(of: document.url))
        // Each folder has a manifest of its own.
        let output = document.namespace.map { output.appending(path: $0) } ?? output
        var arguments = [
            "generate", document.url.path,
            "--output", output.path,
            "--module-name", target.moduleName,
            "--shards", "\(shards)",
            "--nested", "--sealed",
        ]
        // Two files of a module cannot have the same name, even in different folders.
        if let namespace = document.namespace {
            arguments += ["--namespace", namespace, "--file-prefix", namespace]
        }
        if let configuration = folder.configuration { arguments += ["--config", configuration.path] }
        let prefix = document.namespace ?? ""
        return .buildCommand(
            displayName: "Generating \(target.name)'s API from \(document.url.lastPathComponent)",
            executable: tool,
            arguments: arguments,
            inputFiles: folder.inputs,
            outputFiles: OutputNames.all(shards: shards).map { output.appending(path: prefix + $0) }
        )
    }
}
