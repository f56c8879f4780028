import ApusJSON
import ApusYAML

/// Does during planning what generated validators do: decides whether a value passes a check.
///
/// Samples are checked with it before they are generated, and so are the document's own examples.
final class CheckInterpreter {
    let planned: PlannedSchemas
    private var declared: [DeclarationID: Check] = [:]
    private var named: [String: Check] = [:]
    private var constants: [String: JSONValue] = [:]
    private var patterns: [String: StringPattern?] = [:]
    private var anchors: [DynamicAnchor] = []
    private var depth = 0
    /// The remaining named checks of one value.
    private var budget = 0

    init(_ planned: PlannedSchemas) { self.planned = planned }

    func accepts(_ value: Node, _ check: Check) -> Bool {
        var evaluated = Evaluated()
        if depth == 0 { budget = Self.budget }
        return accepts(value, check, &evaluated)
    }

    /// The members and elements of a value that have been evaluated.
    struct Evaluated {
        var keys: Set<String> = []
        var elements: Set<Int> = []

        mutating func add(_ other: Evaluated) {
            keys.formUnion(other.keys)
            elements.formUnion(other.elements)
        }
    }

    func accepts(_ value: Node, _ check: Check, _ evaluated: inout Evaluated) -> Bool {
        switch check {
        case .any: return true
        case .never: return false
        case .string(let string): return value.string.map { accepts($0, string) } ?? false
        case .integer(let number): return value.number.map { $0.isInteger && accepts($0, number) } ?? false
        case .number(let number): return value.number.map { accepts($0, number) } ?? false
        case .boolean: return value.bool != nil
        case .null: return value.isNull
        case .enumeration(let values): return value.string.map(values.contains) ?? false
        case .declaredEnumeration(let id), .literal(let id):
            return planned.lists(value, id)
        case .constants(let texts), .cases(let texts):
            return texts.contains { constant($0) == constant(value.jsonText()) }
        case .array(let array): return accepts(value, array, &evaluated)
        case .tuple(let checks):
            return accepts(value, ArrayCheck(elements: checks), &evaluated)
        case .map(let map): return accepts(value, map, &evaluated)
        case .object(let object): return accepts(value, object, &evaluated)
        case .model(let id): return value.mapping != nil && enters(value, self.check(of: id), &evaluated)
        case .declared(let id): return enters(value, self.check(of: id), &evaluated)
        case .schema(let name): return enters(value, self.check(named: name), &evaluated)
        case .nullable(let check): return value.isNull || accepts(value, check, &evaluated)
        case .union(let members): return matches(value, members.map(\.check), &evaluated) > 0
        case .discriminated(let key, let members, let otherwise):
            let member = members.first { $0.name == value[key]?.string }
            guard value.mapping != nil, let check = member?.check ?? otherwise else { return false }
            return accepts(value, check, &evaluated)
        case .anyOf(let checks): return matches(value, checks, &evaluated) > 0
        case .oneOf(let checks): return matches(value, checks, &evaluated) == 1
        case .allOf(let checks): return checks.allSatisfy { accepts(value, $0, &evaluated) }
        case .not(let check): return !accepts(value, check)
        case .conditional(let condition):
            let holds = matches(value, [condition.condition], &evaluated) == 1
            return accepts(value, holds ? condition.then : condition.otherwise, &evaluated)
        case .when(let type, let check): return !value.isOf(type) || accepts(value, check, &evaluated)
        case .dependent(let key, let check): return value[key] == nil || accepts(value, check, &evaluated)
        case .dependentRequired(let key, let keys): return value[key] == nil || keys.allSatisfy { value[$0] != nil }
        case .evaluating(let check, let others): return accepts(value, check, others, &evaluated)
        case .dynamicReference(let name, let check):
            return accepts(value, anchors.first { $0.name == name }?.check ?? check, &evaluated)
        case .dynamicScope(let added, let check):
            anchors += added
            defer { anchors.removeLast(added.count) }
            return accepts(value, check, &evaluated)
        }
    }

    /// A check that is called by its name. The limits end one that leads to itself for the same value, which has already been
    /// reported: in depth, and in number if it does so in several ways.
    private func enters(_ value: Node, _ check: Check, _ evaluated: inout Evaluated) -> Bool {
        guard depth < Self.depthLimit, budget > 0 else { return false }
        depth += 1
        budget -= 1
        defer { depth -= 1 }
        return accepts(value, check, &evaluated)
    }

    private static let depthLimit = 64
    private static let budget = 10_000

    /// The number of checks that a value passes; a check that fails evaluates no members.
    private func matches(_ value: Node, _ checks: [Check], _ evaluated: inout Evaluated) -> Int {
        var count = 0
        for check in checks {
            var own = Evaluated()
            guard accepts(value, check, &own) else { continue }
            evaluated.add(own)
            count += 1
        }
        return count
    }

    private func accepts(
        _ value: Node, _ check: Check, _ others: Unevaluated, _ evaluated: inout Evaluated
    ) -> Bool {
        var own = Evaluated()
        guard accepts(value, check, &own) else { return false }
        defer { evaluated.add(own) }
        if let members = others.properties, let mapping = value.mapping {
            for entry in mapping.entries where !own.keys.contains(entry.key) {
                guard accepts(entry.value, members) else { return false }
                own.keys.insert(entry.key)
            }
        }
        if let items = others.items, let elements = value.sequence {
            for (index, element) in elements.enumerated() where !own.elements.contains(index) {
                guard accepts(element, items) else { return false }
                own.elements.insert(index)
            }
        }
        return true
    }

    // MARK: What is looked up

    /// The check of a declaration, planned here if no validator is generated for it.
    func check(of id: DeclarationID) -> Check {
        if let known = declared[id] { return known }
        let check = planned.declarations[id.index].check ?? planned.checks.check(declaring: id) ?? .any
        declared[id] = check
        return check
    }

    func check(named name: String) -> Check {
        if named[name] == nil {
            for validator in planned.checks.validators { named[validator.name] = validator.check }
        }
        return named[name] ?? .any
    }

    private func constant(_ text: String) -> JSONValue? {
        if let known = constants[text] { return known }
        let value = try? JSONValue(jsonText: text)
        constants[text] = value
        return value
    }

    /// An invalid pattern has already been reported, and asserts nothing here.
    func pattern(_ source: String) -> StringPattern? {
        if let known = patterns[source] { return known }
        let pattern = try? StringPattern(source)
        patterns[source] = pattern
        return pattern
    }
}

extension ArrayCheck {
    /// An array with exactly one element for each check.
    init(elements: [Check]) {
        self.init(items: .any, minItems: elements.count, maxItems: elements.count, uniqueItems: false)
        prefixItems = elements
    }
}

extension PlannedSchemas {
    /// Whether a value is one of the values of a declared enumeration.
    fileprivate func lists(_ value: Node, _ id: DeclarationID) -> Bool {
        guard case .enumeration(let enumeration) = declarations[id.index].kind else { return false }
        return enumeration.cases.contains { enumeration.node(of: $0) == value }
    }
}

extension Node {
    fileprivate func isOf(_ type: ValueType) -> Bool {
        switch type {
        case .number: number != nil
        case .string: string != nil
        case .array: sequence != nil
        case .object: mapping != nil
        }
    }
}
