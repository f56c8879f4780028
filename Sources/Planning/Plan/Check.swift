/// What a validator asserts of one JSON value: JSON Schema's assertions, resolved.
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
    case array(ArrayCheck)
    case map(MapCheck)
    case object(ObjectCheck)
    /// The validator of a declared structure: an object.
    case model(DeclarationID)
    /// The validator of a declared type that need not be an object.
    case declared(DeclarationID)
    case nullable(Check)
    case anyOf([Check])
    case oneOf([Check])
    case allOf([Check])
}

package struct StringCheck: Hashable, Sendable {
    package var minLength: Int?
    package var maxLength: Int?
    package var pattern: String?
    /// A case of ApusRuntime's `StringFormat`, asserted because the Swift type cannot hold other text.
    package var format: String?

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
}

package struct MapCheck: Hashable, Sendable {
    package var keys: Check?
    package var values: Check
    package var minProperties: Int?
    package var maxProperties: Int?
}

package struct ObjectCheck: Hashable, Sendable {
    package struct Member: Hashable, Sendable {
        package var key: String
        package var isRequired: Bool
        package var check: Check
    }

    package enum Additional: Hashable, Sendable {
        case allowed
        case forbidden
        case checked(Check)
    }

    package var members: [Member]
    package var additional: Additional
    package var minProperties: Int?
    package var maxProperties: Int?
}
