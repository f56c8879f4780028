import ApusOpenAPI

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

    /// That a value is of one of the kinds.
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

extension SchemaPlanner {
    func kinds(of type: TypeReference) -> JSONKinds {
        var known: [DeclarationID: JSONKinds] = [:]
        return kinds(of: type, &known, depth: 0)
    }

    /// What is found out is kept: many paths may lead to one declaration. One that leads back to itself may be anything.
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
            let kinds = kinds(of: declarations[id.index].kind) { self.kinds(of: $0, &known, depth: depth + 1) }
            known[id] = kinds
            return kinds
        }
    }

    private func kinds(of declaration: Declaration.Kind, _ kinds: (TypeReference) -> JSONKinds) -> JSONKinds {
        switch declaration {
        case .structure(let structure):
            switch structure.codec {
            case .json: .object
            case .tuple: .array
            case .multipart: .all
            }
        case .enumeration(let enumeration): enumeration.raw == .string ? .string : .number
        case .alias(let target): kinds(target)
        case .union(let union): union.members.reduce(into: []) { $0.formUnion(kinds($1.type)) }
        }
    }

    /// The type that aliases stand for.
    func resolved(_ type: TypeReference, depth: Int = 0) -> TypeReference {
        guard depth < 64, case .declared(let id) = type, case .alias(let target) = declarations[id.index].kind else {
            return type
        }
        return resolved(target, depth: depth + 1)
    }

    func isFreeForm(_ type: TypeReference) -> Bool { resolved(type) == .builtin(.json) }

    func isMap(_ type: TypeReference) -> Bool {
        if case .dictionary = resolved(type) { true } else { false }
    }

    /// Whether reading a value as the type succeeds just where the value is valid: no bounds, nothing that is read leniently.
    func isToldByReading(_ alternative: Shape.Alternative, as type: TypeReference) -> Bool {
        alternative.base == nil && isToldByReading(alternative.schema, as: type, isLone: false, depth: 0)
    }

    /// - Parameter isLone: whether no other type reads such values, so that what is read leniently counts as read.
    private func isToldByReading(_ schema: Schema, as type: TypeReference, isLone: Bool, depth: Int) -> Bool {
        guard depth < 16 else { return false }
        if schema.boolean == true { return true }
        if schema.reference != nil, schema.onlyHas(["$ref"]), case let target = document.target(of: schema),
            target !== schema
        {
            return isToldByReading(target, as: type, isLone: isLone, depth: depth + 1)
        }
        switch resolved(type) {
        case .builtin(let builtin):
            if builtin == .json { return schema.isFreeForm && schema.onlyHas([]) }
            guard schema.onlyHas(["type", "format", "contentEncoding", "contentMediaType"]) else { return false }
            if builtin.kinds != .string { return true }
            let check = checks.stringCheck(schema)
            return check.isTypeOnly || isLone && builtin != .string
                || check.format != nil && check.format == schema.format.flatMap { Formats.strings[$0]?.check }
                    && builtin.isExact
        case .declared(let id):
            guard case .enumeration = declarations[id.index].kind else { return false }
            return schema.onlyHas(["type", "enum", "format"]) && (isLone || declaration(of: schema) == id)
        case .array(let element):
            guard schema.onlyHas(["type", "items"]) else { return false }
            return schema.items.map { isToldByReading($0, as: element, isLone: isLone, depth: depth + 1) } ?? true
        case .dictionary(let value, let key):
            guard schema.onlyHas(["type", "additionalProperties"]), key == .builtin(.string) else { return false }
            return schema.additionalProperties.map {
                isToldByReading($0, as: value, isLone: isLone, depth: depth + 1)
            } ?? true
        case .optional, .nullable, .external, .generic: return false
        }
    }

    /// Whether a value of the kind is read as the type where no other type reads such values: models, enumerations and formats
    /// leniently, as they are everywhere, but neither bounds nor forbidden members are lost.
    func isReadAlone(_ alternative: Shape.Alternative, as type: TypeReference) -> Bool {
        if case .declared(let id) = resolved(type), case .structure = declarations[id.index].kind {
            return !isClosed(alternative)
        }
        return alternative.base == nil && isReadAlone(alternative.schema, as: type, depth: 0)
    }

    private func isReadAlone(_ schema: Schema, as type: TypeReference, depth: Int) -> Bool {
        guard depth < 16 else { return false }
        if schema.reference != nil, schema.onlyHas(["$ref"]), case let target = document.target(of: schema),
            target !== schema
        {
            return isReadAlone(target, as: type, depth: depth + 1)
        }
        func holds(_ content: Schema?, _ type: TypeReference) -> Bool {
            content.map { isReadAlone($0, as: type, depth: depth + 1) } ?? true
        }
        switch resolved(type) {
        case .declared(let id):
            switch declarations[id.index].kind {
            case .structure: return !isClosed(Shape.Alternative(schema: schema))
            case .enumeration, .union, .alias: return true
            }
        case .array(let element): return schema.onlyHas(["type", "items"]) && holds(schema.items, element)
        case .dictionary(let value, let key):
            return schema.onlyHas(["type", "additionalProperties"]) && key == .builtin(.string)
                && (schema.additionalProperties?.boolean == true || holds(schema.additionalProperties, value))
        case .optional(let wrapped), .nullable(let wrapped): return isReadAlone(schema, as: wrapped, depth: depth + 1)
        case .external, .generic: return true
        case .builtin: return isToldByReading(schema, as: type, isLone: true, depth: 0)
        }
    }

    /// Whether an object has no other members than those that are listed.
    func isClosed(_ alternative: Shape.Alternative) -> Bool {
        guard alternative.type == nil else { return alternative.schema.forbidsOthers }
        var pending = alternative.schemas
        var seen: Set<ObjectIdentifier> = []
        while let schema = pending.popLast() {
            let target = document.target(of: schema)
            guard seen.insert(ObjectIdentifier(target)).inserted else { continue }
            if schema.forbidsOthers || target.forbidsOthers { return true }
            pending += schema.allOf + target.allOf
        }
        return false
    }
}

extension Schema {
    fileprivate var forbidsOthers: Bool {
        additionalProperties?.boolean == false || unevaluatedProperties?.boolean == false
    }
}

extension BuiltinType {
    fileprivate var kinds: JSONKinds {
        switch self {
        case .string, .date, .calendarDate, .timeOfDay, .url, .data, .uuid: .string
        case .bool: .boolean
        case .int, .int8, .int16, .int32, .int64, .uint, .uint8, .uint16, .uint32, .uint64, .float, .double, .decimal:
            .number
        case .json, .filePart, .body, .void: .all
        }
    }

    /// Whether the runtime's reader tells values that it reads leniently from others.
    fileprivate var isExact: Bool {
        switch self {
        case .date, .calendarDate, .timeOfDay, .uuid: true
        case .string, .url, .data, .bool, .int, .int8, .int16, .int32, .int64, .uint, .uint8, .uint16, .uint32,
            .uint64, .float, .double, .decimal, .json, .filePart, .body, .void:
            false
        }
    }
}
