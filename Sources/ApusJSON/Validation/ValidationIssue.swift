/// One thing that is wrong with a value.
public struct ValidationIssue: Hashable, Sendable {
    /// The rule that is broken.
    public let kind: Kind

    /// The path from the validated value, the root of the document, to the invalid value; for a member that is missing or not
    /// allowed, to that member.
    public var path: [JSONPathComponent]

    /// Where the value begins, in bytes from the start of the document; `nil` if it is not in a document.
    public let offset: Int?

    private let customMessage: String?

    /// What a server's response may say in addition to the kind; recorded only by a validator that was asked to.
    package var note: IssueNote?

    /// `message` is for people; `nil` means the message of `kind`.
    public init(_ kind: Kind, path: [JSONPathComponent], offset: Int? = nil, message: String? = nil) {
        self.kind = kind
        self.path = path
        self.offset = offset
        customMessage = message
    }

    /// What is wrong, for people: `must have at least 1 character`.
    public var message: String { customMessage ?? kind.message }
}

extension ValidationIssue: CustomStringConvertible {
    public var description: String { path.isEmpty ? message : "\(path.jsonPath): \(message)" }
}

/// The types of JSON Schema.
public enum JSONType: String, Hashable, Sendable, CaseIterable {
    /// `null`
    case null
    /// `true` or `false`
    case boolean
    /// A number without a fraction: `1`, `1.0`, `1e2`.
    case integer
    /// Any number.
    case number
    /// Text.
    case string
    /// A sequence of values.
    case array
    /// Values by key.
    case object
}

extension ValidationIssue {
    /// The rule that a value violates, with the rule's limit.
    public indirect enum Kind: Hashable, Sendable {
        // Any value.
        /// The value is of none of these types.
        case type([JSONType])
        /// A value that is not an object, where the schema names the members of an object.
        case model
        /// The values that are allowed.
        case enumeration([JSONValue])
        /// No value is allowed here.
        case never

        // Objects.
        /// A required member is missing.
        case missing
        /// A member that the schema does not allow.
        case additionalProperty
        /// A member that nothing in the schema evaluates.
        case unevaluatedProperty
        /// A missing member that is required because another one, with this key, is present.
        case dependentRequired(String)
        /// The key of a member; the path leads to the member.
        case propertyName(Kind)
        /// Too few members.
        case minProperties(Int, actual: Int)
        /// Too many members.
        case maxProperties(Int, actual: Int)

        // Arrays.
        /// Too few elements.
        case minItems(Int, actual: Int)
        /// Too many elements.
        case maxItems(Int, actual: Int)
        /// The positions of two elements that are equal.
        case uniqueItems(Int, Int)
        /// The number of elements that must match `contains`.
        case minContains(Int, actual: Int)
        case maxContains(Int, actual: Int)
        /// An element that nothing in the schema evaluates.
        case unevaluatedItem

        // Strings. Lengths are in code points.
        /// Too short.
        case minLength(Int)
        /// Too long.
        case maxLength(Int)
        /// Does not match the regular expression, which is given as in the document.
        case pattern(String)
        /// The name of the format in the document: `date-time`.
        case format(String)

        // Numbers.
        /// Less than the limit.
        case minimum(JSONNumber)
        /// Not greater than the limit.
        case exclusiveMinimum(JSONNumber)
        /// Greater than the limit.
        case maximum(JSONNumber)
        /// Not less than the limit.
        case exclusiveMaximum(JSONNumber)
        /// Not a multiple of the number.
        case multipleOf(JSONNumber)

        // Combinations.
        /// The issues that each of the alternatives finds.
        case anyOf([[ValidationIssue]])
        /// The number of alternatives that match, and the issues that each finds if none does.
        case oneOf(matches: Int, [[ValidationIssue]])
        /// A value that the schema under `not` allows.
        case not

        // Text that is not JSON yet: parameters, forms, bodies.
        /// The text is not an integer.
        case integerParsing
        /// The text is not a number.
        case numberParsing
        /// The text is neither `true` nor `false`.
        case booleanParsing
        /// A query parameter with one value occurs more than once.
        case repeated
        /// The body is not JSON.
        case malformedJSON(JSONSyntaxError)

        /// A Swift value that JSON cannot represent, with the reason.
        case unwritable(String)
    }
}

extension ValidationIssue.Kind {
    /// The rule's name without its limit, for machines: `minLength`.
    public var name: String { Mirror(reflecting: self).children.first?.label ?? "\(self)" }

    var message: String {
        switch self {
        case .type(let types): "must be \(Self.list(types.map(\.withArticle)))"
        case .model: "must be an object"
        case .enumeration(let values): "must be \(Self.list(values.map(\.description)))"
        case .never: "no value is allowed here"
        case .missing: "required, but missing"
        case .additionalProperty, .unevaluatedProperty, .unevaluatedItem: "not allowed here"
        case .dependentRequired(let key): "required together with \"\(key)\", but missing"
        case .propertyName(let kind): "the key \(kind.message)"
        case .minProperties(let limit, _): "must have at least \(Self.count(limit, "member", "members"))"
        case .maxProperties(let limit, _): "must have at most \(Self.count(limit, "member", "members"))"
        case .minItems(let limit, _): "must have at least \(Self.count(limit, "element", "elements"))"
        case .maxItems(let limit, _): "must have at most \(Self.count(limit, "element", "elements"))"
        case .minContains(let limit, let actual):
            "must have at least \(Self.count(limit, "element", "elements")) of a certain kind, has \(actual)"
        case .maxContains(let limit, let actual):
            "must have at most \(Self.count(limit, "element", "elements")) of a certain kind, has \(actual)"
        case .uniqueItems(let first, let second): "elements \(first) and \(second) must not be equal"
        case .minLength(let limit): "must have at least \(Self.count(limit, "character", "characters"))"
        case .maxLength(let limit): "must have at most \(Self.count(limit, "character", "characters"))"
        case .pattern(let pattern): "must match \(pattern)"
        case .format(let format): "must be of format \(format)"
        case .minimum(let limit): "must be at least \(limit)"
        case .exclusiveMinimum(let limit): "must be greater than \(limit)"
        case .maximum(let limit): "must be at most \(limit)"
        case .exclusiveMaximum(let limit): "must be less than \(limit)"
        case .multipleOf(let divisor): "must be a multiple of \(divisor)"
        case .anyOf: "matches none of the alternatives"
        case .oneOf(let matches, _): "must match exactly one of the alternatives, but matches \(matches)"
        case .not: "is a value that is not allowed"
        case .integerParsing: "must be an integer"
        case .numberParsing: "must be a number"
        case .booleanParsing: "must be true or false"
        case .repeated: "must occur only once"
        case .malformedJSON(let error): error.description
        case .unwritable(let reason): reason
        }
    }

    /// `a`, `a or b`, `a, b or c`
    private static func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return "\(items.dropLast().joined(separator: ", ")) or \(last)"
    }

    private static func count(_ count: Int, _ one: String, _ many: String) -> String {
        "\(count) \(count == 1 ? one : many)"
    }
}

extension JSONType {
    fileprivate var withArticle: String {
        switch self {
        case .null: "null"
        case .integer, .array, .object: "an \(rawValue)"
        case .boolean, .number, .string: "a \(rawValue)"
        }
    }
}
