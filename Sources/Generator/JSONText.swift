import ApusJSON

/// JSON as Apus itself writes it: objects keep the order of their members.
package indirect enum JSONText: Sendable {
    case string(String)
    case integer(Int)
    case number(Double)
    case bool(Bool)
    case null
    case array([JSONText])
    case object([(key: String, value: JSONText)])

    package var text: String {
        switch self {
        case .string(let text): text.quotedJSON
        case .integer(let value): "\(value)"
        case .number(let value): value.isFinite ? "\(value)" : "null"
        case .bool(let value): "\(value)"
        case .null: "null"
        case .array(let elements): "[" + elements.map(\.text).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { $0.key.quotedJSON + ":" + $0.value.text }.joined(separator: ",") + "}"
        }
    }
}
