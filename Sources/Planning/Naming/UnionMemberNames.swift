import ApusOpenAPI
import ApusYAML

/// What the inline members of a union are called, before titles are asked.
struct UnionMemberNames {
    private let document: Document
    /// The union's own name.
    private let union: String
    private let members: [Shape.Alternative]
    /// What each member states of its properties, and how many members have each: unions may have hundreds of members.
    private let constants: [[Constant]]
    private let counts: [Constant: Int]
    private let keyCounts: [String: Int]
    private var roles: [String] = []

    init(document: Document, union: String, members: [Shape.Alternative]) {
        self.document = document
        self.union = union
        self.members = members
        constants = members.map { Self.constants($0.schema, in: document) }
        counts = Self.counts(constants.map(Set.init))
        keyCounts = Self.counts(members.map { Set($0.schema.properties.keys) })
        roles = members.indices.map(role)
    }

    private static func counts<Element>(_ sets: [Set<Element>]) -> [Element: Int] {
        sets.reduce(into: [:]) { counts, set in for element in set { counts[element, default: 0] += 1 } }
    }

    func naming(at index: Int, in id: DeclarationID) -> Naming {
        let role = roles[index]
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
        constants[index].first { counts[$0] == 1 }?.value
    }

    /// `SecondDetails`, the second of those that are called `Details`.
    private func unique(_ index: Int, _ role: String) -> String {
        ordinal(members.indices.prefix(index).count { roles[$0] == role }) + role
    }

    /// A key that no other member has, in an order that does not depend on that of the properties.
    private func ownKey(_ index: Int) -> String? {
        let keys = members[index].schema.required.map(\.value) + members[index].schema.properties.keys.sorted()
        return keys.first { keyCounts[$0, default: 0] == (members[index].schema.properties[$0] == nil ? 0 : 1) }
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

    private static func constants(_ schema: Schema, in document: Document) -> [Constant] {
        schema.properties.sorted { $0.key < $1.key }.compactMap { entry in
            let property = document.target(of: entry.value)
            let values = property.constant.map { [$0] } ?? property.enumeration ?? []
            guard values.count == 1, let text = values[0].string, !text.isEmpty else { return nil }
            return Constant(key: entry.key, value: text)
        }
    }
}
