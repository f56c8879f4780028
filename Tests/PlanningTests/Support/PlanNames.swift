import ApusPlanning

extension Plan {
    /// Every name that a user of the generated code reads, with the names around it: `Pet.Owner.name`.
    var names: Set<String> {
        var names = declarations.flatMap { declaration -> [String] in
            let path = path(declaration.id)
            return [path] + members(of: declaration).map { "\(path).\($0)" }
        }
        for operation in operations + (webhooks?.operations ?? []) {
            names.append(operation.name)
            names += operation.parameters.map { "\(operation.name).\($0.name)" }
        }
        names += failures.flatMap { failure in [failure.name] + failure.responses.map { "\(failure.name).\($0.name)" } }
        names += outputs.flatMap { output in [output.name] + output.responses.map { "\(output.name).\($0.name)" } }
        names += bodies.flatMap { body in [body.name] + body.contents.map { "\(body.name).\($0.name)" } }
        names += responseTypes.flatMap { type in [type.name] + type.headers.map { "\(type.name).\($0.name)" } }
        names += links.map(\.name) + groups.map(\.serverName)
        names += (webhooks?.urls ?? []).map(\.name)
        names += api.servers.flatMap { [$0.name] + $0.variables.map(\.name) }
        names += api.serverChoices.flatMap { choice in [choice.name] + choice.cases.map { "\(choice.name).\($0.name)" }
        }
        names += api.schemes.map(\.name) + [api.name]
        return Set(names)
    }

    private func path(_ id: DeclarationID) -> String {
        self[id].parent.map { path($0) + "." + self[id].name } ?? self[id].name
    }

    private func members(of declaration: Declaration) -> [String] {
        switch declaration.kind {
        case .structure(let structure): structure.properties.map(\.name)
        case .enumeration(let enumeration): enumeration.cases.map(\.name)
        case .union(let union): union.members.map(\.name)
        case .alias: []
        }
    }
}
