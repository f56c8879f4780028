import ApusOpenAPI
import ApusYAML

/// What the inline members of a union are called, before titles are asked.
struct UnionMemberNames {
    let document: Document
    /// The union's own name.
    let union: String
    let members: [Shape.Alternative]

    func naming(at index: Int, in id: DeclarationID) -> Naming {
        let role = role(at: index)
        let alternative = isTelling(index) ? role + union : nil
        // A case `none` would be taken for that of an optional.
        let isReserved = ReservedNames.type(role) != role || SwiftName.member(role) == "none"
        let name = isReserved ? alternative ?? role : role
        return Naming(parent: id, name: name, alternative: alternative, unique: unique(index, role))
    }

    /// By the value that tells the member from others, `{type: {enum: [circle]}}` -> `Circle`; else by the first key that
    /// only it has; else by its kind.
    private func role(at index: Int) -> String {
        let member = members[index]
        if member.base === member.schema { return "Base" }
        if member.base != nil, let component = document.implicitName(of: document.target(of: member.schema)) {
            return SwiftName.type(component) + union
        }
        if let value = tellingValue(index) { return SwiftName.type(value) }
        let types = member.type.map { [$0] } ?? member.schema.types ?? []
        let type = types.first { $0 != .null }
        let isOnlyObject = type == .object && isOnly(.object, index) && member.schema.properties.count > 1
        if member.type == nil, !isOnlyObject, let key = ownKey(index) { return SwiftName.type(key) }
        switch type {
        case .array: return member.schema.prefixItems.isEmpty ? "Item" : "Tuple"
        case .object: return member.schema.properties.isEmpty ? "Entry" : "Details"
        case .string where isOnly(.string, index): return "Keyword"
        case .integer where isOnly(.integer, index), .number where isOnly(.number, index): return "Number"
        case nil, .null, .boolean, .integer, .number, .string: return ordinal(index) + union
        }
    }

    private func isTelling(_ index: Int) -> Bool {
        members[index].base == nil && tellingValue(index) != nil
    }

    private func tellingValue(_ index: Int) -> String? {
        constants(members[index].schema).first { isOnlyOf(index, $0) }?.value
    }

    /// `SecondDetails`, the second of those that are called `Details`.
    private func unique(_ index: Int, _ role: String) -> String {
        ordinal(members.indices.prefix(index).count { self.role(at: $0) == role }) + role
    }

    /// A key that no other member has, in an order that does not depend on that of the properties.
    private func ownKey(_ index: Int) -> String? {
        let others = members.indices.filter { $0 != index }.flatMap { members[$0].schema.properties.keys }
        let keys = members[index].schema.required.map(\.value) + members[index].schema.properties.keys.sorted()
        return keys.first { !others.contains($0) }
    }

    /// Whether no other member is of a type.
    private func isOnly(_ type: SchemaType, _ index: Int) -> Bool {
        members.indices.allSatisfy { $0 == index || (members[$0].type ?? members[$0].schema.types?.first) != type }
    }

    private func ordinal(_ index: Int) -> String {
        let words = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth"]
        return index < words.count ? words[index] : "Option\(index + 1)"
    }

    private struct Constant: Hashable {
        var key: String
        var value: String
    }

    private func constants(_ schema: Schema) -> [Constant] {
        schema.properties.sorted { $0.key < $1.key }.compactMap { entry in
            let property = document.target(of: entry.value)
            let values = property.constant.map { [$0] } ?? property.enumeration ?? []
            guard values.count == 1, let text = values[0].string, !text.isEmpty else { return nil }
            return Constant(key: entry.key, value: text)
        }
    }

    private func isOnlyOf(_ index: Int, _ constant: Constant) -> Bool {
        members.indices.allSatisfy { $0 == index || !constants(members[$0].schema).contains(constant) }
    }
}
