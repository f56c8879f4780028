import ApusJSON
import ApusYAML

/// The assertions about values of one type.
extension CheckInterpreter {
    func accepts(_ text: String, _ check: StringCheck) -> Bool {
        let length = text.unicodeScalars.count
        if let minimum = check.minLength, length < minimum { return false }
        if let maximum = check.maxLength, length > maximum { return false }
        if let pattern = check.pattern.flatMap(self.pattern), !pattern.matches(text) { return false }
        return check.format?.format.matches(text) ?? true
    }

    func accepts(_ number: NumberText, _ check: NumberCheck) -> Bool {
        guard number.isFinite else { return false }
        let bound = { (text: String?) in text.map { NumberText($0.filter { $0 != "\"" }) } }
        if let minimum = bound(check.minimum), number < minimum { return false }
        if let maximum = bound(check.maximum), number > maximum { return false }
        if let minimum = bound(check.exclusiveMinimum), number <= minimum { return false }
        if let maximum = bound(check.exclusiveMaximum), number >= maximum { return false }
        guard let divisor = bound(check.multipleOf) else { return true }
        return JSONNumber(text: number.text)?.isMultiple(of: divisor.text) ?? false
    }

    func accepts(_ value: Node, _ check: ArrayCheck, _ evaluated: inout Evaluated) -> Bool {
        guard let elements = value.sequence else { return false }
        if let minimum = check.minItems, elements.count < minimum { return false }
        if let maximum = check.maxItems, elements.count > maximum { return false }
        if check.uniqueItems, Set(elements).count < elements.count { return false }
        for (index, element) in elements.enumerated() {
            let isPrefix = index < check.prefixItems.count
            guard accepts(element, isPrefix ? check.prefixItems[index] : check.items) else { return false }
            if isPrefix || check.items != .any || check.evaluatesItems { evaluated.elements.insert(index) }
        }
        guard let contains = check.contains else { return true }
        let found = elements.indices.filter { accepts(elements[$0], contains.check) }
        evaluated.elements.formUnion(found)
        return found.count >= contains.minContains ?? 1 && found.count <= contains.maxContains ?? .max
    }

    func accepts(_ value: Node, _ check: MapCheck, _ evaluated: inout Evaluated) -> Bool {
        guard let mapping = value.mapping else { return false }
        if let minimum = check.minProperties, mapping.count < minimum { return false }
        if let maximum = check.maxProperties, mapping.count > maximum { return false }
        for entry in mapping.entries {
            if let keys = check.keys, !accepts(key(entry), keys) { return false }
            guard accepts(entry.value, check.values) else { return false }
            if check.values != .any || check.evaluatesMembers { evaluated.keys.insert(entry.key) }
        }
        return true
    }

    func accepts(_ value: Node, _ check: ObjectCheck, _ evaluated: inout Evaluated) -> Bool {
        guard let mapping = value.mapping else { return false }
        if let minimum = check.minProperties, mapping.count < minimum { return false }
        if let maximum = check.maxProperties, mapping.count > maximum { return false }
        guard check.present.allSatisfy({ mapping[$0] != nil }) else { return false }
        var known: Set<String> = []
        for member in check.members {
            known.insert(member.key)
            guard let value = mapping[member.key] else {
                if member.isRequired { return false }
                continue
            }
            guard accepts(value, member.check) else { return false }
        }
        for entry in mapping.entries {
            for member in check.patterns where pattern(member.pattern)?.matches(entry.key) ?? false {
                known.insert(entry.key)
                guard accepts(entry.value, member.check) else { return false }
            }
            if let names = check.names, !accepts(key(entry), names) { return false }
            guard !known.contains(entry.key) else { continue }
            switch check.additional {
            case .allowed: continue
            case .forbidden: return false
            case .checked(let check): guard accepts(entry.value, check) else { return false }
            }
            known.insert(entry.key)
        }
        evaluated.keys.formUnion(known.filter { mapping[$0] != nil })
        return true
    }

    private func key(_ entry: Mapping.Entry) -> Node { Node(.string(entry.key), at: entry.keyLocation) }
}
