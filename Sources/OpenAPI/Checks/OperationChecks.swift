import ApusDiagnostics

extension DocumentChecker {
    /// Checks all operations, including those of webhooks and callbacks.
    func checkOperations() {
        var identified: [String: Located<String>] = [:]
        for item in document.pathItems {
            checkDuplicates(item.parameters)
            for operation in item.operations {
                checkDuplicates(operation.parameters)
                checkSecurity(operation.security ?? [])
                guard let id = operation.operationID else { continue }
                if let first = identified[id.value], first.location != id.location {
                    diagnostics.report(
                        .duplicateOperationId,
                        "two operations have the operationId '\(id.value)'",
                        at: id.location,
                        notes: [("the other one", first.location)]
                    )
                } else {
                    identified[id.value] = id
                }
            }
        }
        checkLinks(Set(identified.keys))
    }

    /// "A unique parameter is defined by a combination of a name and location." [Operation Object]
    private func checkDuplicates(_ parameters: [Referenced<Parameter>]) {
        struct Key: Hashable {
            let name: String
            let place: Parameter.Location
        }
        var seen: [Key: SourceLocation] = [:]
        for parameter in parameters.compactMap({ document.located($0) }) {
            let key = Key(
                // "Header field names are case-insensitive" [RFC 9110, section 5.1].
                name: parameter.value.in == .header ? parameter.value.name.lowercased() : parameter.value.name,
                place: parameter.value.in
            )
            if let first = seen[key] {
                diagnostics.report(
                    .duplicateParameter,
                    "two \(key.place.rawValue) parameters are named '\(parameter.value.name)'",
                    at: parameter.location,
                    notes: [("the other one", first)]
                )
            } else {
                seen[key] = parameter.location
            }
        }
    }

    func checkSecurity(_ requirements: [SecurityRequirement]) {
        for requirement in requirements where !requirement.isUnreadable {
            for scheme in requirement.schemes
            where document.components.securitySchemes[scheme.key] == nil && document.securityScheme(scheme.key) == nil {
                let message = "there is no security scheme named '\(scheme.key)'"
                diagnostics.report(.unknownSecurityScheme, message, at: scheme.location)
            }
        }
    }

    private func checkLinks(_ operationIDs: Set<String>) {
        for link in document.links {
            guard let id = link.operationID, !operationIDs.contains(id.value) else { continue }
            diagnostics.report(.unknownOperation, "there is no operation named '\(id.value)'", at: id.location)
        }
    }
}
