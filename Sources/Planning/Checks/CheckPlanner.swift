import ApusDiagnostics
import ApusOpenAPI

/// Schemas -> what their validators assert, according to JSON Schema 2020-12.
///
/// Schemas with Swift types are checked by the validators of those types. Other schemas are checked in place, or by a validator of
/// their own if they contain themselves, or if they are large and referenced.
package final class CheckPlanner {
    /// What is asserted where the specification leaves a choice.
    package struct Options: Sendable {
        /// Whether every `format` that the runtime knows is asserted, or only those that a Swift type requires in order to be read.
        package var assertsFormats: Bool

        package init(assertsFormats: Bool = false) { self.assertsFormats = assertsFormats }
    }

    let document: Document
    let options: Options
    /// The Swift types of schemas; `nil` if only validators are wanted.
    let types: TypeTable?
    /// Returns the names of validators that do not belong to a type, in the order in which they are needed.
    private let name: (Schema) -> String
    package private(set) var validators: [SchemaValidator] = []

    private var names: [ObjectIdentifier: String] = [:]
    private var pending: Set<ObjectIdentifier> = []
    /// The schemas whose checks name all members, for unions that choose by the members that are known.
    private var named: Set<ObjectIdentifier> = []
    /// How many schemas have been planned.
    private var count = 0
    /// Whether any schema depends on what others have evaluated, so that checks that assert nothing are needed too.
    let tracksEvaluation: Bool
    lazy var dynamicAnchors = DynamicAnchors(document)
    /// The names of schemas in FastAPI's responses, if the document's servers respond like FastAPI.
    private(set) lazy var pydantic: PydanticNames? =
        types != nil && FastAPIErrors.areDeclared(in: document) ? PydanticNames(document) : nil

    /// The string schemas whose format must be asserted so that `oneOf` finds exactly one member.
    private(set) lazy var telling = Set(
        document.schemas.filter { $0.oneOf.count > 1 }.flatMap { schema in
            FormatAlternatives(schema.oneOf, in: document).telling.map { ObjectIdentifier($0) }
        }
    )

    init(types: TypeTable, assertsFormats: Bool) {
        document = types.document
        options = Options(assertsFormats: assertsFormats)
        self.types = types
        name = { types.validatorName(of: $0) }
        tracksEvaluation = document.schemas.contains(where: \.asksWhatIsEvaluated)
    }

    /// Creates a planner for schemas without Swift types.
    package init(document: Document, options: Options, name: @escaping (Schema) -> String) {
        self.document = document
        self.options = options
        types = nil
        self.name = name
        tracksEvaluation = document.schemas.contains(where: \.asksWhatIsEvaluated)
    }

    /// The check of a value in its place.
    package func check(_ schema: Schema) -> Check {
        if let boolean = schema.boolean { return boolean ? .any : .never }
        if let declared = declared(schema) { return declared }
        let identity = ObjectIdentifier(schema)
        if let name = names[identity] { return .schema(name) }
        guard pending.insert(identity).inserted else {
            let name = name(schema)
            names[identity] = name
            return .schema(name)
        }
        if let types, pending.count > Self.nestingLimit {
            types.shapes.report(.unsupportedKeyword, "values nested this deep are not validated", at: schema)
            pending.remove(identity)
            return .any
        }
        count += 1
        let check = nullable(schema)
        pending.remove(identity)
        guard let name = names[identity] else { return check }
        validators.append(SchemaValidator(name: name, check: check))
        return .schema(name)
    }

    /// The check of values of one of the types that a schema lists.
    func check(_ schema: Schema, only type: SchemaType) -> Check {
        assertions(of: schema, withoutNull: true, only: type)
    }

    /// Makes the checks of schemas also name members about which nothing is asserted.
    func nameMembers(of schemas: [Schema]) {
        var pending = schemas
        while let schema = pending.popLast() {
            guard named.insert(ObjectIdentifier(schema)).inserted else { continue }
            pending += schema.allOf + schema.anyOf + schema.oneOf
            pending +=
                schema.properties.map(\.value) + schema.prefixItems
                + [schema.items, schema.additionalProperties].compactMap(\.self)
            if let target = schema.reference.flatMap({ document.schema(at: $0) }) { pending.append(target) }
        }
    }

    func namesMembers(of schema: Schema) -> Bool { named.contains(ObjectIdentifier(schema)) }

    /// The number of nested schemas that are checked: each one is a closure inside the next.
    private static let nestingLimit = 20

    /// The check of the schema that a reference leads to.
    func check(referenced target: Schema, from schema: Schema) -> Check {
        let before = count
        var result = check(target)
        if count - before > Self.inlineLimit { result = validator(target, asserting: result) }
        guard target.resource != schema.resource else { return result }
        return scoped(result, in: target.resource)
    }

    /// The number of nested schemas up to which the target of a reference is copied to the place of the reference.
    private static let inlineLimit = 8

    private func validator(_ schema: Schema, asserting check: Check) -> Check {
        if case .schema = check { return check }
        let name = name(schema)
        names[ObjectIdentifier(schema)] = name
        validators.append(SchemaValidator(name: name, check: check))
        return .schema(name)
    }

    // MARK: Declarations

    /// The check of a declaration's own validator; `nil` if uses of the declaration check in place.
    func check(declaring id: DeclarationID) -> Check? {
        guard let types else { return nil }
        let source = types.drafts[id].source
        let schema = source.schema
        // The union to which the values belong checks them.
        if source.base != nil { return nil }
        switch types.drafts.content(id) {
        case .structure(let structure):
            if structure.codec == .tuple { return rootAssertions(of: source, declaring: id) }
            let check = merged(schema) ?? assertions(of: schema, withoutNull: true, only: source.type).ofObject
            if structure.codec == .multipart { return types.formCheck(check, of: structure, schema: schema) }
            return check
        case .union, .recursive: return rootAssertions(of: source, declaring: id)
        case .enumeration, .alias, .reserved: return nil
        }
    }

    /// The check of a type whose values need not be objects; only types at the top level have such a validator.
    private func rootAssertions(of source: Shape.Alternative, declaring id: DeclarationID) -> Check? {
        guard let types, types.drafts[id].parent == nil else { return nil }
        return assertions(of: source.schema, withoutNull: true, only: source.type)
    }

    private func declared(_ schema: Schema) -> Check? {
        guard let types, let id = types.declaration(of: schema) else { return nil }
        let check: Check
        switch types.drafts.content(id) {
        case .structure(let structure) where structure.codec != .tuple: check = .model(id)
        case .structure, .union, .recursive:
            guard types.drafts[id].parent == nil else { return nil }
            check = .declared(id)
        case .enumeration, .alias, .reserved: return nil
        }
        let isNullable = Nullability.isNullable(schema, in: document)
        return isNullable && document.acceptsNull(schema) != false ? .nullable(check) : check
    }

    // MARK: Null

    /// The check without null, followed by a check for null, if the schema allows null explicitly.
    private func nullable(_ schema: Schema) -> Check {
        // Pydantic lists `None` among the values of a `Literal`.
        let listsNull = pydantic != nil && schema.enumeration != nil
        guard !listsNull, document.mentionsNull(schema), document.acceptsNull(schema) == true else {
            return assertions(of: schema, withoutNull: false)
        }
        let check = assertions(of: schema, withoutNull: true)
        if check == .any { return .any }
        if case .nullable = check { return check }
        return .nullable(check)
    }

    // MARK: Dynamic scope

    /// The check within a schema resource, for dynamic references to its anchors.
    func scoped(_ check: Check, in resource: String) -> Check {
        let anchored = dynamicAnchors.schemas(in: resource)
        guard !anchored.isEmpty else { return check }
        let anchors = anchored.map { schema in
            DynamicAnchor(name: schema.dynamicAnchor ?? "", check: validator(schema))
        }
        return .dynamicScope(anchors, check)
    }

    /// A call of the schema's validator by its name, since it is also used from elsewhere.
    private func validator(_ schema: Schema) -> Check {
        let identity = ObjectIdentifier(schema)
        let isPlanned = names[identity] != nil || pending.contains(identity)
        if isPlanned || schema.boolean != nil || declared(schema) != nil { return check(schema) }
        let name = name(schema)
        names[identity] = name
        pending.insert(identity)
        validators.append(SchemaValidator(name: name, check: nullable(schema)))
        pending.remove(identity)
        return .schema(name)
    }
}

extension Schema {
    fileprivate var asksWhatIsEvaluated: Bool { unevaluatedProperties != nil || unevaluatedItems != nil }
}
