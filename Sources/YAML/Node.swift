import ApusDiagnostics

/// A value of a document, with its location. What YAML adds to JSON (anchors, tags, merge keys) is already resolved.
package struct Node: Sendable {
    package enum Value: Sendable {
        case null
        case bool(Bool)
        case number(NumberText)
        case string(String)
        case sequence([Node])
        case mapping(Mapping)
    }

    package var value: Value
    package var location: SourceLocation

    package init(_ value: Value, at location: SourceLocation) {
        self.value = value
        self.location = location
    }
}

extension Node {
    package var isNull: Bool { if case .null = value { true } else { false } }
    package var bool: Bool? { if case .bool(let value) = value { value } else { nil } }
    package var number: NumberText? { if case .number(let value) = value { value } else { nil } }
    package var string: String? { if case .string(let value) = value { value } else { nil } }
    package var sequence: [Node]? { if case .sequence(let value) = value { value } else { nil } }
    package var mapping: Mapping? { if case .mapping(let value) = value { value } else { nil } }

    /// A number without a fraction that fits in `Int`: `3`, `3.0` and `3e2` alike, as in JSON Schema.
    package var integer: Int? { number?.int }

    /// The number of values that it consists of, including itself.
    package var size: Int {
        switch value {
        case .null, .bool, .number, .string: 1
        case .sequence(let elements): elements.reduce(1) { $0 + $1.size }
        case .mapping(let mapping): mapping.entries.reduce(1) { $0 + $1.value.size }
        }
    }

    /// For messages: `expected a mapping, found a string`.
    package var kindName: String {
        switch value {
        case .null: "null"
        case .bool: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .sequence: "a sequence"
        case .mapping: "a mapping"
        }
    }

    /// The member of a mapping; `nil` for every other kind of node.
    package subscript(key: String) -> Node? { mapping?[key] }
}

/// Nodes are equal if their values are equal, regardless of their locations. Numbers are compared as in JSON Schema: `1` and `1.0`
/// are equal. The order of a mapping does not matter.
extension Node: Hashable {
    package static func == (lhs: Self, rhs: Self) -> Bool { lhs.value == rhs.value }
    package func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

extension Node.Value: Hashable {}
