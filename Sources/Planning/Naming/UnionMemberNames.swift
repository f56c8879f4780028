import ApusOpenAPI
import ApusYAML

/// What the inline members of a union are called, before titles are asked.
struct UnionMemberNames {
    let document: Document
    /// The union's own name.
    let union: String
    let members: [Shape.Alternative]

    /// By the value that tells the member from others, `{type: {enum: [circle]}}` of `Shape` -> `CircleShape`;
    /// else by the first key that only it has; else by its kind.
    func name(at index: Int) -> String {
        let member = members[index]
        if member.base === member.schema { return "Base" }
        if member.base != nil, let component = document.implicitName(of: document.target(of: member.schema)) {
            return SwiftName.type(component) + union
        }
        if let value = constants(member.schema).first(where: { isOnlyOf(index, $0) }) {
            return SwiftName.type(value.value) + union
        }
        let keys = member.schema.required.map(\.value) + member.schema.properties.map(\.key)
        let others = members.indices.filter { $0 != index }.flatMap { members[$0].schema.properties.keys }
        if member.type == nil, let key = keys.first(where: { !others.contains($0) }) { return SwiftName.type(key) }
        let types = member.type.map { [$0] } ?? member.schema.types ?? []
        switch types.first(where: { $0 != .null }) {
        case .array: return member.schema.prefixItems.isEmpty ? "Item" : "Tuple"
        case .object: return member.schema.properties.isEmpty ? "Entry" : "Object"
        case .string where isOnly(.string, index): return "Keyword"
        case .integer where isOnly(.integer, index), .number where isOnly(.number, index): return "Number"
        case nil, .null, .boolean, .integer, .number, .string: return ordinal(index)
        }
    }

    /// Whether no other member is of a type.
    private func isOnly(_ type: SchemaType, _ index: Int) -> Bool {
        members.indices.allSatisfy { $0 == index || (members[$0].type ?? members[$0].schema.types?.first) != type }
    }

    private func ordinal(_ index: Int) -> String {
        let words = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth"]
        return (index < words.count ? words[index] : "Option\(index + 1)") + union
    }

    private struct Constant: Hashable {
        var key: String
        var value: String
    }

    private func constants(_ schema: Schema) -> [Constant] {
        schema.properties.compactMap { entry in
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
