import ApusPlanning

/// Checks as calls on the runtime's `Validator`: `$0.string(minLength: 1, maxLength: 200)`.
struct CheckText {
    let types: TypeText

    private func members(_ object: ObjectCheck) -> [Code] {
        var lines = object.members.map { member -> Code in
            let key = Escaping.stringLiteral(member.key)
            let call =
                switch member.demand {
                case .optional: "optional(\(key))"
                case .required: "required(\(key))"
                case .requiredOfRequests: "required(\(key), of: .requests)"
                case .requiredOfResponses: "required(\(key), of: .responses)"
                }
            return "\(call)\(trailing(member.check))"
        }
        if !object.present.isEmpty { lines.append("present(\(literals(object.present)))") }
        lines += object.patterns.map { member -> Code in
            let pattern = Escaping.patternLiteral(member.pattern)
            return "patternProperties(\(pattern)) \(closure(member.check))"
        }
        switch object.additional {
        case .allowed: break
        case .forbidden: lines.append("noAdditionalProperties()")
        case .checked(let check): lines.append("additionalProperties \(closure(check))")
        }
        if let names = object.names { lines.append("propertyNames \(closure(names))") }
        if object.minProperties != nil || object.maxProperties != nil {
            let bounds = arguments([("min", object.minProperties), ("max", object.maxProperties)])
            lines.append("propertyCount(\(bounds))")
        }
        return lines
    }

    /// ` { $0.string() }`, or nothing if every value is valid.
    private func trailing(_ check: Check, orElse absent: Code = .empty) -> Code {
        check == .any ? absent : " \(closure(check))"
    }

    func closure(_ check: Check) -> Code { closure(calls(check)) }

    /// `{ $0.string(maxLength: 3) }`
    private func closure(_ calls: [Code]) -> Code { .closure(calls.map { "$0.\($0)" }) }

    /// The functions of a validator that perform a check, with their arguments: `string(maxLength: 3)`
    ///
    /// - Parameter isInObject: Whether the validator has entered the object that is checked.
    func calls(_ check: Check, isInObject: Bool = false) -> [Code] {
        switch check {
        case .object(let object) where isInObject: return members(object)
        case .allOf(let parts): return parts.flatMap { calls($0, isInObject: isInObject) }
        case .array(let array): return arrayCalls(array)
        case .any: return ["any()"]
        case .never: return ["never()"]
        case .boolean: return ["boolean()"]
        case .null: return ["null()"]
        case .string(let string): return ["string(\(arguments(string)))"]
        case .integer(let number): return ["integer(\(arguments(number)))"]
        case .number(let number): return ["number(\(arguments(number)))"]
        case .enumeration(let values): return ["enumeration(\(literals(values)))"]
        case .declaredEnumeration(let id): return ["enumeration(\(types.name(of: id)).self)"]
        case .literal(let id): return ["literal(\(types.name(of: id)).self)"]
        case .cases(let texts): return ["cases(\(literals(texts)))"]
        case .constants(let texts): return ["constants(\(literals(texts)))"]
        case .map(let map): return [mapCall(map)]
        case .object(let object):
            let body = members(object)
            if body.isEmpty { return ["object()"] }
            return ["object \(closure(body))"]
        case .model(let id): return ["model(\(types.name(of: id)).self)"]
        case .declared(let id): return ["value(\(types.name(of: id)).self)"]
        case .schema(let name): return ["value(\(types.qualified(name)).self)"]
        case .nullable(let inner): return ["nullable\(trailing(inner, orElse: "()"))"]
        case .anyOf(let members): return ["anyOf(\(.list(members.map(closure))))"]
        case .tuple(let elements): return ["tuple(\(.list(elements.map(closure))))"]
        case .union(let members): return ["anyOf(\(.list(members.map(pair))))"]
        case .discriminated(let key, let members, let otherwise):
            var arguments: [Code] = ["by: \(Escaping.stringLiteral(key))"] + members.map(pair)
            if let otherwise { arguments.append("otherwise: \(closure(otherwise))") }
            return ["discriminated(\(.list(arguments)))"]
        case .oneOf(let members): return ["oneOf(\(.list(members.map(closure))))"]
        case .not(let excluded): return ["not \(closure(excluded))"]
        case .conditional(let condition): return [conditional(condition)]
        case .when(let type, let check):
            if let keys = check.presentKeys { return ["present(\(literals(keys)))"] }
            return ["when(.\(type.rawValue)) \(closure(check))"]
        case .dependent(let key, let check):
            return ["dependentSchema(\(Escaping.stringLiteral(key))) \(closure(check))"]
        case .dependentRequired(let key, let keys):
            return ["dependentRequired(\(literals([key] + keys)))"]
        case .evaluating(let check, let others):
            let body = (check == .any ? [] : calls(check)) + unevaluated(others)
            return ["evaluating \(closure(body))"]
        case .dynamicReference(let name, let check):
            return [call("dynamicReference", .text(Escaping.stringLiteral(name)), check, always: true)]
        case .dynamicScope(let anchors, let check):
            let list = anchors.map { pair(NamedCheck(name: $0.name, check: $0.check)) }
            return ["dynamicScope([\(.elements(list))]) \(closure(check))"]
        }
    }

    /// `("int", { $0.integer() })`
    private func pair(_ member: NamedCheck) -> Code {
        "(\(Escaping.stringLiteral(member.name)), \(closure(member.check)))"
    }

    private func conditional(_ condition: Condition) -> Code {
        var arguments = [closure(condition.condition)]
        if condition.then != .any { arguments.append("then: \(closure(condition.then))") }
        if condition.otherwise != .any { arguments.append("else: \(closure(condition.otherwise))") }
        return "conditional(\(.list(arguments)))"
    }

    private func unevaluated(_ others: Unevaluated) -> [Code] {
        [("Properties", others.properties), ("Items", others.items)].compactMap { name, check in
            guard let check else { return nil }
            return check == .never ? "noUnevaluated\(name)()" : "unevaluated\(name) \(closure(check))"
        }
    }

    /// `$0.array(minItems: 1) { $0.string() }`, and the assertions about single elements.
    private func arrayCalls(_ array: ArrayCheck) -> [Code] {
        let bounds = arguments([("minItems", array.minItems), ("maxItems", array.maxItems)])
        let unique = array.uniqueItems ? [bounds, "uniqueItems: true"] : [bounds]
        let arguments = Code.text(unique.filter { !$0.isEmpty }.joined(separator: ", "))
        let rest = array.items != .any || array.evaluatesItems ? array.items : nil
        var lines: [Code] = []
        if array.prefixItems.isEmpty, let rest, rest == .any {
            lines.append(call("array", arguments, rest, always: true))
        } else {
            lines.append(call("array", arguments, array.prefixItems.isEmpty ? array.items : .any))
        }
        if !array.prefixItems.isEmpty {
            lines.append("prefixItems(\(.list(array.prefixItems.map(closure))))")
            if let rest { lines.append("items(after: \(array.prefixItems.count)) \(closure(rest))") }
        }
        if let contains = array.contains {
            let bounds = self.arguments([("min", contains.minContains), ("max", contains.maxContains)])
            lines.append(call("contains", .text(bounds), contains.check, always: true))
        }
        return lines
    }

    private func mapCall(_ map: MapCheck) -> Code {
        let always = map.evaluatesMembers || map.keys != nil
        var texts: [Code] = [
            .text(arguments([("minProperties", map.minProperties), ("maxProperties", map.maxProperties)]))
        ]
        if let keys = map.keys { texts.append("keys: \(closure(keys))") }
        return call("map", texts.filter { !$0.isEmpty }.joined(separator: ", "), map.values, always: always)
    }

    /// `$0.array(minItems: 1) { $0.string() }`
    private func call(_ name: String, _ arguments: Code, _ body: Check, always: Bool = false) -> Code {
        if body == .any, !always { return "\(name)(\(arguments))" }
        return arguments.isEmpty ? "\(name) \(closure(body))" : "\(name)(\(arguments)) \(closure(body))"
    }

    private func arguments(_ check: StringCheck) -> String {
        var texts = [arguments([("minLength", check.minLength), ("maxLength", check.maxLength)])]
        if let pattern = check.pattern { texts.append("pattern: " + Escaping.patternLiteral(pattern)) }
        if let format = check.format { texts.append("format: .\(format.rawValue)") }
        return texts.filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private func arguments(_ check: NumberCheck) -> String {
        let bounds: [(String, String?)] = [
            ("minimum", check.minimum), ("exclusiveMinimum", check.exclusiveMinimum), ("maximum", check.maximum),
            ("exclusiveMaximum", check.exclusiveMaximum), ("multipleOf", check.multipleOf),
        ]
        return bounds.compactMap { name, value in value.map { "\(name): \(Escaping.number($0))" } }
            .joined(separator: ", ")
    }

    private func literals(_ texts: [String]) -> Code { .list(of: texts.map(Escaping.stringLiteral)) }

    private func arguments(_ bounds: [(String, Int?)]) -> String {
        bounds.compactMap { name, value in value.map { "\(name): \(Escaping.number(String($0)))" } }
            .joined(separator: ", ")
    }
}
