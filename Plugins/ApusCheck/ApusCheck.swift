import PackagePlugin

/// `swift package apus-check [--target NAME]`: needs no permission, since it writes nothing.
@main
struct ApusCheck: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        var arguments = ArgumentExtractor(arguments)
        try CommittedSources(context: context, arguments: &arguments).generate(.check)
    }
}
