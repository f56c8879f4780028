import ApusDiagnostics
import ApusYAML

/// Changes of a document that do not affect the names of its contents.
enum DocumentChange: String, CaseIterable {
    /// Reverses the order of paths, methods, components and properties.
    case reversed
    /// Puts them in a random order.
    case shuffled
    /// Adds unrelated paths, schemas and tags, and schemas with similar names.
    case extended

    func apply(to root: Node) -> Node {
        switch self {
        case .reversed: return root.reordered { $0.reversed() }
        case .shuffled:
            var random = Random()
            return root.reordered { $0.shuffled(using: &random) }
        case .extended: return root.extended
        }
    }
}

/// The same numbers in each run.
private struct Random: RandomNumberGenerator {
    var state: UInt64 = 42

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state
    }
}

extension Node {
    /// The document with the entries of `paths`, of each path, of each section of `components` and of all `properties` in another
    /// order.
    fileprivate func reordered(_ order: ([Mapping.Entry]) -> [Mapping.Entry]) -> Node {
        var root = withProperties(order)
        for section in ["paths", "components"] {
            root = root.changing(section) { $0.mapped { $0.with(order) } }
        }
        root = root.changing("paths") { $0.with(order) }
        for section in ["definitions", "parameters", "responses"] {
            root = root.changing(section) { $0.with(order) }
        }
        return root
    }

    private func withProperties(_ order: ([Mapping.Entry]) -> [Mapping.Entry]) -> Node {
        if let items = sequence { return Node(.sequence(items.map { $0.withProperties(order) }), at: location) }
        guard let mapping else { return self }
        return Node.mapping(
            mapping.entries.map { entry in
                let value = entry.value.withProperties(order)
                return entry.with(entry.key == "properties" ? value.with(order) : value)
            },
            at: location
        )
    }

    fileprivate var extended: Node {
        let isSwagger = self["swagger"] != nil
        let schemas = isSwagger ? self : self["components"] ?? Node.mapping([], at: .unknown)
        let section = isSwagger ? "definitions" : "schemas"
        let known = schemas[section]?.mapping?.entries ?? []
        let colour = Node.object(["type": .text("string"), "enum": .list([.text("red"), .text("blue")])])
        let unrelated = Node.object(["type": .text("object"), "properties": .object(["Colour": colour])])
        let similar = known.prefix(40).flatMap { [$0.key + "Extra", "Extra" + $0.key] }.map { key in
            Mapping.Entry(key: key, keyLocation: .unknown, value: unrelated)
        }
        let answer = Node.object(["200": .object(["description": .text("Done")])])
        let operation = Node.object([
            "operationId": .text("apus_unrelated"), "tags": .list([.text("apus")]), "responses": answer,
        ])
        let path = Node.object(["get": operation])
        let all = [Mapping.Entry(key: "ApusUnrelated", keyLocation: .unknown, value: unrelated)] + known + similar
        let extended = Node.mapping(all, at: schemas[section]?.location ?? .unknown)
        return (isSwagger ? setting(section, extended) : setting("components", schemas.setting(section, extended)))
            .changing("paths") { paths in
                let first = Mapping.Entry(key: "/apus/unrelated", keyLocation: .unknown, value: path)
                return .mapping([first] + (paths.mapping?.entries ?? []), at: paths.location)
            }
    }

    // MARK: Mappings

    fileprivate func with(_ order: ([Mapping.Entry]) -> [Mapping.Entry]) -> Node {
        guard let mapping else { return self }
        return .mapping(order(mapping.entries), at: location)
    }

    private func mapped(_ change: (Node) -> Node) -> Node {
        guard let mapping else { return self }
        return .mapping(mapping.entries.map { $0.with(change($0.value)) }, at: location)
    }

    private func changing(_ key: String, _ change: (Node) -> Node) -> Node {
        guard let mapping else { return self }
        return .mapping(mapping.entries.map { $0.key == key ? $0.with(change($0.value)) : $0 }, at: location)
    }

    private func setting(_ key: String, _ value: Node) -> Node {
        if self[key] != nil { return changing(key) { _ in value } }
        let entry = Mapping.Entry(key: key, keyLocation: .unknown, value: value)
        return .mapping((mapping?.entries ?? []) + [entry], at: location)
    }

    private static func mapping(_ entries: [Mapping.Entry], at location: SourceLocation) -> Node {
        var mapping = Mapping()
        for entry in entries { mapping.insert(entry) }
        return Node(.mapping(mapping), at: location)
    }

    private static func object(_ fields: KeyValuePairs<String, Node>) -> Node {
        mapping(fields.map { Mapping.Entry(key: $0.key, keyLocation: .unknown, value: $0.value) }, at: .unknown)
    }

    private static func text(_ text: String) -> Node { Node(.string(text), at: .unknown) }

    private static func list(_ items: [Node]) -> Node { Node(.sequence(items), at: .unknown) }
}

extension Mapping.Entry {
    fileprivate func with(_ value: Node) -> Self {
        Self(key: key, keyLocation: keyLocation, value: value)
    }
}
