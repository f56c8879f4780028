import ApusDiagnostics

extension DocumentChecker {
    func checkPaths() {
        var seen: [[PathTemplate.Part]: Path] = [:]
        for path in document.paths {
            let template: PathTemplate
            do {
                template = try PathTemplate(path.template)
            } catch {
                diagnostics.report(.invalidPath, "'\(path.template)': \(error.message)", at: path.location)
                continue
            }
            if let first = seen[template.shape] {
                diagnostics.report(
                    .duplicatePath,
                    "'\(path.template)' matches the same paths as '\(first.template)'",
                    at: path.location,
                    notes: [("the other one", first.location)]
                )
            } else {
                seen[template.shape] = path
            }
            checkVariables(template, of: path)
        }
    }

    /// The variables of the template and the path parameters must be the same.
    private func checkVariables(_ template: PathTemplate, of path: Path) {
        let variables = template.variables
        var reportedUnused: Set<SourceLocation> = []
        for operation in path.item.operations {
            let parameters = document.parameters(of: operation, in: path.item).filter { $0.value.in == .path }
            for variable in variables where !parameters.contains(where: { $0.value.name == variable }) {
                let message = "no parameter is declared for '{\(variable)}' of '\(path.template)'"
                diagnostics.report(.undeclaredPathParameter, message, at: operation.location)
            }
            for parameter in parameters
            where !variables.contains(parameter.value.name) && reportedUnused.insert(parameter.location).inserted {
                let message = "'\(path.template)' has no '{\(parameter.value.name)}'"
                diagnostics.report(.unusedPathParameter, message, at: parameter.location)
            }
        }
    }
}

extension Document {
    /// The parameters that hold for an operation: its own, then those of the path item that it does not override.
    /// The locations are those in the operation's or path item's list, where a reference may stand.
    package func parameters(of operation: Operation, in item: PathItem) -> [Located<Parameter>] {
        let own = operation.parameters.compactMap { located($0) }
        let inherited = item.parameters.compactMap { located($0) }.filter { parameter in
            !own.contains { $0.value.name == parameter.value.name && $0.value.in == parameter.value.in }
        }
        return own + inherited
    }

    func located(_ parameter: Referenced<Parameter>) -> Located<Parameter>? {
        guard let value = resolve(parameter) else { return nil }
        switch parameter {
        case .value: return Located(value, at: value.location)
        case .reference(let reference): return Located(value, at: reference.location)
        }
    }
}
