import ApusDiagnostics
import ApusOpenAPI

extension SchemaPlanner {
    func defineUnion(_ id: DeclarationID, _ alternatives: [Shape.Alternative], of schema: Schema) {
        var members: [Union.Member] = []
        var sources: [[Shape.Alternative]] = []
        var positions: [TypeReference: Int] = [:]
        let roles = UnionMemberNames(document: document, union: declarations[id.index].name, members: alternatives)
        for (index, member) in alternatives.enumerated() {
            let planned = type(of: member, naming: roles.naming(at: index, in: id))
            // `[string, string(date-time)]`: equal types are one member.
            if let known = positions[planned.type] {
                sources[known].append(member)
            } else {
                positions[planned.type] = members.count
                members.append(Union.Member(name: "", type: planned.type))
                sources.append([member])
            }
        }
        let chooser = shapes.inheritance.heirs(of: schema) == nil ? shapes.chooser(of: schema) ?? schema : schema
        let choice = choice(schema, chooser, sources.map { $0[0].schema }, hasTwins: sources.contains { $0.count > 1 })
        var union = Union(
            members: members, choice: choice, tried: Array(members.indices), isOpen: options.enums == .open,
            isIndirect: false
        )
        if shapes.inheritance.heirs(of: schema) != nil {
            // What is of no other kind is of the base's own.
            union.fallback = members.indices.last
            union.isOpen = false
        }
        if case .discriminator = choice,
            let target = chooser.discriminator?.defaultMapping.flatMap({ document.schema(at: $0) })
        {
            union.fallback = sources.firstIndex { document.target(of: $0[0].schema) === target } ?? union.fallback
            if union.fallback != nil { union.isOpen = false }
        }
        declarations[id.index].kind = .union(union)
        unionMembers[id] = sources
    }

    private func choice(_ schema: Schema, _ chooser: Schema, _ schemas: [Schema], hasTwins: Bool) -> UnionChoice {
        if let heirs = shapes.inheritance.heirs(of: schema) {
            let values = schemas.map { schema in heirs.members.first { $0.schema === schema }?.values ?? [] }
            return .discriminator(key: heirs.key, values: values)
        }
        if let key = chooser.discriminator?.propertyName.value {
            if let values = Discriminators.choice(of: chooser, among: schemas, in: document) {
                return .discriminator(key: key, values: values)
            }
            diagnostics.report(
                .keywordNotHonoured,
                "`discriminator` does not tell all members apart, so the first one that a value is valid for has it",
                at: chooser.location(of: "discriminator")
            )
        }
        if hasTwins { return .trial }
        let objects = schemas.map { schema -> Schema? in
            if case .structure? = shapes.objectShape(of: [schema]) { schema } else { nil }
        }
        // Beside maps and free-form values, a tag says nothing.
        let others = zip(schemas, objects).filter { $1 == nil }.map(\.0)
        guard others.allSatisfy({ !mayBeObject($0) }),
            let (path, values) = Discriminators.constants(of: objects, in: document)
        else { return .trial }
        return .constant(path: path, values: values)
    }

    private func mayBeObject(_ schema: Schema) -> Bool {
        let target = document.target(of: schema)
        guard let types = target.types else { return true }
        return types.contains(.object)
    }

    /// Members are called as their types, which have their names by then.
    func nameUnionMembers() {
        for declaration in declarations {
            guard case .union(var union) = declaration.kind, union.members.contains(where: \.name.isEmpty) else {
                continue
            }
            // A case that is called as a type hides it: names that had to be spelled out may begin with a capital letter.
            let types = topLevelNames.union(declaration.nested.map { declarations[$0.index].name })
            let names = UniqueNames.assign(
                memberTexts(union.members, unionMembers[declaration.id] ?? []), name: { SwiftName.member($0) },
                reserve: { types.contains($0) || $0 == "other" ? $0 + "Value" : ReservedNames.enumerationCase($0) }
            )
            for index in union.members.indices { union.members[index].name = names[index] }
            declarations[declaration.id.index].kind = .union(union)
        }
    }

    /// `int32` and `int64` where both are integers; a tag where several lead to one type.
    private func memberTexts(_ members: [Union.Member], _ sources: [[Shape.Alternative]]) -> [String] {
        let texts = members.indices.map { index in
            let component = sources.indices.contains(index) ? componentName(sources[index]) : nil
            return component ?? memberText(members[index].type)
        }
        var counts: [String: Int] = [:]
        for text in texts { counts[text, default: 0] += 1 }
        return zip(members, texts).map { member, text in
            guard counts[text, default: 0] > 1 else { return text }
            if case .builtin(let builtin) = member.type { return builtin.rawValue }
            if case .added(let value)? = member.tag?.value { return value }
            return text
        }
    }

    /// A component beside properties of the union is a type of its own, `CatAnimal`, but still the case `cat`.
    private func componentName(_ alternatives: [Shape.Alternative]) -> String? {
        guard alternatives.count == 1, let base = alternatives[0].base, base !== alternatives[0].schema else {
            return nil
        }
        return document.implicitName(of: document.target(of: alternatives[0].schema))
    }

    /// `string`, `integer`, `validationErrors`
    private func memberText(_ type: TypeReference) -> String {
        switch type {
        case .builtin(let builtin): builtin.caseName
        case .external(let type): type.name.split(separator: ".").last.map(String.init) ?? type.name
        case .declared(let id): declarations[id.index].name
        case .array(let element): memberText(element) + " list"
        case .dictionary(let value, _): memberText(value) + " map"
        case .optional(let wrapped), .nullable(let wrapped), .generic(_, let wrapped): memberText(wrapped)
        }
    }
}

extension BuiltinType {
    /// What a union's case that holds the type is called.
    fileprivate var caseName: String {
        switch self {
        case .string: "string"
        case .bool: "boolean"
        case .int, .int8, .int16, .int32, .int64, .uint, .uint8, .uint16, .uint32, .uint64: "integer"
        case .float, .double, .decimal: "number"
        case .date: "date"
        case .calendarDate: "day"
        case .timeOfDay: "time"
        case .url: "url"
        case .data: "data"
        case .uuid: "uuid"
        case .json: "json"
        case .filePart: "file"
        case .body: "body"
        case .void: "empty"
        }
    }
}
