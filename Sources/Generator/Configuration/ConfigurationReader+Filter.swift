import ApusDiagnostics
import ApusPlanning
import ApusYAML

extension ConfigurationReader {
    /// `{operations: [getPet, list*], tags: pets, paths: [/pets/**]}`
    func selection(_ node: Node, _ key: ConfigurationKey) -> OperationFilter.Selection? {
        guard let mapping = node.mapping else {
            invalid(
                "'\(key)' is expected to contain 'operations', 'tags' and 'paths', not \(described(node))", at: node)
            return nil
        }
        var selection = OperationFilter.Selection()
        for entry in mapping.entries {
            let patterns = patterns(entry.value, key)
            switch entry.key {
            case "operations": selection.operations = patterns
            case "tags": selection.tags = patterns
            case "paths": selection.paths = patterns
            default:
                let message = "'\(key)' has no '\(entry.key)': it may contain 'operations', 'tags' and 'paths'"
                diagnostics.report(.unknownConfigurationKey, message, at: entry.keyLocation)
            }
        }
        return selection
    }

    private func patterns(_ node: Node, _ key: ConfigurationKey) -> [OperationFilter.Pattern] {
        (node.sequence ?? [node]).compactMap { node in
            text(node, key).map { OperationFilter.Pattern($0, at: node.location) }
        }
    }
}
