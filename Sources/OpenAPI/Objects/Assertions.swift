import ApusYAML

/// The assertions of a schema about numbers.
package struct NumberAssertions: Sendable {
    package let minimum: NumberText?
    package let maximum: NumberText?
    package let exclusiveMinimum: NumberText?
    package let exclusiveMaximum: NumberText?
    package let multipleOf: NumberText?

    init(from object: inout ObjectReader) {
        minimum = object.value("minimum")
        maximum = object.value("maximum")
        multipleOf = object.value("multipleOf")
        exclusiveMinimum = object.value("exclusiveMinimum")
        exclusiveMaximum = object.value("exclusiveMaximum")
    }

    package var isEmpty: Bool {
        minimum == nil && maximum == nil && exclusiveMinimum == nil && exclusiveMaximum == nil && multipleOf == nil
    }
}

/// The assertions of a schema about strings.
package struct StringAssertions: Sendable {
    package let minLength: Int?
    package let maxLength: Int?
    package let pattern: Located<String>?

    init(from object: inout ObjectReader) {
        minLength = object.value("minLength")
        maxLength = object.value("maxLength")
        pattern = object.pattern()
    }

    package var isEmpty: Bool { minLength == nil && maxLength == nil && pattern == nil }
}

/// The assertions of a schema about arrays, apart from the schemas of their elements.
package struct ArrayAssertions: Sendable {
    package let minItems: Int?
    package let maxItems: Int?
    package let uniqueItems: Bool

    init(from object: inout ObjectReader) {
        minItems = object.value("minItems")
        maxItems = object.value("maxItems")
        uniqueItems = object.flag("uniqueItems")
    }
}

/// The assertions of a schema about objects, apart from the schemas of their members.
package struct ObjectAssertions: Sendable {
    package let minProperties: Int?
    package let maxProperties: Int?

    init(from object: inout ObjectReader) {
        minProperties = object.value("minProperties")
        maxProperties = object.value("maxProperties")
    }
}

/// A keyword that bounds values. The ones whose larger values are stricter come first.
package enum Bound: String, CaseIterable, Sendable {
    case minimum, exclusiveMinimum, minLength, minItems, minContains, minProperties
    case maximum, exclusiveMaximum, maxLength, maxItems, maxContains, maxProperties

    package var isLower: Bool {
        switch self {
        case .minimum, .exclusiveMinimum, .minLength, .minItems, .minContains, .minProperties: true
        case .maximum, .exclusiveMaximum, .maxLength, .maxItems, .maxContains, .maxProperties: false
        }
    }

    fileprivate func value(in schema: Schema) -> NumberText? {
        switch self {
        case .minimum: schema.numbers.minimum
        case .exclusiveMinimum: schema.numbers.exclusiveMinimum
        case .maximum: schema.numbers.maximum
        case .exclusiveMaximum: schema.numbers.exclusiveMaximum
        case .minLength: schema.strings.minLength.map { NumberText($0) }
        case .maxLength: schema.strings.maxLength.map { NumberText($0) }
        case .minItems: schema.arrays.minItems.map { NumberText($0) }
        case .maxItems: schema.arrays.maxItems.map { NumberText($0) }
        // "Omitting this keyword has the same behavior as a value of 1."
        case .minContains: schema.contains.map { _ in NumberText(schema.minContains ?? 1) }
        case .maxContains: schema.maxContains.map { NumberText($0) }
        case .minProperties: schema.objects.minProperties.map { NumberText($0) }
        case .maxProperties: schema.objects.maxProperties.map { NumberText($0) }
        }
    }
}

extension Schema {
    /// The only values that the schema allows: `const`, or else `enum`.
    package var listedValues: [Node]? { constant.map { [$0] } ?? enumeration }

    /// The only value that the schema allows: `const`, or an `enum` with one value.
    package var onlyValue: Node? {
        guard let values = listedValues, values.count == 1 else { return nil }
        return values[0]
    }

    /// All bounds, keyed by their keywords.
    package var bounds: [Bound: NumberText] {
        var bounds: [Bound: NumberText] = [:]
        for bound in Bound.allCases {
            if let value = bound.value(in: self) { bounds[bound] = value }
        }
        return bounds
    }
}
