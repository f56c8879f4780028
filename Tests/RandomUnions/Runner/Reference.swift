import ApusRuntime

/// Chooses a union's member only by the rules, directly from the document: without fast paths and without generated code.
struct Reference {
    private let schemas: [String: JSONView]

    init(schemas: JSONView) {
        self.schemas = Dictionary(schemas.members.map { ($0.key, $0.value) }) { $1 }
    }

    /// A member, with a validator's result for the value.
    struct Candidate {
        var name: String
        var isValid: Bool
    }

    enum Answer: Equatable {
        case member(Int)
        /// No member is valid, but the value's tag names this one, or only this one is of the value's type.
        case lenient(Int)
        case none
    }

    func answer(_ candidates: [Candidate], of union: String, to value: JSONView) -> Answer {
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
        let tags = tags(of: union, members)
        let told = tags.firstIndex { tag in self.tag(value, at: tag.path).map(tag.constants.contains) == true }
        if let index = told {
            return .lenient(index)
        }
        let untold = candidates.indices.filter { index in
            if schemas[union]?["discriminator"] != nil { return tags[index].constants.isEmpty }
            return tags[index].constants.isEmpty || !requires(tags[index].path, members[index])
        }
        let possible = untold.filter { isOfType(members[$0], value) }
        // A value without the tag is read as a member only if it is valid.
        guard possible.count == 1, tags[possible[0]].constants.isEmpty, isLenient(members[possible[0]]) else {
            return .none
        }
        return .lenient(possible[0])
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

    /// The number of members, in the value and in the objects within it, that the type does not keep.
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

    // MARK: What is read though it is not valid

    /// Models, enumerations and formats are read leniently, unless bounds are violated or members are forbidden.
    private func isLenient(_ schema: JSONView?) -> Bool {
        guard let schema = schema.flatMap(resolved) else { return false }
        guard schema["properties"] == nil else { return schema["additionalProperties"]?.boolean != false }
        let bounds = [
            "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "maxLength", "pattern", "minItems",
        ]
        let content = schema["items"] ?? schema["additionalProperties"]
        return bounds.allSatisfy { schema[$0] == nil } && content.map { $0.kind != .object || isLenient($0) } != false
    }

    private typealias Tag = (path: [String], constants: [Constant])

    /// A constant that distinguishes members, compared by its text, so that `1` and `"1"` are the same.
    private struct Constant: Hashable {
        var text: String

        init?(_ value: JSONView?) {
            guard let value else { return nil }
            switch value.kind {
            case .string: text = value.string ?? ""
            case .boolean: text = value.text
            case .number:
                guard let integer = try? Int(json: value) else { return nil }
                text = "\(integer)"
            case .null, .array, .object: return nil
            }
        }
    }

    /// The first property, or property of a property, for which all objects declare constants that differ from those of the other
    /// objects.
    private func tags(of union: String, _ members: [JSONView?]) -> [Tag] {
        let none = members.map { _ -> Tag in ([], []) }
        if let key = schemas[union]?["discriminator"]?["propertyName"]?.string {
            return members.map { ([key], stated($0, at: [key])) }
        }
        let objects = members.filter { $0?["properties"] != nil }
        guard objects.count > 1, !members.contains(where: isMap) else { return none }
        let own = keys(objects[0])
        let inner = own.flatMap { key in keys(objects[0]?["properties"]?[key]).map { [key, $0] } }
        for path in own.map({ [$0] }) + inner {
            let all = objects.flatMap { stated($0, at: path) }
            guard objects.allSatisfy({ !stated($0, at: path).isEmpty }), Set(all).count == all.count else { continue }
            return members.map { (path, $0?["properties"] == nil ? [] : stated($0, at: path)) }
        }
        return none
    }

    private func keys(_ schema: JSONView?) -> [String] { schema?["properties"].map { $0.members.map(\.key) } ?? [] }

    private func stated(_ schema: JSONView?, at path: [String]) -> [Constant] {
        guard let schema else { return [] }
        guard let key = path.first else { return constants(schema).compactMap { Constant($0) } }
        return stated(schema["properties"]?[key], at: Array(path.dropFirst()))
    }

    private func tag(_ value: JSONView, at path: [String]) -> Constant? {
        Constant(path.reduce(Optional(value)) { $0?[$1] })
    }

    private func requires(_ path: [String], _ schema: JSONView?) -> Bool {
        guard let key = path.first else { return true }
        return schema?["required"]?.elements.contains { $0.string == key } == true
            && requires(Array(path.dropFirst()), schema?["properties"]?[key])
    }

    private func constants(_ schema: JSONView) -> [JSONView] {
        schema["const"].map { [$0] } ?? schema["enum"].map { Array($0.elements) } ?? []
    }
}
