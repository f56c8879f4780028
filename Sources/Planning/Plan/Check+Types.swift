extension Check {
    /// Whether a well-formed value of the Swift type may violate the check, and the type has no validator that reports it: a client
    /// makes this check along with the parameter or body.
    package func exceeds(_ type: TypeReference) -> Bool {
        switch self {
        case .any, .boolean, .null, .model, .declared: return false
        case .string(let string):
            var rest = string
            if type.unwrapped != .builtin(.string) { rest.format = nil }
            return !rest.isTypeOnly
        case .integer(let number), .number(let number): return number != NumberCheck()
        case .array(let array):
            guard case .array(let element) = type.unwrapped else { return true }
            return array != ArrayCheck(items: array.items, uniqueItems: false) || array.items.exceeds(element)
        case .map(let map):
            guard case .dictionary(let value, _) = type.unwrapped else { return true }
            return map != MapCheck(keys: nil, values: map.values) || map.values.exceeds(value)
        case .nullable(let check): return check.exceeds(type)
        case .anyOf(let checks): return checks.contains { $0.exceeds(type) }
        case .union(let members): return members.contains { $0.check.exceeds(type) }
        case .discriminated(_, let members, let otherwise):
            return members.contains { $0.check.exceeds(type) } || otherwise?.exceeds(type) ?? false
        case .never, .enumeration, .declaredEnumeration, .constants, .cases, .literal, .tuple, .object, .schema, .oneOf,
            .allOf, .not, .conditional, .when, .dependent, .dependentRequired, .evaluating, .dynamicReference,
            .dynamicScope:
            return true
        }
    }
}
