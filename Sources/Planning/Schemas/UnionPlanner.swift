import ApusDiagnostics
import ApusOpenAPI

extension SchemaPlanner {
    func defineUnion(_ id: DeclarationID, _ alternatives: [Shape.Alternative], of schema: Schema) {
        var members: [Union.Member] = []
        var memberSchemas: [Schema] = []
        let roles = UnionMemberNames(document: document, union: declarations[id.index].name, members: alternatives)
        for (index, member) in alternatives.enumerated() {
            let planned = type(of: member, naming: roles.naming(at: index, in: id))
            // `[string, string(date-time)]`: the first of equal types reads both.
            guard !members.contains(where: { $0.type == planned.type }) else { continue }
            members.append(Union.Member(name: "", type: planned.type))
            memberSchemas.append(member.schema)
        }
        let choice = choice(schema, memberSchemas)
        if case .firstMatch = choice { mark(&members, memberSchemas) }
        var union = Union(members: members, choice: choice, isOpen: options.enums == .open, isIndirect: false)
        if inheritance.heirs(of: schema) != nil {
            // What is of no other kind is of the base's own.
            union.fallback = members.indices.last
            union.isOpen = false
        }
        if case .discriminator = choice,
            let target = schema.discriminator?.defaultMapping.flatMap({ document.schema(at: $0) })
        {
            union.fallback = memberSchemas.firstIndex { document.target(of: $0) === target } ?? union.fallback
            if union.fallback != nil { union.isOpen = false }
        }
        declarations[id.index].kind = .union(union)
    }

    private func choice(_ schema: Schema, _ schemas: [Schema]) -> UnionChoice {
        if let heirs = inheritance.heirs(of: schema) {
            let values = schemas.map { schema in heirs.members.first { $0.schema === schema }?.values ?? [] }
            return .discriminator(key: heirs.key, values: values)
        }
        if let key = schema.discriminator?.propertyName.value {
            if let values = Discriminators.choice(of: schema, among: schemas, in: document) {
                return .discriminator(key: key, values: values)
            }
            diagnostics.report(
                .keywordNotHonoured,
                "`discriminator` does not tell all members apart, so the first one that reads a value has it",
                at: schema.location(of: "discriminator")
            )
        }
        let objects = schemas.map { schema -> Schema? in
            if case .structure? = objectShape(of: [schema]) { schema } else { nil }
        }
        guard let (key, values) = Discriminators.constants(of: objects, in: document) else { return .firstMatch }
        return .constant(key: key, values: values)
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
                memberTexts(union.members.map(\.type)), name: { SwiftName.member($0) },
                reserve: { types.contains($0) || $0 == "other" ? $0 + "Value" : ReservedNames.enumerationCase($0) }
            )
            for index in union.members.indices { union.members[index].name = names[index] }
            declarations[declaration.id.index].kind = .union(union)
        }
    }

    /// `int32` and `int64` where both are integers.
    private func memberTexts(_ types: [TypeReference]) -> [String] {
        let texts = types.map(memberText)
        return zip(types, texts).map { type, text in
            guard case .builtin(let builtin) = type, texts.count(where: { $0 == text }) > 1 else { return text }
            return builtin.rawValue
        }
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

    /// Says how the objects of members differ that do so by the format of a text alone.
    private func mark(_ members: inout [Union.Member], _ schemas: [Schema]) {
        let texts = FormatAlternatives(schemas, in: document)
        for (index, schema) in schemas.enumerated() {
            let told = texts.told(of: schema).lazy.compactMap { key, format -> ObjectCheck.Member? in
                guard let key, Formats.strings[format] == nil, let check = Formats.assertions[format] else {
                    return nil
                }
                return ObjectCheck.Member(key: key, isRequired: false, check: .string(StringCheck(format: check)))
            }
            if let first = told.first { members[index].mark = .object(ObjectCheck(members: [first])) }
        }
    }

    /// A member that reads every value is tried last, and leaves nothing to `other`.
    func closeUnions() {
        for index in declarations.indices {
            guard case .union(var union) = declarations[index].kind, case .firstMatch = union.choice else { continue }
            let free = union.members.filter { isFreeForm($0.type) }
            guard !free.isEmpty else { continue }
            union.members = union.members.filter { !isFreeForm($0.type) } + free
            union.isOpen = false
            declarations[index].kind = .union(union)
        }
    }

    private func isFreeForm(_ type: TypeReference, depth: Int = 0) -> Bool {
        switch type {
        case .builtin(let builtin): return builtin == .json
        case .declared(let id):
            guard depth < 64, case .alias(let target) = declarations[id.index].kind else { return false }
            return isFreeForm(target, depth: depth + 1)
        case .external, .array, .dictionary, .optional, .nullable, .generic: return false
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
