/// What a validator asserts about one JSON value: JSON Schema's assertions, resolved.
package indirect enum Check: Hashable, Sendable {
    /// Every value is valid.
    case any
    /// No value is valid.
    case never
    case string(StringCheck)
    case integer(NumberCheck)
    case number(NumberCheck)
    case boolean
    case null
    /// One of the listed strings.
    case enumeration([String])
    /// One of the values of a declared enumeration.
    case declaredEnumeration(DeclarationID)
    /// One of the listed JSON texts.
    case constants([String])
    /// One of the listed JSON texts; the list has a name in the document.
    case cases([String])
    /// One of the values of a declared enumeration without a name in the document.
    case literal(DeclarationID)
    case array(ArrayCheck)
    /// An array with exactly one element for each check.
    case tuple([Check])
    case map(MapCheck)
    case object(ObjectCheck)
    /// The validator of a declared structure: an object.
    case model(DeclarationID)
    /// The validator of a declared type that need not be an object.
    case declared(DeclarationID)
    /// The validator of a schema that has no declaration.
    case schema(String)
    case nullable(Check)
    case anyOf([Check])
    /// Like `anyOf`, each with the name that FastAPI's responses use for it.
    case union([NamedCheck])
    /// The check whose name is the value of a member; if there is none, `otherwise`.
    case discriminated(key: String, [NamedCheck], otherwise: Check? = nil)
    case oneOf([Check])
    case allOf([Check])
    case not(Check)
    case conditional(Condition)
    /// A check that applies only to values of one type.
    case when(ValueType, Check)
    /// A check that applies to objects with a member.
    case dependent(key: String, Check)
    /// Members that are required if another one is present.
    case dependentRequired(key: String, [String])
    /// A check, followed by a check of what the first one has not evaluated.
    case evaluating(Check, Unevaluated)
    /// The check that the outermost schema resource has for a name, or else this one.
    case dynamicReference(String, Check)
    /// A check within a schema resource, with the dynamic anchors of the resource.
    case dynamicScope([DynamicAnchor], Check)
}

package struct NamedCheck: Hashable, Sendable {
    package var name: String
    package var check: Check

    package init(name: String, check: Check) {
        self.name = name
        self.check = check
    }
}

/// The types with keywords of their own.
package enum ValueType: String, Hashable, Sendable, CaseIterable {
    case number, string, array, object
}

/// `if`, `then` and `else`.
package struct Condition: Hashable, Sendable {
    package var condition: Check
    package var then: Check
    package var otherwise: Check
}

/// `unevaluatedProperties` and `unevaluatedItems`.
package struct Unevaluated: Hashable, Sendable {
    package var properties: Check?
    package var items: Check?
}

/// `$dynamicAnchor`
package struct DynamicAnchor: Hashable, Sendable {
    package var name: String
    package var check: Check
}

/// A schema's validator that does not belong to a declaration: `TreeValidator`.
package struct SchemaValidator: Hashable, Sendable {
    package var name: String
    package var check: Check

    package init(name: String, check: Check) {
        self.name = name
        self.check = check
    }
}

package struct StringCheck: Hashable, Sendable {
    package var minLength: Int?
    package var maxLength: Int?
    package var pattern: String?
    /// Asserted because the Swift type cannot represent other strings, or because the options demand it.
    package var format: FormatCheck?

    package var isTypeOnly: Bool {
        self == StringCheck()
    }
}

package struct NumberCheck: Hashable, Sendable {
    package var minimum: String?
    package var maximum: String?
    package var exclusiveMinimum: String?
    package var exclusiveMaximum: String?
    package var multipleOf: String?
}

package struct ArrayCheck: Hashable, Sendable {
    package var items: Check
    package var minItems: Int?
    package var maxItems: Int?
    package var uniqueItems: Bool
    /// The checks of the first elements; `items` applies to the others.
    package var prefixItems: [Check] = []
    package var contains: ContainsCheck?
    /// Whether elements count as evaluated although `items` allows all.
    package var evaluatesItems = false
}

package struct ContainsCheck: Hashable, Sendable {
    package var check: Check
    package var minContains: Int?
    package var maxContains: Int?
}

/// An object in which no member is named. Whatever else is asserted about an object needs an `ObjectCheck`.
package struct MapCheck: Hashable, Sendable {
    package var keys: Check?
    package var values: Check
    package var minProperties: Int?
    package var maxProperties: Int?
    /// Whether members count as evaluated although `values` allows all.
    package var evaluatesMembers = false
}

package struct ObjectCheck: Hashable, Sendable {
    package struct Member: Hashable, Sendable {
        package var key: String
        package var demand: Demand
        package var check: Check

        /// Whether the member is required in requests.
        package var isRequired: Bool { demand == .required || demand == .requiredOfRequests }
    }

    /// Where a member is required: a read-only one only in responses, a write-only one only in requests.
    package enum Demand: Hashable, Sendable {
        case optional, required, requiredOfRequests, requiredOfResponses
    }

    package struct Pattern: Hashable, Sendable {
        package var pattern: String
        package var check: Check
    }

    package enum Additional: Hashable, Sendable {
        case allowed
        case forbidden
        case checked(Check)
    }

    package var members: [Member] = []
    /// Required members that no property describes.
    package var present: [String] = []
    package var patterns: [Pattern] = []
    package var additional = Additional.allowed
    package var names: Check?
    /// Whether it matters which members have been evaluated.
    package var isEvaluated = false
    package var minProperties: Int?
    package var maxProperties: Int?
}

extension MapCheck {
    /// The same check in the simpler form; `nil` if a map cannot express it.
    init?(of object: ObjectCheck) {
        let expressible = ObjectCheck(
            additional: object.additional, names: object.names, minProperties: object.minProperties,
            maxProperties: object.maxProperties
        )
        guard object == expressible else { return nil }
        switch object.additional {
        case .forbidden: return nil
        // If only keys are checked, they are checked as those of an object without assertions about its members.
        case .allowed where object.names != nil: return nil
        case .allowed: values = .any
        case .checked(let check): values = check
        }
        keys = object.names
        minProperties = object.minProperties
        maxProperties = object.maxProperties
        evaluatesMembers = object.additional == .checked(.any)
    }
}

extension Check {
    /// A check that all of several checks pass.
    static func all(_ checks: [Check]) -> Check {
        let parts = checks.flatMap { check -> [Check] in
            if case .allOf(let parts) = check { parts } else { [check] }
        }
        .filter { $0 != .any }
        if parts.isEmpty { return Check.any }
        return parts.count == 1 ? parts[0] : .allOf(parts)
    }

    /// The check of a value that is known to be of a type.
    func of(_ type: ValueType) -> Check {
        if case .when(let condition, let check) = self { return condition == type ? check : .any }
        if case .allOf(let parts) = self { return .all(parts.map { $0.of(type) }) }
        return self
    }

    /// The check of a value that is known to be an object, in which members are looked up.
    var ofObject: Check {
        let check = of(.object)
        if case .map(let map) = check, map == MapCheck(keys: nil, values: .any) { return .object(ObjectCheck()) }
        return check == .any ? .object(ObjectCheck()) : check
    }
}
