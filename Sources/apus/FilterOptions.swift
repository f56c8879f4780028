import ApusGenerator
import ApusPlanning
import ArgumentParser

/// Which operations are generated: patterns with `*`, `**` and `?`.
struct FilterOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Generate these operations: ids, or 'GET /pets/*'.", valueName: "pattern"))
    var includeOperation: [String] = []

    @Option(help: ArgumentHelp("Generate the operations with this tag.", valueName: "pattern"))
    var includeTag: [String] = []

    @Option(help: ArgumentHelp("Generate the operations of these paths: '/pets/**'.", valueName: "pattern"))
    var includePath: [String] = []

    @Option(help: ArgumentHelp("Leave these operations out.", valueName: "pattern"))
    var excludeOperation: [String] = []

    @Option(help: ArgumentHelp("Leave the operations with this tag out.", valueName: "pattern"))
    var excludeTag: [String] = []

    @Option(help: ArgumentHelp("Leave the operations of these paths out.", valueName: "pattern"))
    var excludePath: [String] = []

    func set(in configuration: inout Configuration) {
        configuration.include = selection(includeOperation, includeTag, includePath)
        configuration.exclude = selection(excludeOperation, excludeTag, excludePath)
    }

    private func selection(_ operations: [String], _ tags: [String], _ paths: [String]) -> OperationFilter.Selection? {
        var selection = OperationFilter.Selection()
        selection.operations = operations.map { .init($0) }
        selection.tags = tags.map { .init($0) }
        selection.paths = paths.map { .init($0) }
        return selection.isEmpty ? nil : selection
    }
}
