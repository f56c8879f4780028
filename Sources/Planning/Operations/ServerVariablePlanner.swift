import ApusOpenAPI

/// The variables of servers as arguments: `region: ServerRegion = .eu`.
struct ServerVariablePlanner {
    private(set) var choices: [ServerChoicePlan] = []
    /// By variable and values: servers that offer the same choice share its type.
    private var indices: [Key: Int] = [:]

    private struct Key: Hashable {
        let variable: String
        let values: [String]
    }

    init(_ servers: [(name: String, server: Server)], schemas: SchemaPlanner) {
        var keys: [(key: Key, variable: ServerVariable, server: String)] = []
        for (name, server) in servers {
            for variable in server.variables {
                guard let key = Self.key(variable), !keys.contains(where: { $0.key == key }) else { continue }
                keys.append((key, variable.value, name))
            }
        }
        for (key, variable, server) in keys {
            indices[key] = choices.count
            // `ServerRegion`; if servers offer different values for one variable, `ProductionRegion`.
            let isShared = keys.count(where: { $0.key.variable == key.variable }) == 1
            let variableName = SwiftName.type(key.variable)
            let isFree = isShared && !schemas.isTaken("Server" + variableName)
            choices.append(
                ServerChoicePlan(
                    name: schemas.freeName((isFree ? "Server" : Self.typeName(server)) + variableName),
                    cases: Self.cases(key),
                    documentation: Documentation.paragraphs(
                        variable.description ?? "The values of the server variable `\(key.variable)`."
                    )
                )
            )
        }
    }

    /// `Production`; `Server2nd` if the name cannot be the beginning of a type name.
    private static func typeName(_ server: String) -> String {
        let name = SwiftName.type(server)
        return name.unicodeScalars.first?.properties.isXIDStart == true ? name : "Server" + name
    }

    func plan(_ server: Server) -> (url: [ServerPlan.Part], variables: [ServerVariablePlan]) {
        let used = (try? PathTemplate.parts(server.url)) ?? [.literal(server.url)]
        let entries = server.variables.filter { used.contains(.variable($0.key)) }
        var undefined: [String] = []
        for case .variable(let key) in used where server.variables[key] == nil && !undefined.contains(key) {
            undefined.append(key)
        }
        let keys = entries.map(\.key) + undefined
        let names = UniqueNames.assign(
            keys, name: { SwiftName.member($0) }, reserve: ReservedNames.member, taken: ["base"]
        )
        let url = used.map { part -> ServerPlan.Part in
            switch part {
            case .literal(let text): .literal(text)
            case .variable(let key): keys.firstIndex(of: key).map { .variable($0) } ?? .literal("{\(key)}")
            }
        }
        let unknown = names.dropFirst(entries.count).map {
            ServerVariablePlan(name: $0, kind: .text, default: nil, documentation: [])
        }
        return (url, zip(entries, names).map(plan) + unknown)
    }

    private func plan(_ entry: OrderedMap<ServerVariable>.Entry, name: String) -> ServerVariablePlan {
        let value = entry.value.default
        guard let key = Self.key(entry), let index = indices[key] else {
            return ServerVariablePlan(
                name: name,
                kind: .text,
                default: value.map(Literal.string),
                documentation: Documentation.paragraphs(entry.value.description)
            )
        }
        return ServerVariablePlan(
            name: name,
            kind: .choice(index),
            default: choices[index].cases.first { $0.value == value }.map { .member($0.name) },
            documentation: Documentation.paragraphs(entry.value.description)
        )
    }

    /// `nil` for a variable that accepts any string.
    private static func key(_ entry: OrderedMap<ServerVariable>.Entry) -> Key? {
        guard !entry.value.enumeration.isEmpty else { return nil }
        var values: [String] = []
        let all = entry.value.enumeration.map(\.value) + [entry.value.default].compactMap(\.self)
        for value in all where !values.contains(value) {
            values.append(value)
        }
        return Key(variable: entry.key, values: values)
    }

    /// `443` of `port` -> `port443`
    private static func cases(_ key: Key) -> [Enumeration.Case] {
        let texts = key.values.map { $0.first?.isNumber == true ? "\(key.variable) \($0)" : $0 }
        let names = UniqueNames.assign(
            texts, name: { SwiftName.member($0) }, reserve: ReservedNames.enumerationCase
        )
        return zip(names, key.values).map { Enumeration.Case(name: $0, value: $1) }
    }
}
