import ApusOpenAPI

/// Strings whose `format` distinguishes the members of a `oneOf` or `anyOf`, possibly as the only difference:
///
///     oneOf: [{type: string, format: ipv4}, {type: string, format: ipv6}]
///     oneOf: [{properties: {first: {format: ipv4}}}, {properties: {first: {format: ipv6}}}]
struct FormatAlternatives {
    private typealias Texts = [(key: String?, schema: Schema)]

    private let document: Document
    private let texts: [ObjectIdentifier: Texts]
    /// The keys, `nil` for the member itself, whose strings have different formats in different members.
    private var differing: Set<String?> = []

    init(_ members: [Schema], in document: Document) {
        self.document = document
        var texts: [ObjectIdentifier: Texts] = [:]
        var formats: [String?: Set<String?>] = [:]
        var counts: [String?: Int] = [:]
        for member in members {
            let found = Self.texts(of: member, in: document)
            texts[ObjectIdentifier(member)] = found
            for (key, schema) in found {
                formats[key, default: []].insert(schema.format)
                counts[key, default: 0] += 1
            }
        }
        self.texts = texts
        differing = Set(formats.filter { $0.value.count > 1 && counts[$0.key, default: 0] > 1 }.map(\.key))
    }

    /// The keys and formats that distinguish a member from others.
    func told(of member: Schema) -> [(key: String?, format: String)] {
        texts[ObjectIdentifier(member), default: []].compactMap { key, schema in
            differing.contains(key) ? schema.format.map { (key, $0) } : nil
        }
    }

    /// The schemas of all strings whose format distinguishes members.
    var telling: [Schema] {
        texts.values.flatMap { $0 }.filter { differing.contains($0.key) && $0.schema.format != nil }.map(\.schema)
    }

    private static func texts(of member: Schema, in document: Document) -> Texts {
        var texts: Texts = []
        var seen: Set<ObjectIdentifier> = []
        var pending = [member]
        while let next = pending.popLast() {
            let target = document.target(of: next)
            guard seen.insert(ObjectIdentifier(target)).inserted else { continue }
            if isText(target) {
                texts.append((nil, target))
                continue
            }
            texts += target.properties.compactMap { entry in
                let property = document.target(of: entry.value)
                return isText(property) ? (entry.key, property) : nil
            }
            pending += target.allOf.reversed()
        }
        return texts
    }

    private static func isText(_ schema: Schema) -> Bool {
        schema.types?.filter { $0 != .null } == [.string] && schema.constant == nil && schema.enumeration == nil
    }
}
