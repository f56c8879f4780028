import ApusRuntime

/// The same numbers in every run with the same seed.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}

/// JSON texts that often almost match a schema: generated from the schema of a member, and then changed.
struct ValueMaker {
    var random: SeededGenerator
    let reference: Reference

    private static let scalars = [
        "\"x\"", "\"yy\"", "\"zzz\"", "\"k\"", "\"l\"", "\"2024-02-29\"", "\"2024-02-29T10:00:00Z\"",
        "\"2024-02-29T10:00:00\"", "0", "1", "2", "3", "1.0", "1.5", "-1", "true", "false", "null", "\"\"",
        "1e30",
    ]
    private static let keys = ["a", "b", "c", "d", "kind", "meta", "other"]

    mutating func value(like members: [String]) -> String {
        guard let name = members.randomElement(using: &random), chance(90) else { return anything(depth: 0) }
        return value(reference.schema(name), depth: 0)
    }

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    private mutating func anything(depth: Int) -> String {
        let kind = depth > 2 ? 0 : Int.random(in: 0..<4, using: &random)
        switch kind {
        case 0, 1: return Self.scalars.randomElement(using: &random) ?? "0"
        case 2: return array(count: Int.random(in: 0...2, using: &random)) { $0.anything(depth: depth + 1) }
        default:
            let keys = Self.keys.filter { _ in chance(30) }
            return object(keys.map { ($0, anything(depth: depth + 1)) })
        }
    }

    private mutating func value(_ schema: JSONView?, depth: Int) -> String {
        guard let schema, depth < 5, chance(94) else { return anything(depth: depth) }
        if let reference = schema["$ref"]?.string {
            return value(self.reference.schema(String(reference.split(separator: "/").last ?? "")), depth: depth + 1)
        }
        if let constant = schema["const"] { return constant.text }
        let listed = schema["enum"].map { Array($0.elements) } ?? []
        if let value = listed.randomElement(using: &random) { return value.text }
        switch schema["type"]?.string {
        case "array":
            return array(count: Int.random(in: 0...3, using: &random)) { $0.value(schema["items"], depth: depth + 1) }
        case "object":
            let required = Set((schema["required"].map { Array($0.elements) } ?? []).compactMap(\.string))
            var members: [(String, String)] = []
            for property in schema["properties"].map({ Array($0.members) }) ?? []
            where chance(required.contains(property.key) ? 97 : 60) {
                members.append((property.key, value(property.value, depth: depth + 1)))
            }
            if chance(35), let key = Self.keys.randomElement(using: &random), !members.contains(where: { $0.0 == key })
            {
                let additional = schema["additionalProperties"]
                let text = additional?.kind == .object && chance(80) ? value(additional, depth: depth + 1) : nil
                members.append((key, text ?? anything(depth: depth + 1)))
            }
            return object(members)
        case "string": return text { $0.hasPrefix("\"") }
        case "integer", "number": return text { $0.first?.isNumber == true || $0.hasPrefix("-") }
        case "boolean": return chance(50) ? "true" : "false"
        default: return anything(depth: depth)
        }
    }

    private mutating func text(where fits: (String) -> Bool) -> String {
        Self.scalars.filter(fits).randomElement(using: &random) ?? "0"
    }

    private mutating func array(count: Int, _ element: (inout Self) -> String) -> String {
        var elements: [String] = []
        for _ in 0..<count { elements.append(element(&self)) }
        return "[\(elements.joined(separator: ","))]"
    }

    private func object(_ members: [(String, String)]) -> String {
        "{\(members.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ","))}"
    }
}
