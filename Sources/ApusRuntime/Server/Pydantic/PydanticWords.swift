/// What pydantic says of one error: its type, its message and what the message is made of.
struct PydanticWords: Hashable, Sendable {
    struct Entry: Hashable, Sendable {
        var key: String
        var value: JSONValue
    }

    var type: String
    var msg: String
    var context: [Entry]

    init(_ type: String, _ msg: String, _ context: KeyValuePairs<String, JSONValue> = [:]) {
        self.type = type
        self.msg = msg
        self.context = context.map { Entry(key: $0.key, value: $0.value) }
    }
}

/// What a validator notes of an issue for pydantic's sake.
struct PydanticNote: Hashable, Sendable {
    /// A name that pydantic puts into the place of an error: of a union's member, or a discriminator's tag.
    struct Label: Hashable, Sendable {
        /// How many components of the path stand before it.
        var depth: Int
        var name: String
    }

    /// What the issue's kind alone does not say.
    var words: PydanticWords?
    var labels: [Label] = []
}

// Values of a type of Python's that JSON has no name for.
extension PydanticWords {
    static let set = PydanticWords("set_type", "Input should be a valid set")
    static let tuple = PydanticWords("tuple_type", "Input should be a valid tuple")
    static let missing = PydanticWords("missing", "Field required")

    static func tooShort(_ what: String, _ limit: Int, _ actual: Int) -> PydanticWords {
        PydanticWords(
            "too_short", "\(what) should have at least \(count(limit, "item")) after validation, not \(actual)",
            [
                "field_type": .string(what), "min_length": JSONValue(integerLiteral: limit),
                "actual_length": JSONValue(integerLiteral: actual),
            ])
    }

    /// `actual`: nil where the elements were not counted to the end.
    static func tooLong(_ what: String, _ limit: Int, _ actual: Int?) -> PydanticWords {
        let found = actual.map(String.init) ?? "more"
        return PydanticWords(
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
extension PydanticWords {
    static func noTag(_ key: String) -> PydanticWords {
        PydanticWords(
            "union_tag_not_found", "Unable to extract tag using discriminator '\(key)'",
            ["discriminator": .string("'\(key)'")])
    }

    static func unknownTag(_ tag: JSONView, _ key: String, _ expected: [String]) -> PydanticWords {
        let tag = tag.string ?? PythonText.repr((try? JSONValue(json: tag)) ?? .null)
        let expected = expected.map(PythonText.repr).joined(separator: ", ")
        return PydanticWords(
            "union_tag_invalid",
            "Input tag '\(tag)' found using '\(key)' does not match any of the expected tags: \(expected)",
            ["discriminator": .string("'\(key)'"), "tag": .string(tag), "expected_tags": .string(expected)])
    }
}

// Listed values.
extension PydanticWords {
    static func literal(_ values: [JSONValue]) -> PydanticWords { listed("literal_error", values) }
    static func enumeration(_ values: [JSONValue]) -> PydanticWords { listed("enum", values) }

    /// `Input should be 'a', 'b' or 'c'`
    private static func listed(_ type: String, _ values: [JSONValue]) -> PydanticWords {
        let names = values.map(PythonText.repr)
        let expected = ([names.dropLast().joined(separator: ", ")] + names.suffix(1)).filter { !$0.isEmpty }
            .joined(separator: " or ")
        return PydanticWords(type, "Input should be \(expected)", ["expected": .string(expected)])
    }
}

/// JSON as Python shows it.
enum PythonText {
    static func repr(_ value: JSONValue) -> String {
        switch value {
        case .null: "None"
        case .boolean(let value): value ? "True" : "False"
        case .string(let text): repr(text)
        case .array(let items): "[\(items.map(repr).joined(separator: ", "))]"
        case .object(let members): "{\(members.map { "\(repr($0.key)): \(repr($0.value))" }.joined(separator: ", "))}"
        case .number: (try? value.jsonText()) ?? ""
        }
    }

    static func quoted(_ scalar: Unicode.Scalar) -> String { repr(String(scalar)) }

    /// `'a'`, but `"it's"`.
    static func repr(_ text: String) -> String {
        let quote: Unicode.Scalar = text.contains("'") && !text.contains("\"") ? "\"" : "'"
        var result = String(quote)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", quote: result += "\\\(scalar)"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\0"..<" ", "\u{7F}":
                let digits = String(scalar.value, radix: 16)
                result += "\\x" + (digits.count < 2 ? "0" : "") + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + String(quote)
    }
}
