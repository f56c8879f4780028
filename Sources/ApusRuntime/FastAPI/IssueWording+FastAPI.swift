// How pydantic reports issues: their types, messages and contexts.

// Values of a Python type for which JSON has no name.
extension IssueWording {
    static let set = IssueWording("set_type", "Input should be a valid set")
    static let tuple = IssueWording("tuple_type", "Input should be a valid tuple")
    static let missing = IssueWording("missing", "Field required")

    static func tooShort(_ what: String, _ limit: Int, _ actual: Int) -> IssueWording {
        IssueWording(
            "too_short", "\(what) should have at least \(count(limit, "item")) after validation, not \(actual)",
            [
                "field_type": .string(what), "min_length": JSONValue(integerLiteral: limit),
                "actual_length": JSONValue(integerLiteral: actual),
            ])
    }

    /// `actual` is `nil` if the elements were not counted to the end.
    static func tooLong(_ what: String, _ limit: Int, _ actual: Int?) -> IssueWording {
        let found = actual.map(String.init) ?? "more"
        return IssueWording(
            "too_long", "\(what) should have at most \(count(limit, "item")) after validation, not \(found)",
            [
                "field_type": .string(what), "max_length": JSONValue(integerLiteral: limit),
                "actual_length": actual.map { JSONValue(integerLiteral: $0) } ?? .null,
            ])
    }

    /// `1 item`, `2 items`
    static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}

// Discriminated unions.
extension IssueWording {
    static func noTag(_ key: String) -> IssueWording {
        IssueWording(
            "union_tag_not_found", "Unable to extract tag using discriminator '\(key)'",
            ["discriminator": .string("'\(key)'")])
    }

    static func unknownTag(_ tag: JSONValue, _ key: String, _ expected: [String]) -> IssueWording {
        let tag = if case .string(let text) = tag { text } else { PythonText.repr(tag) }
        let expected = expected.map(PythonText.repr).joined(separator: ", ")
        return IssueWording(
            "union_tag_invalid",
            "Input tag '\(tag)' found using '\(key)' does not match any of the expected tags: \(expected)",
            ["discriminator": .string("'\(key)'"), "tag": .string(tag), "expected_tags": .string(expected)])
    }
}

// Listed values.
extension IssueWording {
    static func literal(_ values: [JSONValue]) -> IssueWording { listed("literal_error", values) }
    static func enumeration(_ values: [JSONValue]) -> IssueWording { listed("enum", values) }

    /// `Input should be 'a', 'b' or 'c'`
    private static func listed(_ type: String, _ values: [JSONValue]) -> IssueWording {
        let names = values.map(PythonText.repr)
        let expected = ([names.dropLast().joined(separator: ", ")] + names.suffix(1)).filter { !$0.isEmpty }
            .joined(separator: " or ")
        return IssueWording(type, "Input should be \(expected)", ["expected": .string(expected)])
    }
}
