extension Check {
    /// The checks that this one is made of.
    var parts: [Check] {
        switch self {
        case .any, .never, .string, .integer, .number, .boolean, .null, .enumeration, .declaredEnumeration, .constants,
            .cases, .literal, .model, .declared, .schema, .dependentRequired:
            []
        case .array(let array): [array.items] + array.prefixItems + [array.contains?.check].compactMap { $0 }
        case .map(let map): [map.keys, map.values].compactMap { $0 }
        case .object(let object): object.parts
        case .nullable(let check), .not(let check), .when(_, let check), .dependent(_, let check),
            .dynamicReference(_, let check):
            [check]
        case .anyOf(let checks), .oneOf(let checks), .allOf(let checks), .tuple(let checks): checks
        case .union(let members): members.map(\.check)
        case .discriminated(_, let members, let otherwise): members.map(\.check) + [otherwise].compactMap { $0 }
        case .conditional(let condition): [condition.condition, condition.then, condition.otherwise]
        case .evaluating(let check, let others): [check] + [others.properties, others.items].compactMap { $0 }
        case .dynamicScope(let anchors, let check): anchors.map(\.check) + [check]
        }
    }

    /// The declarations whose validators are called.
    var declared: [DeclarationID] {
        if case .model(let id) = self { return [id] }
        if case .declared(let id) = self { return [id] }
        return parts.flatMap(\.declared)
    }
}

extension ObjectCheck {
    fileprivate var parts: [Check] {
        var parts = members.map(\.check) + patterns.map(\.check)
        if case .checked(let check) = additional { parts.append(check) }
        if let names { parts.append(names) }
        return parts
    }
}

extension Check {
    /// The required keys; `nil` if anything else is asserted.
    package var presentKeys: [String]? {
        guard case .object(let object) = self, !object.isEvaluated || object.members.isEmpty else { return nil }
        let required = object.members.filter { $0.demand == .required && $0.check == .any }.map(\.key)
        let rest = ObjectCheck(members: object.members, present: object.present, isEvaluated: object.isEvaluated)
        return required.count == object.members.count && object == rest ? required + object.present : nil
    }
}
