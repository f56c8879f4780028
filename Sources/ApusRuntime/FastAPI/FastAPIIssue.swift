/// An entry of FastAPI's `detail`, in pydantic's words.
struct FastAPIIssue: Sendable {
    var loc: [JSONPathComponent]
    var words: IssueWording
    private var issue: ValidationIssue
    private var depth: Int
    private var value: RequestValue?

    /// Usually one error; pydantic reports one for each member of a union that does not accept the value.
    static func issues(for issue: LocatedIssue) -> [FastAPIIssue] {
        issues(for: issue.issue, in: issue)
    }

    private static func issues(for issue: ValidationIssue, in located: LocatedIssue) -> [FastAPIIssue] {
        let depth = located.depth
        switch issue.kind {
        case .malformedJSON(let error):
            let words = IssueWording(
                "json_invalid", "JSON decode error", ["error": .string(PythonJSON.message(of: error))])
            let position: [JSONPathComponent] = issue.path.count > depth ? [] : [.index(error.offset)]
            return [FastAPIIssue(issue, in: located, at: issue.path + position, words)]
        case .anyOf(let branches), .oneOf(matches: 0, let branches):
            let name = Array(issue.path.prefix(depth))
            return branches.flatMap { branch in
                IssueSelection.select(branch).flatMap { member in
                    var member = member
                    member.path = name + member.path
                    return issues(for: member, in: located)
                }
            }
        default:
            let words =
                issue.note?.detail.flatMap { noted($0, of: issue.kind) } ?? words(for: issue.kind, issue.message)
            return [FastAPIIssue(issue, in: located, at: labelled(issue, skipping: depth), words)]
        }
    }

    private init(
        _ issue: ValidationIssue, in located: LocatedIssue, at path: [JSONPathComponent], _ words: IssueWording
    ) {
        loc = [.key(located.location.rawValue)] + path
        self.words = words
        self.issue = issue
        depth = located.depth
        value = located.value
    }

    /// The invalid value or, for a missing member, the value that lacks it; `nil` if that is unknown or longer than `limit`.
    func input(hiding secrets: Set<String>, limit: Int) -> JSONValue? {
        switch issue.kind {
        case .malformedJSON: return .object([:])
        case .propertyName:
            guard case .key(let key) = issue.path.last else { return nil }
            return isSecret(issue.path.dropLast(), secrets) ? .hidden : .string(key)
        default: break
        }
        var path = issue.path.dropFirst(depth)
        var place = issue.path[...]
        if words == .missing {
            // A parameter, or the whole body.
            if path.isEmpty { return .null }
            path.removeLast()
            place.removeLast()
        }
        if isSecret(place, secrets) { return .hidden }
        return value?.value(at: path, limit: limit)?.hiding(secrets)
    }

    private func isSecret(_ path: ArraySlice<JSONPathComponent>, _ secrets: Set<String>) -> Bool {
        path.contains { component in
            if case .key(let key) = component { secrets.contains(key.lowercased()) } else { false }
        }
    }

    /// The path with the names that pydantic inserts into it: `["size", "int"]`, `["counts", "a", "[key]"]`.
    private static func labelled(_ issue: ValidationIssue, skipping depth: Int) -> [JSONPathComponent] {
        var loc = issue.path
        for label in (issue.note?.labels ?? []).reversed() {
            loc.insert(.key(label.name), at: min(label.depth + depth, loc.count))
        }
        if case .propertyName = issue.kind { loc.append(.key("[key]")) }
        return loc
    }

    /// What cannot be derived from the kind alone.
    private static func noted(_ detail: IssueNote.Detail, of kind: ValidationIssue.Kind) -> IssueWording? {
        switch (detail, kind) {
        case (.wording(let wording), _): wording
        case (_, .propertyName(let kind)): noted(detail, of: kind)
        case (.noTag(let key), _): .noTag(key)
        case (.unknownTag(let tag, let key, let expected), _): .unknownTag(tag, key, expected)
        case (.literal, .enumeration(let values)): .literal(values)
        case (.set, .type): .set
        case (.set, .minItems(let limit, let actual)): .tooShort("Set", limit, actual)
        case (.set, .maxItems(let limit, _)): .tooLong("Set", limit, nil)
        case (.tuple, .type): .tuple
        case (.tuple, .maxItems(let limit, let actual)): .tooLong("Tuple", limit, actual)
        case (.set, _), (.tuple, _), (.literal, _): nil
        }
    }

    /// The table: a kind of issue -> pydantic's type, message and context.
    private static func words(for kind: ValidationIssue.Kind, _ message: String) -> IssueWording {
        switch kind {
        case .missing, .dependentRequired: .missing
        case .additionalProperty, .unevaluatedProperty:
            IssueWording("extra_forbidden", "Extra inputs are not permitted")
        case .model:
            IssueWording(
                "model_attributes_type", "Input should be a valid dictionary or object to extract fields from")
        case .type(let types): words(forType: types.first { $0 != .null } ?? .null)
        case .enumeration(let values): .enumeration(values)
        case .propertyName(let kind): words(for: kind, message)
        case .minLength(let limit):
            IssueWording(
                "string_too_short", "String should have at least \(IssueWording.count(limit, "character"))",
                ["min_length": JSONValue(integerLiteral: limit)])
        case .maxLength(let limit):
            IssueWording(
                "string_too_long", "String should have at most \(IssueWording.count(limit, "character"))",
                ["max_length": JSONValue(integerLiteral: limit)])
        case .pattern(let pattern):
            IssueWording(
                "string_pattern_mismatch", "String should match pattern '\(pattern)'", ["pattern": .string(pattern)])
        case .minimum(let limit): bound("greater_than_equal", "greater than or equal to", "ge", limit)
        case .exclusiveMinimum(let limit): bound("greater_than", "greater than", "gt", limit)
        case .maximum(let limit): bound("less_than_equal", "less than or equal to", "le", limit)
        case .exclusiveMaximum(let limit): bound("less_than", "less than", "lt", limit)
        case .multipleOf(let limit): bound("multiple_of", "a multiple of", "multiple_of", limit)
        case .minItems(let limit, let actual): .tooShort("List", limit, actual)
        case .maxItems(let limit, let actual): .tooLong("List", limit, actual)
        case .minProperties(let limit, let actual): .tooShort("Dictionary", limit, actual)
        case .maxProperties(let limit, _): .tooLong("Dictionary", limit, nil)
        case .integerParsing:
            IssueWording("int_parsing", "Input should be a valid integer, unable to parse string as an integer")
        case .numberParsing:
            IssueWording("float_parsing", "Input should be a valid number, unable to parse string as a number")
        case .booleanParsing:
            IssueWording("bool_parsing", "Input should be a valid boolean, unable to interpret input")
        case .format, .uniqueItems, .minContains, .maxContains, .unevaluatedItem, .oneOf, .not, .never, .anyOf,
            .malformedJSON, .unwritable, .repeated:
            // This is what JSON keeps of an exception that a Python function raises.
            IssueWording("value_error", "Value error, \(message)", ["error": .object([:])])
        }
    }

    private static func words(forType type: JSONType) -> IssueWording {
        switch type {
        case .string: IssueWording("string_type", "Input should be a valid string")
        case .integer: IssueWording("int_type", "Input should be a valid integer")
        case .number: IssueWording("float_type", "Input should be a valid number")
        case .boolean: IssueWording("bool_type", "Input should be a valid boolean")
        case .array: IssueWording("list_type", "Input should be a valid list")
        case .null: IssueWording("none_required", "Input should be None")
        case .object: IssueWording("dict_type", "Input should be a valid dictionary")
        }
    }

    private static func bound(_ type: String, _ relation: String, _ key: String, _ limit: JSONNumber) -> IssueWording {
        IssueWording(type, "Input should be \(relation) \(limit.text)", [key: .number(limit)])
    }
}
