import ApusOpenAPI
import ApusYAML

/// The values by which discriminators choose schemas.
enum Discriminators {
    /// By schema, then by property: `Cat` has `petType: [Cat]`.
    static func values(in document: Document) -> [ObjectIdentifier: [String: [String]]] {
        var values: [ObjectIdentifier: [String: [String]]] = [:]
        for base in document.schemas {
            guard let discriminator = base.discriminator else { continue }
            let key = discriminator.propertyName.value
            let mapped = discriminator.mapping.compactMap { document.schema(at: $0.value) }
            let heirs = document.components.schemas.map(\.value).filter { document.includes(base, among: $0.allOf) }
            for schema in mapped + base.oneOf + base.anyOf + heirs {
                let target = document.target(of: schema)
                let known = values[ObjectIdentifier(target)]?[key] ?? []
                let new = self.values(of: base, for: schema, in: document).filter { !known.contains($0) }
                if !new.isEmpty { values[ObjectIdentifier(target), default: [:]][key] = known + new }
            }
        }
        return values
    }

    /// The values by which a schema's discriminator chooses each of the members: none for a member without a name; `nil` if no
    /// member has any.
    static func choice(of schema: Schema, among members: [Schema], in document: Document) -> [[String]]? {
        guard let discriminator = schema.discriminator else { return nil }
        if let values = defaults(of: schema, members, in: document) { return values.map { [$0] } }
        // A value that the mapping assigns to one member does not stand for another member with that name.
        var seen = Set(discriminator.mapping.filter { document.schema(at: $0.value) != nil }.map(\.key))
        var targets: Set<ObjectIdentifier> = []
        // For heirs, the values that the base states do not distinguish them, but they may show how the base spells their names.
        let common = stated(of: schema, key: discriminator.propertyName.value, in: document)
        let values = members.map { member -> [String] in
            let target = document.target(of: member)
            guard targets.insert(ObjectIdentifier(target)).inserted else { return [] }
            let mapped = discriminator.mapping.filter { document.schema(at: $0.value) === target }.map(\.key)
            // The values that the member itself states for its property take precedence if the mapping has a different kind of
            // names.
            let stated = stated(of: target, key: discriminator.propertyName.value, in: document)
            if !stated.isEmpty, stated != common, stated.isDisjoint(with: mapped), seen.isDisjoint(with: stated) {
                seen.formUnion(stated)
                return stated.sorted()
            }
            if !mapped.isEmpty { return mapped }
            guard let component = document.implicitName(of: target) else { return [] }
            let name = spelling(of: component, among: common)
            return seen.insert(name).inserted ? [name] : []
        }
        return values.contains { !$0.isEmpty } ? values : nil
    }

    /// Without a mapping, the defaults of the property, if each member has a different one: `status: {type: string, default:
    /// left}`.
    private static func defaults(of schema: Schema, _ members: [Schema], in document: Document) -> [String]? {
        guard let discriminator = schema.discriminator, discriminator.mapping.isEmpty else { return nil }
        let values = members.compactMap { member -> String? in
            let property = document.target(of: member).properties[discriminator.propertyName.value].map(document.target)
            guard let property, property.constant == nil, property.enumeration == nil else { return nil }
            return property.default?.string
        }
        return values.count == members.count && Set(values).count == values.count ? values : nil
    }

    /// The first property for which all members that are objects state different values, and these values: `[{kind: {const: a}},
    /// {kind: {enum: [b, c]}}]` -> `["kind"]`, `[[a], [b, c]]`. It may be a property of a property.
    static func constants(of members: [Schema?], in document: Document) -> (path: [String], values: [[String]])? {
        let objects = members.compactMap { $0 }
        guard objects.count > 1 else { return nil }
        for path in paths(of: objects[0], in: document) {
            let stated = members.map { member in member.map { self.stated(of: $0, path: path, in: document) } ?? [] }
            let total = stated.reduce(0) { $0 + $1.count }
            guard zip(members, stated).allSatisfy({ $0 == nil || !$1.isEmpty }),
                stated.reduce(into: Set(), { $0.formUnion($1) }).count == total
            else { continue }
            return (path, stated.map { $0.sorted() })
        }
        return nil
    }

    /// The paths of the properties of an object, then of the properties of these.
    private static func paths(of schema: Schema, in document: Document) -> [[String]] {
        let own = keys(of: schema, in: document)
        return own.map { [$0] }
            + own.flatMap { key -> [[String]] in
                guard let property = property(key, of: schema, in: document) else { return [] }
                return keys(of: property, in: document).map { [key, $0] }
            }
    }

    private static func keys(of schema: Schema, in document: Document) -> [String] {
        parts(of: schema, in: document).flatMap { $0.properties.map(\.key) }
    }

    static func property(_ key: String, of schema: Schema, in document: Document) -> Schema? {
        parts(of: schema, in: document).lazy.compactMap { $0.properties[key] }.first.map(document.target)
    }

    /// Whether the value at the end of a path is required in an object.
    static func requires(_ path: [String], of schema: Schema, in document: Document) -> Bool {
        guard let key = path.first else { return true }
        guard parts(of: schema, in: document).contains(where: { $0.required.contains { $0.value == key } }) else {
            return false
        }
        guard path.count > 1 else { return true }
        guard let property = property(key, of: schema, in: document) else { return false }
        return requires(Array(path.dropFirst()), of: property, in: document)
    }

    private static func stated(of schema: Schema, path: [String], in document: Document) -> Set<String> {
        guard path.count > 1 else { return stated(of: schema, key: path[0], in: document) }
        guard let property = property(path[0], of: schema, in: document),
            property.types.map({ $0 == [.object] }) ?? !property.properties.isEmpty
        else { return [] }
        return stated(of: property, path: Array(path.dropFirst()), in: document)
    }

    /// The schema and those that it includes by `allOf`, each once, depth first.
    static func parts(of schema: Schema, in document: Document) -> [Schema] {
        var parts: [Schema] = []
        var seen: Set<ObjectIdentifier> = []
        var pending = [schema]
        while let next = pending.popLast() {
            let target = document.target(of: next)
            guard seen.insert(ObjectIdentifier(target)).inserted else { continue }
            parts.append(target)
            pending += target.allOf.reversed()
        }
        return parts
    }

    /// The values that a member lists for the property, as tags: none if one of them is not a string, integer or boolean.
    static func stated(of schema: Schema, key: String, in document: Document) -> Set<String> {
        var seen: Set<ObjectIdentifier> = []
        var pending = [schema]
        while let next = pending.popLast() {
            let target = document.target(of: next)
            guard seen.insert(ObjectIdentifier(target)).inserted else { continue }
            guard let property = target.properties[key].map(document.target) else {
                pending += target.allOf.reversed()
                continue
            }
            let values = property.listedValues ?? []
            let isUniform = [SchemaType.string, .boolean, .integer].contains { type in
                values.allSatisfy { $0.isOf(type) }
            }
            if isUniform, !values.isEmpty { return Set(values.compactMap(\.tag)) }
        }
        return []
    }

    /// `Cat` is spelled `cat` if the base lists it like that.
    private static func spelling(of name: String, among listed: Set<String>) -> String {
        listed.contains(name) ? name : listed.first { $0.lowercased() == name.lowercased() } ?? name
    }

    /// The possible values of the discriminator's property in a value of one of the members.
    static func values(of base: Schema, for member: Schema, in document: Document) -> [String] {
        guard let discriminator = base.discriminator else { return [] }
        let target = document.target(of: member)
        let mapped = discriminator.mapping.filter { document.schema(at: $0.value) === target }.map(\.key)
        if !mapped.isEmpty { return mapped }
        let members = (base.oneOf + base.anyOf).filter { !Nullability.isNull($0, in: document) }
        if let index = members.firstIndex(where: { document.target(of: $0) === target }),
            let values = defaults(of: base, members, in: document)
        {
            return [values[index]]
        }
        let common = stated(of: base, key: discriminator.propertyName.value, in: document)
        return document.implicitName(of: target).map { [spelling(of: $0, among: common)] } ?? []
    }

    /// The value of the discriminator's property in a value of one of the members.
    static func value(of base: Schema, for member: Schema, in document: Document) -> (key: String, value: String)? {
        guard let key = base.discriminator?.propertyName.value else { return nil }
        return values(of: base, for: member, in: document).first.map { (key, $0) }
    }
}

extension Node {
    /// The name of the value in a discriminator's mapping: `1` for the integer, `true` for the boolean.
    var tag: String? { string ?? bool.map(String.init) ?? integer.map(String.init) }
}
