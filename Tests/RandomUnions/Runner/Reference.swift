import ApusRuntime

/// What a union's member is by the rules alone, read off the document: no fast way, no generated choice.
struct Reference {
    private let schemas: [String: JSONView]

    init(schemas: JSONView) {
        self.schemas = Dictionary(schemas.members.map { ($0.key, $0.value) }) { $1 }
    }

    /// A member, of which a validator has said whether the value is valid.
    struct Candidate {
        var name: String
        var isValid: Bool
    }

    enum Answer: Equatable {
        case member(Int)
        /// No member is valid, but these are of the value's type, and agree with it in some constant: one may read it.
        case perhaps([String])
        case none
    }

    func answer(_ candidates: [Candidate], to value: JSONView) -> Answer {
        let members = candidates.indices.map { schema(candidates[$0].name) }
        let valid = candidates.indices.filter { candidates[$0].isValid }
        // A map or free-form object comes last.
        let order = valid.filter { !isMap(members[$0]) } + valid.filter { isMap(members[$0]) }
        var best: (index: Int, known: Int, dropped: Int)?
        for index in order {
            let known = isMap(members[index]) ? 0 : named(members[index], value)
            let dropped = dropped(members[index], value)
            if let best, (best.known, -best.dropped) >= (known, -dropped) { continue }
            best = (index, known, dropped)
        }
        if let best { return .member(best.index) }
        var possible = candidates.indices.filter { isOfType(members[$0], value) }
        if possible.count > 1 { possible.removeAll { !agrees(members[$0], value) } }
        return possible.isEmpty ? .none : .perhaps(possible.map { candidates[$0].name })
    }

    func schema(_ name: String) -> JSONView? { schemas[name].flatMap(resolved) }

    private func resolved(_ schema: JSONView) -> JSONView? {
        guard let reference = schema["$ref"]?.string else { return schema }
        return schemas[String(reference.split(separator: "/").last ?? "")]
    }

    private func isMap(_ schema: JSONView?) -> Bool {
        schema?["type"]?.string == "object" && schema?["properties"] == nil
    }

    private func named(_ schema: JSONView?, _ value: JSONView) -> Int {
        value.members.count { schema?["properties"]?[$0.key] != nil }
    }

    /// How many members of the value and of the objects within the type has no place for.
    private func dropped(_ schema: JSONView?, _ value: JSONView) -> Int {
        guard let schema = schema.flatMap(resolved) else { return 0 }
        if value.kind == .array, let items = schema["items"] {
            return value.elements.reduce(0) { $0 + dropped(items, $1) }
        }
        guard value.kind == .object, let properties = schema["properties"] else { return 0 }
        let keeps = schema["additionalProperties"].map { $0.boolean != false } ?? false
        return value.members.reduce(0) { count, member in
            guard let property = properties[member.key] else { return count + (keeps ? 0 : 1) }
            return count + dropped(property, member.value)
        }
    }

    /// Whether a value is of the JSON type of a member.
    private func isOfType(_ schema: JSONView?, _ value: JSONView) -> Bool {
        guard let schema = schema.flatMap(resolved) else { return false }
        if let constant = constants(schema).first { return constant.kind == value.kind }
        return switch (schema["type"]?.string, value.kind) {
        case (nil, _), ("string", .string), ("integer", .number), ("number", .number), ("boolean", .boolean),
            ("array", .array), ("object", .object):
            true
        default: false
        }
    }

    /// Whether some of what a member says in constants is so in a value, or it says nothing.
    private func agrees(_ schema: JSONView?, _ value: JSONView) -> Bool {
        guard let schema = schema.flatMap(resolved) else { return false }
        let constants = constants(schema)
        guard constants.isEmpty else { return constants.contains { same($0, value) } }
        guard value.kind == .object, let properties = schema["properties"] else { return true }
        let telling = properties.members.filter { states($0.value) }
        return telling.isEmpty
            || telling.contains { property in
                guard let member = value[property.key] else {
                    return schema["required"]?.elements.contains { $0.string == property.key } != true
                }
                return agrees(property.value, member)
            }
    }

    /// Whether a property is one of some constants, or holds one that is.
    private func states(_ schema: JSONView) -> Bool {
        !constants(schema).isEmpty || schema["properties"]?["kind"].map(states) == true
    }

    private func constants(_ schema: JSONView) -> [JSONView] {
        schema["const"].map { [$0] } ?? schema["enum"].map { Array($0.elements) } ?? []
    }

    private func same(_ first: JSONView, _ second: JSONView) -> Bool {
        (try? JSONValue(json: first)) == (try? JSONValue(json: second))
    }
}
