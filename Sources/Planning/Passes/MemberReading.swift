import ApusOpenAPI

/// Decides whether reading a value as a type already verifies what the type's schema asserts, so that a union need not check it.
struct MemberReading {
    let types: TypeTable
    let checks: CheckPlanner
    private var document: Document { types.document }

    init(types: TypeTable, checks: CheckPlanner) {
        self.types = types
        self.checks = checks
    }

    /// Whether reading a value as the type succeeds exactly if the value is valid: there are no bounds, and nothing is read
    /// leniently.
    func isToldByReading(_ alternative: Shape.Alternative, as type: TypeReference) -> Bool {
        alternative.base == nil && isToldByReading(alternative.schema, as: type, isLone: false, depth: 0)
    }

    /// - Parameter isLone: whether no other type reads such values, so that lenient reading is sufficient.
    private func isToldByReading(_ schema: Schema, as type: TypeReference, isLone: Bool, depth: Int) -> Bool {
        guard depth < 16 else { return false }
        if schema.boolean == true { return true }
        if schema.reference != nil, schema.onlyHas(["$ref"]), case let target = document.target(of: schema),
            target !== schema
        {
            return isToldByReading(target, as: type, isLone: isLone, depth: depth + 1)
        }
        switch types.drafts.resolved(type) {
        case .builtin(let builtin):
            if builtin == .json { return schema.isFreeForm && schema.onlyHas([]) }
            guard schema.onlyHas(["type", "format", "contentEncoding", "contentMediaType"]) else { return false }
            if builtin.kinds != .string { return true }
            let check = checks.stringCheck(schema)
            return check.isTypeOnly || isLone && builtin != .string
                || check.format != nil && check.format == schema.format.flatMap { Formats.strings[$0]?.check }
                    && builtin.isExact
        case .declared(let id):
            guard case .enumeration = types.drafts.content(id) else { return false }
            return schema.onlyHas(["type", "enum", "format"]) && (isLone || types.declaration(of: schema) == id)
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

    /// Whether reading is sufficient for values that no other type reads: models, enumerations and formats may be read leniently,
    /// as everywhere, but bounds and forbidden members must not be lost.
    func isReadAlone(_ alternative: Shape.Alternative, as type: TypeReference) -> Bool {
        if case .declared(let id) = types.drafts.resolved(type), case .structure = types.drafts.content(id) {
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
        switch types.drafts.resolved(type) {
        case .declared(let id):
            switch types.drafts.content(id) {
            case .structure: return !isClosed(Shape.Alternative(schema: schema))
            case .enumeration, .union, .recursive, .alias, .reserved: return true
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

    /// Whether an object has no members other than the listed ones.
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
    /// Whether the runtime's reader distinguishes valid values from those that it only reads leniently.
    fileprivate var isExact: Bool {
        switch self {
        case .date, .calendarDate, .timeOfDay, .uuid: true
        case .string, .url, .data, .bool, .int, .int8, .int16, .int32, .int64, .uint, .uint8, .uint16, .uint32,
            .uint64, .float, .double, .decimal, .json, .filePart, .body, .void:
            false
        }
    }
}
