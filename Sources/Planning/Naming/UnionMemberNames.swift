import ApusOpenAPI
import ApusYAML

/// What the inline members of a union are called, before titles are asked.
struct UnionMemberNames {
    private let document: Document
    /// The union's own name.
    private let union: String
    private let members: [Shape.Alternative]
    /// What each member states of its properties.
    private let constants: [[Constant]]
    private let uses: Uses
    private var roles: [String] = []
    /// How many members before one have its role.
    private var ordinals: [Int] = []

    private struct Constant: Hashable {
        var key: String
        var value: String
    }

    /// How many members have what.
    private struct Uses {
        var constants: [Constant: Int] = [:]
        var keys: [String: Int] = [:]
        var types: [SchemaType: Int] = [:]
    }

    init(document: Document, union: String, members: [Shape.Alternative]) {
        self.document = document
        self.union = union
        self.members = members
        constants = members.map { Self.constants($0.schema, in: document) }
        var uses = Uses()
        for (member, constants) in zip(members, constants) {
            for constant in constants { uses.constants[constant, default: 0] += 1 }
            for key in member.schema.properties.keys { uses.keys[key, default: 0] += 1 }
            if let type = Self.firstType(of: member) { uses.types[type, default: 0] += 1 }
        }
        self.uses = uses
        roles = members.indices.map(role)
        // Sentences that begin alike end in different ways.
        let shared = Dictionary(grouping: members.indices, by: { roles[$0] }).values.filter { $0.count > 1 }.joined()
        for index in shared {
            if let sentence = sentence(index) { roles[index] = SwiftName.ends(of: SwiftName.type(sentence)) }
        }
        var counts: [String: Int] = [:]
        for role in roles {
            ordinals.append(counts[role, default: 0])
            counts[role, default: 0] += 1
        }
    }

    func naming(at index: Int, in id: DeclarationID) -> Naming {
        let role = roles[index]
        let alternative = isTelling(index) ? role + union : nil
        // A case `none` would be taken for that of an optional.
        let isReserved = ReservedNames.type(role) != role || SwiftName.member(role) == "none"
        let name = isReserved ? alternative ?? role : role
        // `SecondDetails`, the second of those that are called `Details`.
        let unique = ordinal(ordinals[index]) + role
        return Naming(parent: id, name: name, alternative: alternative, unique: unique)
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
        if let sentence = sentence(index) { return SwiftName.shortened(SwiftName.type(sentence)) }
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

    /// The shortest of the constants that only this member has, unless it is a sentence.
    private func tellingValue(_ index: Int) -> String? {
        constants[index].filter { uses.constants[$0] == 1 && $0.value.utf8.count <= Self.longestName }
            .min { ($0.value.utf8.count, $0.key) < ($1.value.utf8.count, $1.key) }?.value
    }

    private static let longestName = 40

    /// The shortest of the sentences that only this member has, or all of its constants together, where nothing shorter tells it
    /// from others.
    private func sentence(_ index: Int) -> String? {
        guard members[index].base == nil, tellingValue(index) == nil else { return nil }
        let sorted = constants[index].sorted { ($0.value.utf8.count, $0.key) < ($1.value.utf8.count, $1.key) }
        if let own = sorted.first(where: { uses.constants[$0] == 1 }) { return own.value }
        let isOwn = constants.count { Set($0) == Set(sorted) } == 1
        return sorted.count > 1 && isOwn ? sorted.map(\.value).joined(separator: " ") : nil
    }

    /// A key that no other member has, in an order that does not depend on that of the properties.
    private func ownKey(_ index: Int) -> String? {
        let schema = members[index].schema
        let keys = schema.required.map(\.value) + schema.properties.keys.sorted()
        return keys.first { key in uses.keys[key, default: 0] == (schema.properties[key] == nil ? 0 : 1) }
    }

    /// Whether no other member is of a type.
    private func isOnly(_ type: SchemaType, _ index: Int) -> Bool {
        uses.types[type, default: 0] == (Self.firstType(of: members[index]) == type ? 1 : 0)
    }

    private static func firstType(of member: Shape.Alternative) -> SchemaType? {
        member.type ?? member.schema.types?.first
    }

    private func ordinal(_ index: Int) -> String {
        let words = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth"]
        return index < words.count ? words[index] : "Option\(index + 1)"
    }

    private static func constants(_ schema: Schema, in document: Document) -> [Constant] {
        schema.properties.compactMap { entry in
            let property = document.target(of: entry.value)
            let values = property.constant.map { [$0] } ?? property.enumeration ?? []
            guard values.count == 1, let text = values[0].string, !text.isEmpty else { return nil }
            return Constant(key: entry.key, value: text)
        }
    }
}
