import ApusDiagnostics
import ApusJSON
import ApusYAML

/// A rule that a value violates.
struct Complaint {
    /// The value itself, or a part of it.
    var location: SourceLocation
    /// The path of the part in the value: empty, or `/owner/name`.
    var path = ""
    /// `must have at least 3 characters`
    var rule: String

    /// `must have at least 3 characters` or `/owner/name must have at least 3 characters`
    var text: String { path.isEmpty ? "it \(rule)" : "`\(path)` \(rule)" }

    fileprivate func within(_ key: String) -> Complaint {
        Complaint(location: location, path: "/\(key)\(path)", rule: rule)
    }
}

extension CheckInterpreter {
    /// The first rule that a value violates, located as deep within the value as possible; `nil` if it violates none.
    func complaint(_ value: Node, _ check: Check) -> Complaint? {
        guard !accepts(value, check) else { return nil }
        return reason(value, check, depth: 0)
    }

    private func reason(_ value: Node, _ check: Check, depth: Int) -> Complaint {
        func fails(_ rule: String) -> Complaint { Complaint(location: value.location, rule: rule) }
        func first(of checks: [Check]) -> Complaint? {
            checks.first { !accepts(value, $0) }.map { reason(value, $0, depth: depth + 1) }
        }
        guard depth < 64 else { return fails("does not fit its schema") }
        switch check {
        case .any: return fails("does not fit its schema")
        case .never: return fails("is not allowed by its schema")
        case .string(let string): return value.string.map { fails(rule($0, string)) } ?? fails("must be a string")
        case .integer(let number):
            guard let text = value.number, text.isInteger else { return fails("must be an integer") }
            return fails(rule(text, number))
        case .number(let number): return value.number.map { fails(rule($0, number)) } ?? fails("must be a number")
        case .boolean: return fails("must be a boolean")
        case .null: return fails("must be null")
        case .enumeration(let values): return fails("must be \(listed(values.map { "\"\($0)\"" }))")
        case .declaredEnumeration(let id), .literal(let id): return fails("must be \(listed(listedValues(id)))")
        case .constants(let texts), .cases(let texts): return fails("must be \(listed(texts))")
        case .array(let array): return reason(value, array, depth: depth)
        case .tuple(let checks): return reason(value, ArrayCheck(elements: checks), depth: depth)
        case .map(let map): return reason(value, map, depth: depth)
        case .object(let object): return reason(value, object, depth: depth)
        case .model(let id), .declared(let id): return reason(value, self.check(of: id), depth: depth + 1)
        case .schema(let name): return reason(value, self.check(named: name), depth: depth + 1)
        case .nullable(let check): return reason(value, check, depth: depth + 1)
        case .union(let members): return alternatives(value, members.map(\.check), depth)
        case .anyOf(let checks): return alternatives(value, checks, depth)
        case .oneOf(let checks):
            let count = checks.count { accepts(value, $0) }
            return count > 1 ? fails("fits \(count) schemas of `oneOf`") : alternatives(value, checks, depth)
        case .discriminated(let key, let members, let otherwise):
            guard value.mapping != nil else { return fails("must be an object") }
            guard let check = members.first(where: { $0.name == value[key]?.string })?.check ?? otherwise else {
                let names = listed(members.map { "\"\($0.name)\"" })
                return fails(value[key] == nil ? "must have `\(key)`" : "must have \(names) as `\(key)`")
            }
            return reason(value, check, depth: depth + 1)
        case .allOf(let checks): return first(of: checks) ?? fails("does not fit its schema")
        case .not: return fails("fits the schema under `not`")
        case .conditional(let condition):
            return reason(
                value, accepts(value, condition.condition) ? condition.then : condition.otherwise, depth: depth + 1)
        case .when(_, let check), .dependent(_, let check), .dynamicReference(_, let check),
            .dynamicScope(_, let check):
            return reason(value, check, depth: depth + 1)
        case .dependentRequired(let key, let keys):
            let missing = keys.first { value[$0] == nil }
            return fails("must have `\(missing ?? "")` beside `\(key)`")
        case .evaluating(let check, _):
            return first(of: [check]) ?? fails("has a part that its schema does not allow")
        }
    }

    /// The rule of the only alternative; the rules of several are not listed one by one.
    private func alternatives(_ value: Node, _ checks: [Check], _ depth: Int) -> Complaint {
        if checks.count == 1 { return reason(value, checks[0], depth: depth + 1) }
        return Complaint(location: value.location, rule: "fits none of the \(checks.count) possible schemas")
    }

    private func listed(_ values: [String]) -> String {
        let shown = values.prefix(5).joined(separator: ", ")
        return values.count == 1 ? shown : "one of \(shown)\(values.count > 5 ? ", ..." : "")"
    }

    private func listedValues(_ id: DeclarationID) -> [String] {
        guard case .enumeration(let enumeration) = planned.declarations[id.index].kind else { return [] }
        return enumeration.cases.map { enumeration.node(of: $0).jsonText() }
    }

    // MARK: One type each

    private func rule(_ text: String, _ check: StringCheck) -> String {
        let length = text.unicodeScalars.count
        if let least = check.minLength, length < least { return "must have at least \(count(least, "character"))" }
        if let most = check.maxLength, length > most { return "must have at most \(count(most, "character"))" }
        if let pattern = check.pattern, self.pattern(pattern)?.matches(text) == false {
            return "must match the pattern `\(pattern)`"
        }
        return check.format.map { "must have the format `\($0.format.name)`" } ?? "does not fit its schema"
    }

    private func rule(_ number: NumberText, _ check: NumberCheck) -> String {
        let rules: [(words: String, bound: String?, NumberCheck)] = [
            ("must be at least", check.minimum, NumberCheck(minimum: check.minimum)),
            ("must be at most", check.maximum, NumberCheck(maximum: check.maximum)),
            ("must be greater than", check.exclusiveMinimum, NumberCheck(exclusiveMinimum: check.exclusiveMinimum)),
            ("must be less than", check.exclusiveMaximum, NumberCheck(exclusiveMaximum: check.exclusiveMaximum)),
            ("must be a multiple of", check.multipleOf, NumberCheck(multipleOf: check.multipleOf)),
        ]
        for (words, bound, check) in rules where !accepts(number, check) { return "\(words) \(bound ?? "")" }
        return "does not fit its schema"
    }

    private func reason(_ value: Node, _ check: ArrayCheck, depth: Int) -> Complaint {
        func fails(_ rule: String) -> Complaint { Complaint(location: value.location, rule: rule) }
        guard let elements = value.sequence else { return fails("must be an array") }
        if let least = check.minItems, elements.count < least {
            return fails("must have at least \(count(least, "item"))")
        }
        if let most = check.maxItems, elements.count > most { return fails("must have at most \(count(most, "item"))") }
        if check.uniqueItems, Set(elements).count < elements.count { return fails("must not contain an item twice") }
        for (index, element) in elements.enumerated() {
            let demanded = index < check.prefixItems.count ? check.prefixItems[index] : check.items
            guard accepts(element, demanded) else {
                return reason(element, demanded, depth: depth + 1).within("\(index)")
            }
        }
        return fails("does not satisfy `contains`")
    }

    private func reason(_ value: Node, _ check: MapCheck, depth: Int) -> Complaint {
        guard let mapping = value.mapping else { return Complaint(location: value.location, rule: "must be an object") }
        if let rule = rule(mapping.count, check.minProperties, check.maxProperties) {
            return Complaint(location: value.location, rule: rule)
        }
        for entry in mapping.entries where !accepts(entry.value, check.values) {
            return reason(entry.value, check.values, depth: depth + 1).within(entry.key)
        }
        return Complaint(location: value.location, rule: "has a key that `propertyNames` does not allow")
    }

    private func reason(_ value: Node, _ check: ObjectCheck, depth: Int) -> Complaint {
        func fails(_ rule: String) -> Complaint { Complaint(location: value.location, rule: rule) }
        guard let mapping = value.mapping else { return fails("must be an object") }
        if let rule = rule(mapping.count, check.minProperties, check.maxProperties) { return fails(rule) }
        if let missing = (check.present + check.members.filter(\.isRequired).map(\.key)).first(where: {
            mapping[$0] == nil
        }) {
            return fails("must have `\(missing)`")
        }
        for member in check.members {
            guard let value = mapping[member.key], !accepts(value, member.check) else { continue }
            return reason(value, member.check, depth: depth + 1).within(member.key)
        }
        for entry in mapping.entries {
            let matching = check.patterns.filter { pattern($0.pattern)?.matches(entry.key) ?? false }
            if let failing = matching.first(where: { !accepts(entry.value, $0.check) }) {
                return reason(entry.value, failing.check, depth: depth + 1).within(entry.key)
            }
            guard matching.isEmpty, !check.members.contains(where: { $0.key == entry.key }) else { continue }
            switch check.additional {
            case .allowed: continue
            case .forbidden:
                return Complaint(location: entry.keyLocation, rule: "must not have `\(entry.key)`")
            case .checked(let check) where !accepts(entry.value, check):
                return reason(entry.value, check, depth: depth + 1).within(entry.key)
            case .checked: continue
            }
        }
        return fails("has a key that `propertyNames` does not allow")
    }

    private func rule(_ count: Int, _ least: Int?, _ most: Int?) -> String? {
        if let least, count < least { return "must have at least \(self.count(least, "member"))" }
        if let most, count > most { return "must have at most \(self.count(most, "member"))" }
        return nil
    }

    private func count(_ number: Int, _ noun: String) -> String { number == 1 ? "1 \(noun)" : "\(number) \(noun)s" }
}
