/// The kinds of JSON values that a type reads.
struct JSONKinds: OptionSet, Hashable {
    let rawValue: Int

    static let boolean = Self(rawValue: 1)
    static let number = Self(rawValue: 2)
    static let string = Self(rawValue: 4)
    static let array = Self(rawValue: 8)
    static let object = Self(rawValue: 16)
    static let null = Self(rawValue: 32)
    static let all: Self = [.boolean, .number, .string, .array, .object, .null]

    static let each: [Self] = [.boolean, .number, .string, .array, .object, .null]

    /// The check that a value is of one of the kinds.
    var check: Check {
        let parts: [(kind: Self, check: Check)] = [
            (.boolean, .boolean), (.number, .number(NumberCheck())), (.string, .string(StringCheck())),
            (.array, .array(ArrayCheck(items: .any, uniqueItems: false))), (.object, .object(ObjectCheck())),
            (.null, .null),
        ]
        let checks = parts.filter { contains($0.kind) }.map(\.check)
        if self == .all || checks.isEmpty { return .any }
        return checks.count == 1 ? checks[0] : .anyOf(checks)
    }
}

extension Drafts {
    func kinds(of type: TypeReference) -> JSONKinds {
        var known: [DeclarationID: JSONKinds] = [:]
        return kinds(of: type, &known, depth: 0)
    }

    /// Results are cached, since many paths may lead to one declaration. A declaration that leads back to itself may be anything.
    private func kinds(of type: TypeReference, _ known: inout [DeclarationID: JSONKinds], depth: Int) -> JSONKinds {
        guard depth < 64 else { return .all }
        switch type {
        case .builtin(let builtin): return builtin.kinds
        case .external: return .all
        case .array: return .array
        case .dictionary: return .object
        case .optional(let wrapped), .nullable(let wrapped):
            return kinds(of: wrapped, &known, depth: depth + 1).union(.null)
        case .generic: return [.number, .string]
        case .declared(let id):
            if let kinds = known[id] { return kinds }
            known[id] = .all
            let kinds = kinds(of: content(id)) { self.kinds(of: $0, &known, depth: depth + 1) }
            known[id] = kinds
            return kinds
        }
    }

    private func kinds(of content: Draft.Content, _ kinds: (TypeReference) -> JSONKinds) -> JSONKinds {
        switch content {
        case .structure(let structure):
            switch structure.codec {
            case .json: .object
            case .tuple: .array
            case .multipart: .all
            }
        case .enumeration(let enumeration): enumeration.raw == .string ? .string : .number
        case .alias(let target), .recursive(let target): kinds(target)
        case .reserved: .all
        case .union(let union): union.members.reduce(into: []) { $0.formUnion(kinds($1.type)) }
        }
    }

    func isFreeForm(_ type: TypeReference) -> Bool { resolved(type) == .builtin(.json) }

    func isMap(_ type: TypeReference) -> Bool {
        if case .dictionary = resolved(type) { true } else { false }
    }
}

extension BuiltinType {
    var kinds: JSONKinds {
        switch self {
        case .string, .date, .calendarDate, .timeOfDay, .url, .data, .uuid: .string
        case .bool: .boolean
        case .int, .int8, .int16, .int32, .int64, .uint, .uint8, .uint16, .uint32, .uint64, .float, .double, .decimal:
            .number
        case .json, .filePart, .body, .void: .all
        }
    }
}
