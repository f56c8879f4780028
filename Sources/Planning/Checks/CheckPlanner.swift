import ApusDiagnostics
import ApusOpenAPI

/// Schemas -> what validators assert of them, by JSON Schema 2020-12.
///
/// Of schemas that Swift types stand for, the checks are those types' validators; the other ones are checked in place, and by
/// a validator of their own where they contain themselves or are large and named by a reference.
package final class CheckPlanner {
    /// What is asserted, where the specification leaves it open.
    package struct Options: Sendable {
        /// Whether every `format` that the runtime knows is asserted, or only those without which a Swift type cannot be read.
        package var assertsFormats: Bool

        package init(assertsFormats: Bool = false) { self.assertsFormats = assertsFormats }
    }

    let document: Document
    let options: Options
    /// The Swift types of schemas; none where validators are all that is wanted.
    let types: TypeTable?
    /// The names of validators that belong to no type, in the order in which they are asked for.
    private let name: (Schema) -> String
    package private(set) var validators: [SchemaValidator] = []

    private var names: [ObjectIdentifier: String] = [:]
    private var pending: Set<ObjectIdentifier> = []
    /// The schemas whose members are all named, for unions that choose by what is known of a value.
    private var named: Set<ObjectIdentifier> = []
    /// How many schemas have been planned.
    private var count = 0
    /// Whether some schema asks what others have evaluated, so that checks which assert nothing count too.
    let tracksEvaluation: Bool
    lazy var dynamicAnchors = DynamicAnchors(document)
    /// What FastAPI's answers say of schemas, where the document's servers answer so.
    private(set) lazy var pydantic: PydanticNames? =
        types != nil && FastAPIErrors.areDeclared(in: document) ? PydanticNames(document) : nil

    /// The texts whose format must hold for `oneOf` to find one member.
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

    /// For schemas without Swift types.
    package init(document: Document, options: Options, name: @escaping (Schema) -> String) {
        self.document = document
        self.options = options
        types = nil
        self.name = name
        tracksEvaluation = document.schemas.contains(where: \.asksWhatIsEvaluated)
    }

    /// The check of a value where it stands.
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
            types.shapes.report(.keywordNotHonoured, "values nested this deep are not validated", at: schema)
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

    /// Has the checks of schemas name members of which nothing is asserted, too.
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

    /// How many schemas within each other are checked: each is a closure in the one around it.
    private static let nestingLimit = 20

    /// The check of what a reference names.
    func check(referenced target: Schema, from schema: Schema) -> Check {
        let before = count
        var result = check(target)
        if count - before > Self.inlineLimit { result = validator(target, asserting: result) }
        guard target.resource != schema.resource else { return result }
        return scoped(result, in: target.resource)
    }

    /// How many schemas within each other a reference copies to where it stands.
    private static let inlineLimit = 8

    private func validator(_ schema: Schema, asserting check: Check) -> Check {
        if case .schema = check { return check }
        let name = name(schema)
        names[ObjectIdentifier(schema)] = name
        validators.append(SchemaValidator(name: name, check: check))
        return .schema(name)
    }

    // MARK: Declarations

    /// The check of a declaration's own validator: nil where uses of the declaration check in place.
    func check(declaring id: DeclarationID) -> Check? {
        guard let types else { return nil }
        let source = types.drafts[id].source
        let schema = source.schema
        // The union that the values are of checks them.
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

    /// A type at the top level has a validator, whose values need not be objects.
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

    /// Null is taken off, where it is one of the values that the schema lists.
    private func nullable(_ schema: Schema) -> Check {
        // Pydantic names `None` among the values of a `Literal`.
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

    /// The check within a schema resource, for dynamic references to what that has.
    func scoped(_ check: Check, in resource: String) -> Check {
        let anchored = dynamicAnchors.schemas(in: resource)
        guard !anchored.isEmpty else { return check }
        let anchors = anchored.map { schema in
            DynamicAnchor(name: schema.dynamicAnchor ?? "", check: validator(schema))
        }
        return .dynamicScope(anchors, check)
    }

    /// The validator of a schema by its name, since it is called from elsewhere.
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
