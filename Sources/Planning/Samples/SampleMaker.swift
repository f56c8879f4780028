import ApusDiagnostics
import ApusOpenAPI
import ApusYAML

/// Schemas -> values that they allow and that the generated types can represent: the document's own if it gives any, else values
/// created from the constraints. The results are the same in every run.
///
/// Generates and tests: each candidate is checked as validators do.
final class SampleMaker {
    let document: Document
    let planned: PlannedSchemas
    let interpreter: CheckInterpreter
    lazy var typing = SampleTyping(maker: self)
    /// The number of nested declarations that are currently being typed.
    var typingDepth = 0
    private lazy var discriminators = planned.types.shapes.discriminated.mapValues { $0.compactMapValues(\.first) }
    private lazy var examples = RequestExamples.values(in: document)

    /// The declarations' own samples; `nil` for those without one.
    private var samples: [DeclarationID: TypedSample?] = [:]
    private(set) var order: [DeclarationID] = []
    private var checks: [ObjectIdentifier: Check] = [:]
    /// The schemas for which a value is currently being created: the search ends at a schema that contains itself.
    private var pending: Set<ObjectIdentifier> = []
    /// Whether something was left out because it was pending; in another place, there may be a value for it.
    private var isCutShort = false
    /// The remaining steps of the search for one declaration, including those that it refers to.
    private var budget = 0
    /// The remaining steps for the whole document: a larger document has more, so that the time is proportional to its size,
    /// however its schemas refer to each other.
    private var documentBudget: Int

    init(_ planned: PlannedSchemas) {
        self.planned = planned
        documentBudget = Self.budget / 4 + planned.declarations.count * Self.budgetOfDeclaration
        document = planned.types.document
        interpreter = CheckInterpreter(planned)
    }

    // MARK: Declarations

    /// A declaration's own sample, which others refer to.
    func sample(of id: DeclarationID) -> TypedSample? {
        if let known = samples[id] { return known }
        let source = planned.source(of: id)
        let identity = ObjectIdentifier(source.schema)
        guard pending.insert(identity).inserted else {
            isCutShort = true
            return nil
        }
        if pending.count == 1 { startSearch() }
        let wasCutShort = isCutShort
        isCutShort = false
        let check = source.type == nil ? self.check(of: source.schema) : interpreter.check(of: id)
        var found: TypedSample?
        _ = values(of: [source.schema], only: source.type, hint: "", variant: 0) { value, _ in
            guard !value.isNull, let typed = typing.definition(of: id, value) else { return false }
            guard interpreter.accepts(typed.value, check) else { return false }
            found = typed
            return true
        }
        pending.remove(identity)
        // What failed because a value was still being created may succeed once that value exists.
        if found != nil || !isCutShort || pending.isEmpty { samples[id] = .some(found) }
        if found != nil { order.append(id) }
        isCutShort = wasCutShort || found == nil && isCutShort
        return found
    }

    /// A sample that has already been created.
    func known(_ id: DeclarationID) -> TypedSample? { samples[id] ?? nil }

    private static let budget = 40_000
    private static let budgetOfDeclaration = 400

    private func startSearch() { budget = min(Self.budget, documentBudget) }

    /// A value from the document itself may be typed outside of a search.
    func startTyping() { if pending.isEmpty { startSearch() } }

    /// Takes a step of the search; `false` if none is left.
    func step() -> Bool {
        guard budget > 0 else { return false }
        budget -= 1
        documentBudget -= 1
        return true
    }

    func check(of schema: Schema) -> Check {
        let identity = ObjectIdentifier(schema)
        if let known = checks[identity] { return known }
        let check = planned.checks.check(schema)
        checks[identity] = check
        return check
    }

    // MARK: Values

    /// A value that all of the schemas allow. `variant` is the number of values to skip, for lists of different elements.
    func value(of schemas: [Schema], hint: String, variant: Int = 0) -> Node? {
        if schemas.count == 1, variant == 0, let shared = sharedSample(schemas[0]) { return shared?.value }
        let identities = schemas.map { ObjectIdentifier(document.target(of: $0)) }
        if pending.isEmpty { startSearch() }
        guard step(), identities.allSatisfy({ !pending.contains($0) }) else {
            isCutShort = true
            return nil
        }
        pending.formUnion(identities)
        defer { pending.subtract(identities) }
        var found: Node?
        var skipped: Set<Node> = []
        _ = values(of: schemas, only: nil, hint: hint, variant: variant) { candidate, isSingle in
            guard let value = accepted(candidate, by: schemas) else { return false }
            if skipped.count < variant, isSingle {
                skipped.insert(value)
                return false
            }
            guard !skipped.contains(value) else { return false }
            found = value
            return true
        }
        return found
    }

    /// The sample of a schema's declaration; the outer `nil` if it has no declaration.
    private func sharedSample(_ schema: Schema) -> TypedSample?? {
        guard let id = planned.types.declaration(of: document.target(of: schema)), planned.hasSample(id) else {
            return nil
        }
        guard let sample = sample(of: id) else { return .some(nil) }
        return interpreter.accepts(sample.value, check(of: schema)) ? sample : nil
    }

    func allow(_ schemas: [Schema], _ value: Node) -> Bool {
        schemas.allSatisfy { interpreter.accepts(value, check(of: $0)) }
    }

    /// The value as its type writes it; `nil` if the checks or the type do not allow it.
    private func accepted(_ value: Node, by schemas: [Schema]) -> Node? {
        guard allow(schemas, value) else { return nil }
        var value = value
        for schema in schemas {
            guard let type = planned.types[Shape.Alternative.ID(schema)] else { continue }
            guard let typed = typing.typed(value, as: type.optionalType) else { return nil }
            value = typed.value
        }
        return allow(schemas, value) ? value : nil
    }

    /// Tries candidates in turn, until `isFound` accepts one. Those that are not single already differ between variants.
    private func values(
        of schemas: [Schema], only: SchemaType?, hint: String, variant: Int,
        _ isFound: (_ value: Node, _ isSingle: Bool) -> Bool
    ) -> Bool {
        var facts = SampleFacts(discriminators: discriminators, examples: examples)
        for schema in schemas { facts.add(schema, in: document) }
        if let only { facts.types = [only] }
        var ways = Self.wayLimit
        return choose(facts, &ways) { facts in
            if (facts.given + facts.shared).contains(where: { isFound($0, true) }) { return true }
            guard !facts.isListed else { return false }
            let candidates = SampleCandidates(maker: self, facts: facts, hint: hint, variant: variant)
            return candidates.contains { isFound($0, $0.isScalar) }
        }
    }

    /// The number of combinations of alternatives that are tried.
    private static let wayLimit = 64

    private func choose(_ facts: SampleFacts, _ ways: inout Int, _ isFound: (SampleFacts) -> Bool) -> Bool {
        guard let choice = facts.choices.first else {
            ways -= 1
            return isFound(facts)
        }
        for way in choice where ways > 0 && step() {
            var chosen = facts
            chosen.choices.removeFirst()
            if let (key, value) = way.discriminated { chosen.discriminated[key] = value }
            if way.schemas.count == 1, let sample = sharedSample(way.schemas[0]) ?? nil {
                chosen.shared.append(sample.value)
            }
            for schema in way.schemas { chosen.add(schema, in: document) }
            if choose(chosen, &ways, isFound) { return true }
        }
        return false
    }
}

/// A value, and the expression for it in source.
struct TypedSample {
    var value: Node
    var sample: Sample
}

extension Node {
    fileprivate var isScalar: Bool { sequence == nil && mapping == nil }
}

extension PlannedSchemas {
    /// Whether a declaration has a sample of its own: an alias is another type's name, an enumeration lists its values.
    func hasSample(_ id: DeclarationID) -> Bool {
        switch declarations[id.index].kind {
        case .structure, .union: true
        case .enumeration, .alias: false
        }
    }
}
