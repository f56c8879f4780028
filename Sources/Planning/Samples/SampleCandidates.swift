import ApusDiagnostics
import ApusJSON
import ApusOpenAPI
import ApusYAML

/// Candidates for values, from what is known about schemas, the most meaningful first.
struct SampleCandidates {
    let maker: SampleMaker
    let facts: SampleFacts
    /// The property that the value is for: `full_name`.
    let hint: String
    let variant: Int

    func contains(_ isFound: (Node) -> Bool) -> Bool {
        types.contains { type in
            switch type {
            case .null: isFound(node(.null))
            case .boolean: [true, false].contains { isFound(node(.bool($0))) }
            case .integer, .number:
                SampleNumbers(bounds: facts.bounds, areIntegers: type == .integer).candidates(variant: variant)
                    .contains { isFound(node(.number($0))) }
            case .string: strings.contains { isFound(node(.string($0))) }
            case .array: arrays(isFound)
            case .object: objects(isFound)
            }
        }
    }

    /// The types that the schemas list; without a list, all types, beginning with those that their keywords suggest.
    private var types: [SchemaType] {
        var order: [SchemaType] = []
        if !facts.properties.isEmpty || !facts.additional.isEmpty || !facts.required.isEmpty { order.append(.object) }
        if !facts.items.isEmpty || !facts.prefix.isEmpty { order.append(.array) }
        if !facts.bounds.isEmpty { order.append(.number) }
        order += [.string, .integer, .number, .boolean, .object, .array, .null]
        guard let allowed = facts.types else { return order }
        return allowed.filter { $0 != .null } + (allowed.contains(.null) ? [.null] : [])
    }

    private func node(_ value: Node.Value) -> Node { Node(value, at: .unknown) }

    // MARK: Strings

    private var strings: [String] {
        let words = hint.map { $0.isLetter || $0.isNumber ? $0 : " " }
        let text = words.isEmpty ? "text" : String(words)
        let variants = Array(0...variant)
        let formatted = facts.formats.flatMap { format in
            variants.compactMap { SampleFormats.text(of: format, variant: $0) }
        }
        let held = facts.contents.compactMap { content in
            maker.value(of: [content].compactMap { $0 }, hint: hint, variant: variant)?.jsonText()
        }
        let matching = facts.patterns.flatMap { pattern in
            variants.flatMap { PatternText.candidates(for: pattern, minLength: facts.minLength, variant: $0) }
        }
        let padded = variants.map { variant in
            let numbered = variant == 0 ? text : "\(text) \(variant + 1)"
            let missing = max(0, min(facts.minLength, 100_000) - numbered.unicodeScalars.count)
            return numbered + String(repeating: "a", count: missing)
        }
        let short = padded.map { String($0.prefix(8)) } + padded.map { String($0.prefix(3)) }
        return held + formatted + matching + padded + short + "abcdefghijklmnopqrstuvwxyz".map(String.init) + [""]
    }

    // MARK: Arrays

    private func arrays(_ isFound: (Node) -> Bool) -> Bool {
        let least = max(facts.minItems, facts.contained.count)
        let counts = [max(least, facts.prefix.count, 1), least, facts.prefix.count, 0]
        var tried: Set<Int> = []
        for count in counts where count >= facts.minItems && count <= Self.sizeLimit && tried.insert(count).inserted {
            var elements: [Node] = []
            for index in 0..<count {
                var schemas = index < facts.prefix.count ? facts.prefix[index] : facts.items
                if index < facts.contained.count { schemas.append(facts.contained[index]) }
                let offset = variant + index - (index < facts.prefix.count ? index : facts.prefix.count)
                guard let element = element(schemas, offset) else { break }
                elements.append(element)
            }
            if elements.count == count, isFound(node(.sequence(elements))) { return true }
        }
        return false
    }

    private func element(_ schemas: [Schema], _ variant: Int) -> Node? {
        let hint = hint.hasSuffix("s") ? String(hint.dropLast()) : hint
        return maker.value(of: schemas, hint: hint, variant: variant) ?? maker.value(of: schemas, hint: hint)
    }

    private static let sizeLimit = 1000

    // MARK: Objects

    private func objects(_ isFound: (Node) -> Bool) -> Bool {
        guard facts.minProperties <= Self.memberLimit else { return false }
        return [true, false].contains { isWhole in object(isWhole: isWhole).map(isFound) ?? false }
    }

    /// The number of members that are made up for one object.
    private static let memberLimit = 100

    /// An object with all members for which there is a value, or only with the required ones.
    private func object(isWhole: Bool) -> Node? {
        var members = Mapping()
        func insert(_ key: String, _ value: Node) {
            members.insert(Mapping.Entry(key: key, keyLocation: .unknown, value: value))
        }
        for (key, schemas) in facts.properties {
            let isRequired = facts.required.contains(key)
            guard isWhole || isRequired || facts.discriminated[key] != nil else { continue }
            if let value = member(key, schemas) { insert(key, value) } else if isRequired { return nil }
        }
        for key in facts.required where members[key] == nil {
            guard let value = member(key, facts.additional) else { return nil }
            insert(key, value)
        }
        for key in otherKeys(isWhole, beside: members.count) {
            let matching = facts.keyPatterns.filter { maker.interpreter.pattern($0.pattern)?.matches(key) ?? false }
            let schemas = matching.isEmpty ? facts.additional : matching.map(\.schema)
            if let value = maker.value(of: schemas, hint: "value") { insert(key, value) }
        }
        return node(.mapping(members))
    }

    private func member(_ key: String, _ schemas: [Schema]) -> Node? {
        if let name = facts.discriminated[key], maker.allow(schemas, node(.string(name))) { return node(.string(name)) }
        let matching = facts.keyPatterns.filter { maker.interpreter.pattern($0.pattern)?.matches(key) ?? false }
        let all = schemas + matching.map(\.schema)
        return maker.value(of: all, hint: key, variant: variant) ?? maker.value(of: all, hint: key)
    }

    /// Keys that no property has: one if the schema types such members, and as many as are required.
    private func otherKeys(_ isWhole: Bool, beside count: Int) -> [String] {
        let isTyped = facts.additional.contains { $0.boolean == nil } || !facts.keyPatterns.isEmpty
        let isMap = facts.properties.isEmpty && !facts.additional.contains { $0.boolean == false }
        let wanted = max(isWhole && (isTyped || isMap) ? 1 : 0, facts.minProperties - count)
        guard wanted > 0 else { return [] }
        return (0..<wanted).compactMap { index in
            if let pattern = facts.keyPatterns.first?.pattern, facts.additional.contains(where: { $0.boolean == false })
            {
                return PatternText.candidates(for: pattern, minLength: 0, variant: index).first
            }
            guard facts.keys.isEmpty else { return maker.value(of: facts.keys, hint: "key", variant: index)?.string }
            return index == 0 ? "key" : "key \(index + 1)"
        }
    }
}
