import ApusPlanning

/// Checks as calls on the runtime's `Validator`: `$0.string(minLength: 1, maxLength: 200)`.
struct CheckText {
    let types: TypeText

    /// The statements of a validator's body, on the validator named `receiver`.
    func statements(_ check: Check, receiver: String) -> [String] {
        guard case .object(let object) = check else { return [expression(check, receiver: receiver)] }
        return members(object, receiver: receiver)
    }

    private func members(_ object: ObjectCheck, receiver: String) -> [String] {
        var lines = object.members.map { member in
            let call = member.isRequired ? "required" : "optional"
            return "\(receiver).\(call)(\(Escaping.stringLiteral(member.key)))" + trailing(member.check)
        }
        switch object.additional {
        case .allowed: break
        case .forbidden: lines.append("\(receiver).noAdditionalProperties()")
        case .checked(let check): lines.append("\(receiver).additionalProperties" + trailing(check, orElse: "()"))
        }
        if object.minProperties != nil || object.maxProperties != nil {
            let bounds = arguments([("min", object.minProperties), ("max", object.maxProperties)])
            lines.append("\(receiver).propertyCount(\(bounds))")
        }
        return lines
    }

    /// ` { $0.string() }`, or nothing where every value is valid.
    private func trailing(_ check: Check, orElse absent: String = "") -> String {
        check == .any ? absent : " " + closure(check)
    }

    private func closure(_ check: Check) -> String {
        Layout.closure(expression(check, receiver: "$0"))
    }

    private func expression(_ check: Check, receiver: String) -> String {
        switch check {
        case .any: return "\(receiver).any()"
        case .never: return "\(receiver).never()"
        case .boolean: return "\(receiver).boolean()"
        case .null: return "\(receiver).null()"
        case .string(let string): return "\(receiver).string(\(arguments(string)))"
        case .integer(let number): return "\(receiver).integer(\(arguments(number)))"
        case .number(let number): return "\(receiver).number(\(arguments(number)))"
        case .enumeration(let values):
            return "\(receiver).enumeration(\(Layout.list(values.map(Escaping.stringLiteral))))"
        case .declaredEnumeration(let id): return "\(receiver).enumeration(\(types.name(of: id)).self)"
        case .constants(let texts):
            return "\(receiver).constants(\(Layout.list(texts.map(Escaping.stringLiteral))))"
        case .array(let array):
            let bounds = arguments([("minItems", array.minItems), ("maxItems", array.maxItems)])
            let unique = array.uniqueItems ? [bounds, "uniqueItems: true"] : [bounds]
            return call("\(receiver).array", unique.filter { !$0.isEmpty }.joined(separator: ", "), array.items)
        case .map(let map): return mapExpression(map, receiver: receiver)
        case .object(let object):
            let body = members(object, receiver: "$0")
            if body.isEmpty { return "\(receiver).object()" }
            return "\(receiver).object " + Layout.closure(body.joined(separator: ";" + String(Layout.separator)))
        case .model(let id): return "\(receiver).model(\(types.name(of: id)).self)"
        case .declared(let id): return "\(receiver).value(\(types.name(of: id)).self)"
        case .nullable(let inner): return "\(receiver).nullable" + trailing(inner, orElse: "()")
        case .anyOf(let members): return "\(receiver).anyOf(\(Layout.list(members.map(closure))))"
        case .oneOf(let members): return "\(receiver).oneOf(\(Layout.list(members.map(closure))))"
        case .allOf(let members): return "\(receiver).allOf(\(Layout.list(members.map(closure))))"
        }
    }

    private func mapExpression(_ map: MapCheck, receiver: String) -> String {
        var texts = [arguments([("minProperties", map.minProperties), ("maxProperties", map.maxProperties)])]
        if let keys = map.keys { texts.append("keys: " + closure(keys)) }
        return call("\(receiver).map", texts.filter { !$0.isEmpty }.joined(separator: ", "), map.values)
    }

    /// `$0.array(minItems: 1) { $0.string() }`
    private func call(_ name: String, _ arguments: String, _ body: Check) -> String {
        if body == .any { return "\(name)(\(arguments))" }
        return arguments.isEmpty ? name + " " + closure(body) : "\(name)(\(arguments)) " + closure(body)
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

    private func arguments(_ bounds: [(String, Int?)]) -> String {
        bounds.compactMap { name, value in value.map { "\(name): \(Escaping.number(String($0)))" } }
            .joined(separator: ", ")
    }
}
