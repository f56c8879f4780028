import ApusOpenAPI
import ApusYAML

/// The names of the inline members of a union, before titles are considered.
struct UnionMemberNames {
    private let document: Document
    /// The union's own name.
    private let union: String
    private let members: [Shape.Alternative]
    /// The constants that each member states for its properties.
    private let constants: [[Constant]]
    /// The values that each member lists for its properties, if it lists several.
    private let choices: [[[Constant]]]
    /// How many members state the same set of constants.
    private let together: [Set<Constant>: Int]
    private let uses: Uses
    private var roles: [String] = []
    /// For each member, how many members before it have the same role.
    private var ordinals: [Int] = []

    private struct Constant: Hashable {
        var key: String
        var value: String
    }

    /// How many members have each of these.
    private struct Uses {
        var constants: [Constant: Int] = [:]
        var keys: [String: Int] = [:]
        /// By `String labels`: a property and the kind of its value.
        var kinds: [String: Int] = [:]
        var types: [SchemaType: Int] = [:]
    }

    init(document: Document, union: String, members: [Shape.Alternative]) {
        self.document = document
        self.union = union
        self.members = members
        let stated = members.map { Self.stated($0.schema, in: document) }
        constants = stated.map { $0.filter { $0.count == 1 }.map { $0[0] } }
        together = constants.reduce(into: [:]) { $0[Set($1), default: 0] += 1 }
        choices = stated.map { $0.filter { $0.count > 1 } }
        var uses = Uses()
        for (member, stated) in zip(members, stated) {
            for constant in stated.joined() { uses.constants[constant, default: 0] += 1 }
            for (key, word) in Self.kindWords(member.schema, in: document) {
                uses.kinds["\(word) \(key)", default: 0] += 1
            }
            for key in member.schema.properties.keys { uses.keys[key, default: 0] += 1 }
            if let type = Self.firstType(of: member) { uses.types[type, default: 0] += 1 }
        }
        self.uses = uses
        roles = members.indices.map(role)
        // Sentences with the same beginning have different endings.
        let shared = Dictionary(grouping: members.indices, by: { roles[$0] }).values.filter { $0.count > 1 }.joined()
        for index in shared {
            if let sentence = sentence(index) {
                roles[index] = SwiftName.ends(of: SwiftName.type(sentence))
            } else if let kind = kindOfProperty(index) {
                roles[index] = kind
            }
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
        // A case `none` would be mistaken for `Optional.none`.
        let isReserved = ReservedNames.type(role) != role || SwiftName.member(role) == "none"
        let name = isReserved ? alternative ?? role : role
        // `SecondDetails`, the second of the members that are called `Details`.
        let unique = ordinal(ordinals[index]) + role
        return Naming(parent: id, name: name, alternative: alternative, unique: unique)
    }

    /// Named after the value that distinguishes the member from the others, `{type: {enum: [circle]}}` -> `Circle`; else after the
    /// first key that only it has; else after its kind.
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
        if let values = ownValues(index) { return SwiftName.type(values.joined(separator: " or ")) }
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

    /// The shortest of the sentences that only this member has, or all of its constants together, if nothing shorter distinguishes
    /// it from the others.
    private func sentence(_ index: Int) -> String? {
        guard members[index].base == nil, tellingValue(index) == nil else { return nil }
        let sorted = constants[index].sorted { ($0.value.utf8.count, $0.key) < ($1.value.utf8.count, $1.key) }
        if let own = sorted.first(where: { uses.constants[$0] == 1 }) { return own.value }
        let isOwn = together[Set(sorted)] == 1
        return sorted.count > 1 && isOwn ? sorted.map(\.value).joined(separator: " ") : nil
    }

    /// A few values that only this member lists for a property: `queued`, `in_progress` -> `QueuedOrInProgress`.
    private func ownValues(_ index: Int) -> [String]? {
        let own = choices[index].filter { values in values.allSatisfy { uses.constants[$0] == 1 } }.map {
            $0.map(\.value)
        }
        return own.filter { $0.count <= 3 && $0.joined().utf8.count <= Self.longestName }
            .min { ($0.joined().utf8.count, $0[0]) < ($1.joined().utf8.count, $1[0]) }
    }

    /// The kind of a property's value, if no other member has the property with values of that kind: `StringLabels` beside
    /// `ObjectLabels`.
    private func kindOfProperty(_ index: Int) -> String? {
        let words = Self.kindWords(members[index].schema, in: document).sorted { $0.key < $1.key }
        return words.first { uses.kinds["\($0.word) \($0.key)"] == 1 }.map { $0.word + SwiftName.type($0.key) }
    }

    private static func kindWords(_ schema: Schema, in document: Document) -> [(key: String, word: String)] {
        schema.properties.compactMap { entry in
            kindWord(document.target(of: entry.value), in: document).map { (entry.key, $0) }
        }
    }

    private static func kindWord(_ schema: Schema, in document: Document, depth: Int = 0) -> String? {
        switch schema.types?.first(where: { $0 != .null }) {
        case .array where depth < 8:
            schema.items.flatMap { kindWord(document.target(of: $0), in: document, depth: depth + 1) }
        case .string: "String"
        case .integer: "Integer"
        case .number: "Number"
        case .boolean: "Boolean"
        case .object: "Object"
        case .array, .null, nil: nil
        }
    }

    /// A key that no other member has. The choice does not depend on the order of the properties.
    private func ownKey(_ index: Int) -> String? {
        let schema = members[index].schema
        let keys = schema.required.map(\.value) + schema.properties.keys.sorted()
        return keys.first { key in uses.keys[key, default: 0] == (schema.properties[key] == nil ? 0 : 1) }
    }

    /// Whether no other member is of the type.
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

    /// The strings that a schema lists for each of its properties.
    private static func stated(_ schema: Schema, in document: Document) -> [[Constant]] {
        var found: [[Constant]] = []
        for part in Discriminators.parts(of: schema, in: document) {
            for entry in part.properties {
                let property = document.target(of: entry.value)
                let values = property.listedValues ?? []
                let texts = values.compactMap(\.string).filter { !$0.isEmpty }
                guard !texts.isEmpty, texts.count == values.count else { continue }
                let constants = texts.map { Constant(key: entry.key, value: $0) }
                if !found.contains(constants) { found.append(constants) }
            }
        }
        return found
    }
}
