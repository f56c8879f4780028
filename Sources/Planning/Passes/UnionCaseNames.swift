import ApusOpenAPI

/// The names of the cases of unions. Cases are named after their types, whose names must be known by then.
///
/// Needs settled names, and members that are split by their tags.
struct UnionCaseNames {
    let document: Document
    let drafts: Drafts
    /// The names of the declarations.
    let names: [String]
    let topLevel: Set<String>

    /// Returns the case names in the order of each union's members.
    func assign() -> [DeclarationID: [String]] {
        var caseNames: [DeclarationID: [String]] = [:]
        for draft in drafts.all {
            guard case .union(let union) = draft.content else { continue }
            // A case with the name of a type hides that type: names that had to be spelled out may begin with a capital letter.
            let types = topLevel.union(draft.nested.map { names[$0.index] })
            caseNames[draft.id] = UniqueNames.assign(
                texts(of: union.members), name: { SwiftName.member($0) },
                reserve: { types.contains($0) || $0 == "other" ? $0 + "Value" : ReservedNames.enumerationCase($0) }
            )
        }
        return caseNames
    }

    /// `int32` and `int64` if both are integers; the tag if several lead to one type.
    private func texts(of members: [UnionDraft.Member]) -> [String] {
        let texts = members.map { componentName($0.sources) ?? text($0.type) }
        var counts: [String: Int] = [:]
        for text in texts { counts[text, default: 0] += 1 }
        return zip(members, texts).map { member, text in
            guard counts[text, default: 0] > 1 else { return text }
            if case .builtin(let builtin) = member.type { return builtin.rawValue }
            if case .added(let value)? = member.tag?.value { return value }
            return text
        }
    }

    /// If the union has properties of its own, a component becomes a separate type, `CatAnimal`, but the case is still `cat`.
    private func componentName(_ alternatives: [Shape.Alternative]) -> String? {
        guard alternatives.count == 1, let base = alternatives[0].base, base !== alternatives[0].schema else {
            return nil
        }
        return document.implicitName(of: document.target(of: alternatives[0].schema))
    }

    /// `string`, `integer`, `validationErrors`
    private func text(_ type: TypeReference) -> String {
        switch type {
        case .builtin(let builtin): builtin.caseName
        case .external(let type): type.name.split(separator: ".").last.map(String.init) ?? type.name
        case .declared(let id): names[id.index]
        case .array(let element): text(element) + " list"
        case .dictionary(let value, _): text(value) + " map"
        case .optional(let wrapped), .nullable(let wrapped), .generic(_, let wrapped): text(wrapped)
        }
    }
}

extension BuiltinType {
    /// The name of a union's case for the type.
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
