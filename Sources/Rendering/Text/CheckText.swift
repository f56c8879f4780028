import ApusPlanning

/// Checks as calls on the runtime's `Validator`: `$0.string(minLength: 1, maxLength: 200)`.
struct CheckText {
    let types: TypeText

    /// The statements that make a check, on the validator named `receiver`.
    ///
    /// - Parameter isInObject: whether it has entered the object that is checked.
    func statements(_ check: Check, receiver: String, isInObject: Bool = false) -> [Code] {
        if isInObject, case .object(let object) = check { return members(object, receiver: receiver) }
        if case .array(let array) = check { return arrayStatements(array, receiver: receiver) }
        guard case .allOf(let parts) = check else { return [expression(check, receiver: receiver)] }
        return parts.flatMap { statements($0, receiver: receiver, isInObject: isInObject) }
    }

    private func members(_ object: ObjectCheck, receiver: String) -> [Code] {
        var lines = object.members.map { member -> Code in
            let key = Escaping.stringLiteral(member.key)
            let call =
                switch member.demand {
                case .optional: "optional(\(key))"
                case .required: "required(\(key))"
                case .requiredOfRequests: "required(\(key), of: .requests)"
                case .requiredOfResponses: "required(\(key), of: .responses)"
                }
            return "\(receiver).\(call)\(trailing(member.check))"
        }
        if !object.present.isEmpty { lines.append("\(receiver).present(\(literals(object.present)))") }
        lines += object.patterns.map { member -> Code in
            let pattern = Escaping.patternLiteral(member.pattern)
            return "\(receiver).patternProperties(\(pattern)) \(closure(member.check))"
        }
        switch object.additional {
        case .allowed: break
        case .forbidden: lines.append("\(receiver).noAdditionalProperties()")
        case .checked(let check): lines.append("\(receiver).additionalProperties \(closure(check))")
        }
        if let names = object.names { lines.append("\(receiver).propertyNames \(closure(names))") }
        if object.minProperties != nil || object.maxProperties != nil {
            let bounds = arguments([("min", object.minProperties), ("max", object.maxProperties)])
            lines.append("\(receiver).propertyCount(\(bounds))")
        }
        return lines
    }

    /// ` { $0.string() }`, or nothing where every value is valid.
    private func trailing(_ check: Check, orElse absent: Code = .empty) -> Code {
        check == .any ? absent : " \(closure(check))"
    }

    func closure(_ check: Check) -> Code {
        .closure(statements(check, receiver: "$0"))
    }

    private func expression(_ check: Check, receiver: String) -> Code {
        switch check {
        case .any: return "\(receiver).any()"
        case .never: return "\(receiver).never()"
        case .boolean: return "\(receiver).boolean()"
        case .null: return "\(receiver).null()"
        case .string(let string): return "\(receiver).string(\(arguments(string)))"
        case .integer(let number): return "\(receiver).integer(\(arguments(number)))"
        case .number(let number): return "\(receiver).number(\(arguments(number)))"
        case .enumeration(let values): return "\(receiver).enumeration(\(literals(values)))"
        case .declaredEnumeration(let id): return "\(receiver).enumeration(\(types.name(of: id)).self)"
        case .literal(let id): return "\(receiver).literal(\(types.name(of: id)).self)"
        case .cases(let texts): return "\(receiver).cases(\(literals(texts)))"
        case .constants(let texts): return "\(receiver).constants(\(literals(texts)))"
        case .array, .allOf: return statements(check, receiver: receiver).joined(separator: "; ")
        case .map(let map): return mapExpression(map, receiver: receiver)
        case .object(let object):
            let body = members(object, receiver: "$0")
            if body.isEmpty { return "\(receiver).object()" }
            return "\(receiver).object \(.closure(body))"
        case .model(let id): return "\(receiver).model(\(types.name(of: id)).self)"
        case .declared(let id): return "\(receiver).value(\(types.name(of: id)).self)"
        case .schema(let name): return "\(receiver).value(\(types.qualified(name)).self)"
        case .nullable(let inner): return "\(receiver).nullable\(trailing(inner, orElse: "()"))"
        case .anyOf(let members): return "\(receiver).anyOf(\(.list(members.map(closure))))"
        case .tuple(let elements): return "\(receiver).tuple(\(.list(elements.map(closure))))"
        case .union(let members): return "\(receiver).anyOf(\(.list(members.map(pair))))"
        case .discriminated(let key, let members, let otherwise):
            var arguments: [Code] = ["by: \(Escaping.stringLiteral(key))"] + members.map(pair)
            if let otherwise { arguments.append("otherwise: \(closure(otherwise))") }
            return "\(receiver).discriminated(\(.list(arguments)))"
        case .oneOf(let members): return "\(receiver).oneOf(\(.list(members.map(closure))))"
        case .not(let excluded): return "\(receiver).not \(closure(excluded))"
        case .conditional(let condition): return conditional(condition, receiver: receiver)
        case .when(let type, let check):
            if let keys = check.presentKeys { return "\(receiver).present(\(literals(keys)))" }
            return "\(receiver).when(.\(type.rawValue)) \(closure(check))"
        case .dependent(let key, let check):
            return "\(receiver).dependentSchema(\(Escaping.stringLiteral(key))) \(closure(check))"
        case .dependentRequired(let key, let keys):
            return "\(receiver).dependentRequired(\(literals([key] + keys)))"
        case .evaluating(let check, let others):
            let body = (check == .any ? [] : statements(check, receiver: "$0")) + unevaluated(others)
            return "\(receiver).evaluating \(.closure(body))"
        case .dynamicReference(let name, let check):
            return call("\(receiver).dynamicReference", .text(Escaping.stringLiteral(name)), check, always: true)
        case .dynamicScope(let anchors, let check):
            let list = anchors.map { pair(NamedCheck(name: $0.name, check: $0.check)) }
            return "\(receiver).dynamicScope([\(.elements(list))]) \(closure(check))"
        }
    }

    /// `("int", { $0.integer() })`
    private func pair(_ member: NamedCheck) -> Code {
        "(\(Escaping.stringLiteral(member.name)), \(closure(member.check)))"
    }

    private func conditional(_ condition: Condition, receiver: String) -> Code {
        var arguments = [closure(condition.condition)]
        if condition.then != .any { arguments.append("then: \(closure(condition.then))") }
        if condition.otherwise != .any { arguments.append("else: \(closure(condition.otherwise))") }
        return "\(receiver).conditional(\(.list(arguments)))"
    }

    private func unevaluated(_ others: Unevaluated) -> [Code] {
        [("Properties", others.properties), ("Items", others.items)].compactMap { name, check in
            guard let check else { return nil }
            return check == .never ? "$0.noUnevaluated\(name)()" : "$0.unevaluated\(name) \(closure(check))"
        }
    }

    /// `$0.array(minItems: 1) { $0.string() }`, and what is asserted of single elements.
    private func arrayStatements(_ array: ArrayCheck, receiver: String) -> [Code] {
        let bounds = arguments([("minItems", array.minItems), ("maxItems", array.maxItems)])
        let unique = array.uniqueItems ? [bounds, "uniqueItems: true"] : [bounds]
        let arguments = Code.text(unique.filter { !$0.isEmpty }.joined(separator: ", "))
        let rest = array.items != .any || array.evaluatesItems ? array.items : nil
        var lines: [Code] = []
        if array.prefixItems.isEmpty, let rest, rest == .any {
            lines.append(call("\(receiver).array", arguments, rest, always: true))
        } else {
            lines.append(call("\(receiver).array", arguments, array.prefixItems.isEmpty ? array.items : .any))
        }
        if !array.prefixItems.isEmpty {
            lines.append("\(receiver).prefixItems(\(.list(array.prefixItems.map(closure))))")
            if let rest { lines.append("\(receiver).items(after: \(array.prefixItems.count)) \(closure(rest))") }
        }
        if let contains = array.contains {
            let bounds = self.arguments([("min", contains.minContains), ("max", contains.maxContains)])
            lines.append(call("\(receiver).contains", .text(bounds), contains.check, always: true))
        }
        return lines
    }

    private func mapExpression(_ map: MapCheck, receiver: String) -> Code {
        let always = map.evaluatesMembers || map.keys != nil
        var texts: [Code] = [
            .text(arguments([("minProperties", map.minProperties), ("maxProperties", map.maxProperties)]))
        ]
        if let keys = map.keys { texts.append("keys: \(closure(keys))") }
        return call("\(receiver).map", texts.filter { !$0.isEmpty }.joined(separator: ", "), map.values, always: always)
    }

    /// `$0.array(minItems: 1) { $0.string() }`
    private func call(_ name: String, _ arguments: Code, _ body: Check, always: Bool = false) -> Code {
        if body == .any, !always { return "\(name)(\(arguments))" }
        return arguments.isEmpty ? "\(name) \(closure(body))" : "\(name)(\(arguments)) \(closure(body))"
    }

    private func arguments(_ check: StringCheck) -> String {
        var texts = [arguments([("minLength", check.minLength), ("maxLength", check.maxLength)])]
        if let pattern = check.pattern { texts.append("pattern: " + Escaping.patternLiteral(pattern)) }
        if let format = check.format { texts.append("format: .\(format)") }
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
