import ApusDiagnostics

extension DocumentChecker {
    func checkPaths() {
        var seen: [[PathTemplate.Part]: Path] = [:]
        for path in document.paths {
            // A malformed template was reported when it was read.
            guard let template = try? PathTemplate(path.template) else { continue }
            checkForm(template, of: path)
            if template.fragment == nil, let first = seen.updateValue(path, forKey: template.shape) {
                diagnostics.report(
                    .duplicatePath,
                    "'\(path.template)' matches the same paths as '\(first.template)'",
                    at: path.location,
                    notes: [("the other one", first.location)]
                )
            }
            checkVariables(template, of: path)
        }
        checkShadowed()
    }

    private func checkForm(_ template: PathTemplate, of path: Path) {
        if !template.beginsWithSlash {
            let message = "'\(path.template)' does not begin with a slash; it is read as if it did"
            diagnostics.report(.loosePath, message, at: path.location)
        }
        if let query = template.query {
            let message = "a query is not part of a path; '\(query)' is sent with each request of '\(path.template)'"
            diagnostics.report(.loosePath, message, at: path.location)
        }
        if template.fragment != nil {
            let message = "a fragment is not part of a path; that of '\(path.template)' is not sent"
            diagnostics.report(.loosePath, message, at: path.location)
        }
    }

    private func checkShadowed() {
        for shadowed in document.shadowedOperations {
            let (method, first) = (shadowed.operation.method, shadowed.first)
            diagnostics.report(
                .shadowedOperation,
                "a request of '\(method) \(shadowed.path.template)' also matches '\(method) \(first.path.template)': "
                    + "a server has only the latter",
                at: shadowed.operation.location,
                notes: [("the other one", first.operation.location)]
            )
        }
    }

    /// The variables of the template and the path parameters must be the same.
    private func checkVariables(_ template: PathTemplate, of path: Path) {
        let variables = template.variables
        var reportedUnused: Set<SourceLocation> = []
        for operation in path.item.operations {
            let parameters = document.parameters(of: operation, in: path.item).filter { $0.value.in == .path }
            for variable in variables where !parameters.contains(where: { $0.value.name == variable }) {
                let message =
                    "no parameter is declared for '{\(variable)}' of '\(path.template)'; it is a required string"
                diagnostics.report(.undeclaredPathParameter, message, at: operation.location)
            }
            for parameter in parameters
            where !variables.contains(parameter.value.name) && reportedUnused.insert(parameter.location).inserted {
                let message = "'\(path.template)' has no '{\(parameter.value.name)}'; the parameter is left out"
                diagnostics.report(.unusedPathParameter, message, at: parameter.location)
            }
        }
    }
}

extension Document {
    /// The parameters of an operation: its own, then those of the path item that it does not override. The locations are those in
    /// the list of the operation or path item, which may contain a reference.
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
