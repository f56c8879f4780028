import PackagePlugin

/// `swift package --allow-writing-to-package-directory apus-regenerate [--target NAME] [--check]`
@main
struct ApusRegenerate: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        var arguments = ArgumentExtractor(arguments)
        let isCheck = arguments.extractFlag(named: "check") > 0
        try CommittedSources(context: context, arguments: &arguments).generate(isCheck ? .check : .write)
    }
}
