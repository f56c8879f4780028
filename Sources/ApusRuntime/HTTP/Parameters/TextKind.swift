/// The kind of JSON that a text is: `12` is a number, `true` a boolean, `{}` and `[]` are containers, everything else is a string.
enum TextKind {
    case null, boolean, number, string, container

    init(of text: String) {
        switch text {
        case "true", "false": self = .boolean
        case "null": self = .null
        default:
            guard let first = text.utf8.first, Self.begins(first), let document = try? JSONDocument(text) else {
                self = .string
                return
            }
            switch document.root.kind {
            case .array, .object: self = .container
            case .number where document.root.text == text: self = .number
            case .null, .boolean, .number, .string: self = .string
            }
        }
    }

    /// Whether a number, an array or an object may begin with the byte. Text that begins with whitespace is a string.
    private static func begins(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "{"), UInt8(ascii: "["): true
        default: false
        }
    }
}

extension JSONShape {
    /// The shape of an array's elements or an object's values.
    var element: JSONShape {
        switch self {
        case .array(let element), .object(let element): element
        case .any, .boolean, .integer, .number, .string: .any
        }
    }

    var isObject: Bool { if case .object = self { true } else { false } }

    /// `nil` if the type does not specify it.
    var wantsArray: Bool? {
        switch self {
        case .any: nil
        case .array: true
        case .boolean, .integer, .number, .string, .object: false
        }
    }
}

extension JSONShape {
    init?(_ type: JSONType) {
        switch type {
        case .boolean: self = .boolean
        case .integer: self = .integer
        case .number: self = .number
        case .null, .string, .array, .object: return nil
        }
    }
}

extension ValidationIssue {
    /// The types that the value should have, including those of alternatives.
    var expectedTypes: [JSONType] {
        switch kind {
        case .type(let types): types
        case .anyOf(let branches): branches.joined().flatMap(\.expectedTypes)
        default: []
        }
    }

    var wantsObject: Bool {
        switch kind {
        case .type(let types): types.contains(.object)
        case .model: true
        default: false
        }
    }

    /// Whether a value of another kind might be valid.
    var isAboutKind: Bool {
        switch kind {
        case .type, .model, .enumeration, .anyOf, .oneOf: true
        case .format(let format): format == Self.decodable
        default: false
        }
    }
}
