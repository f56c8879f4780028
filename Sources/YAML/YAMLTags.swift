/// The tags of YAML 1.2's core schema, such as `!!str`, and the values that they allow.
enum YAMLTag: String {
    case string = "tag:yaml.org,2002:str"
    case integer = "tag:yaml.org,2002:int"
    case float = "tag:yaml.org,2002:float"
    case boolean = "tag:yaml.org,2002:bool"
    case null = "tag:yaml.org,2002:null"
    case mapping = "tag:yaml.org,2002:map"
    case sequence = "tag:yaml.org,2002:seq"
    /// Not in the core schema, but always used for `<<`.
    case merge = "tag:yaml.org,2002:merge"
    /// `!`: the scalar is taken as it is written, so a plain scalar is a string.
    case nonSpecific = "!"

    /// For messages: `!!str`
    static func shortName(_ tag: String) -> String {
        let prefix = "tag:yaml.org,2002:"
        return tag.hasPrefix(prefix) ? "!!" + tag.dropFirst(prefix.count) : tag
    }

    /// The scalar's value according to the tag; `nil` if it does not have the tag's form.
    func value(_ text: UnsafeBufferPointer<UInt8>) -> Node.Value? {
        switch self {
        case .string, .nonSpecific, .merge: .string(String(decoding: text, as: UTF8.self))
        case .integer: CoreSchema.number(text).flatMap { $0.isInteger ? .number($0) : nil }
        case .float: CoreSchema.number(text).map { .number($0) }
        case .boolean: CoreSchema.bool(text).map { .bool($0) }
        case .null: CoreSchema.isNull(text) ? .null : nil
        case .mapping, .sequence: nil
        }
    }
}
