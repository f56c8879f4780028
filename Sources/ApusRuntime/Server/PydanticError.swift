/// An entry of FastAPI's `detail`, in pydantic's words.
struct PydanticError: Sendable {
    var type: String
    var loc: [JSONPathComponent]
    var msg: String
    var context: (key: String, value: JSONValue)?

    /// Mostly one; pydantic names each member of a union that does not take the value.
    static func errors(for issue: ValidationIssue, at loc: [JSONPathComponent]) -> [PydanticError] {
        switch issue.kind {
        case .malformedJSON(let error):
            let loc = loc + [.index(error.offset)]
            let context = ("error", JSONValue.string(error.message))
            return [PydanticError(type: "json_invalid", loc: loc, msg: "JSON decode error", context: context)]
        case .anyOf(let branches), .oneOf(matches: 0, let branches):
            let prefix = Array(loc.dropLast(issue.path.count))
            return branches.flatMap { branch in
                branch.flatMap { member in
                    errors(for: member, at: prefix + member.path + (unionLabel(member, under: issue) ?? []))
                }
            }
        default:
            let (type, msg, context) = words(for: issue)
            return [PydanticError(type: type, loc: loc, msg: msg, context: context)]
        }
    }

    /// `["body", "size", "int"]`: pydantic ends the place in the name of the member.
    private static func unionLabel(_ member: ValidationIssue, under issue: ValidationIssue) -> [JSONPathComponent]? {
        guard member.path == issue.path, case .type(let types) = member.kind, let type = types.first else { return nil }
        switch type {
        case .string: return [.key("str")]
        case .integer: return [.key("int")]
        case .number: return [.key("float")]
        case .boolean: return [.key("bool")]
        case .null: return [.key("none")]
        case .array, .object: return nil
        }
    }

    private typealias Words = (type: String, msg: String, context: (key: String, value: JSONValue)?)

    /// The table: a kind of issue -> pydantic's type, message and context.
    private static func words(for issue: ValidationIssue) -> Words {
        switch issue.kind {
        case .missing, .dependentRequired: ("missing", "Field required", nil)
        case .additionalProperty, .unevaluatedProperty: ("extra_forbidden", "Extra inputs are not permitted", nil)
        case .model:
            ("model_attributes_type", "Input should be a valid dictionary or object to extract fields from", nil)
        case .type(let types): words(forType: types.first { $0 != .null } ?? .null)
        case .enumeration(let values): words(values.count == 1 ? "literal_error" : "enum", expecting: values)
        case .minLength(let limit):
            (
                "string_too_short", "String should have at least \(count(limit, "character"))",
                ("min_length", number(limit))
            )
        case .maxLength(let limit):
            (
                "string_too_long", "String should have at most \(count(limit, "character"))",
                ("max_length", number(limit))
            )
        case .pattern(let pattern):
            ("string_pattern_mismatch", "String should match pattern '\(pattern)'", ("pattern", .string(pattern)))
        case .format(let format): words(forFormat: format, issue)
        case .minimum(let limit): bound("greater_than_equal", "greater than or equal to", "ge", limit)
        case .exclusiveMinimum(let limit): bound("greater_than", "greater than", "gt", limit)
        case .maximum(let limit): bound("less_than_equal", "less than or equal to", "le", limit)
        case .exclusiveMaximum(let limit): bound("less_than", "less than", "lt", limit)
        case .multipleOf(let limit): bound("multiple_of", "a multiple of", "multiple_of", limit)
        case .minItems(let limit, let actual): size("List", limit, actual, isMinimum: true)
        case .maxItems(let limit, let actual): size("List", limit, actual, isMinimum: false)
        case .minProperties(let limit, let actual): size("Dictionary", limit, actual, isMinimum: true)
        case .maxProperties(let limit, let actual): size("Dictionary", limit, actual, isMinimum: false)
        case .integerParsing:
            ("int_parsing", "Input should be a valid integer, unable to parse string as an integer", nil)
        case .numberParsing:
            ("float_parsing", "Input should be a valid number, unable to parse string as a number", nil)
        case .booleanParsing: ("bool_parsing", "Input should be a valid boolean, unable to interpret input", nil)
        case .uniqueItems, .minContains, .maxContains, .unevaluatedItem, .propertyName, .oneOf, .not, .never, .anyOf,
            .malformedJSON, .unwritable:
            ("value_error", "Value error, \(issue.message)", nil)
        }
    }

    private static func words(forType type: JSONType) -> Words {
        switch type {
        case .string: ("string_type", "Input should be a valid string", nil)
        case .integer: ("int_type", "Input should be a valid integer", nil)
        case .number: ("float_type", "Input should be a valid number", nil)
        case .boolean: ("bool_type", "Input should be a valid boolean", nil)
        case .array: ("list_type", "Input should be a valid list", nil)
        case .null: ("none_required", "Input should be None", nil)
        case .object: ("dict_type", "Input should be a valid dictionary", nil)
        }
    }

    private static func words(forFormat format: String, _ issue: ValidationIssue) -> Words {
        switch format {
        case "date-time": ("datetime_parsing", "Input should be a valid datetime", nil)
        case "date": ("date_parsing", "Input should be a valid date", nil)
        case "time": ("time_parsing", "Input should be in a valid time format", nil)
        case "duration": ("time_delta_parsing", "Input should be a valid timedelta", nil)
        case "uuid": ("uuid_parsing", "Input should be a valid UUID", nil)
        case "uri": ("url_parsing", "Input should be a valid URL", nil)
        default: ("value_error", "Value error, \(issue.message)", nil)
        }
    }

    /// `Input should be 'a', 'b' or 'c'`
    private static func words(_ type: String, expecting values: [JSONValue]) -> Words {
        let names = values.map { value in
            if case .string(let text) = value { "'\(text)'" } else { (try? value.jsonText()) ?? "null" }
        }
        let expected =
            names.count < 2
            ? names.joined() : "\(names.dropLast().joined(separator: ", ")) or \(names[names.count - 1])"
        return (type, "Input should be \(expected)", ("expected", .string(expected)))
    }

    private static func bound(_ type: String, _ relation: String, _ key: String, _ limit: JSONNumber) -> Words {
        (type, "Input should be \(relation) \(limit.text)", (key, .number(limit)))
    }

    private static func size(_ what: String, _ limit: Int, _ actual: Int, isMinimum: Bool) -> Words {
        let msg =
            "\(what) should have at \(isMinimum ? "least" : "most") \(count(limit, "item")) after validation, not \(actual)"
        return isMinimum
            ? ("too_short", msg, ("min_length", number(limit))) : ("too_long", msg, ("max_length", number(limit)))
    }

    private static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    private static func number(_ value: Int) -> JSONValue { JSONValue(integerLiteral: value) }
}
