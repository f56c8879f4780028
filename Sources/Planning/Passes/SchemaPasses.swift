import ApusDiagnostics
import ApusOpenAPI

/// Drafts -> declarations: what is known only after every schema and operation has been planned. Each pass documents what it needs
/// from earlier passes; its results are passed to the later ones as values.
struct SchemaPasses {
    let types: TypeTable
    let checks: CheckPlanner
    let options: PlanOptions
    let diagnostics: Diagnostics

    /// Runs the passes that precede the planning of operations, which resolves aliases.
    func afterComponents() {
        AliasCycles.break(in: &types.drafts, diagnostics: diagnostics)
    }

    /// After this, no more types are planned.
    ///
    /// - Parameter xmlTypes: The types of values that are sent as XML.
    func finish(usedBy uses: TypeUses, xmlTypes: [TypeReference]) -> PlannedSchemas {
        let settled = SettledNames(of: types.drafts, beside: types.names.topLevel).names
        types.names.take(types.drafts.roots.map { settled[$0.index] })
        SplitMembers.split(in: &types.drafts)
        let caseNames = UnionCaseNames(
            document: types.document, drafts: types.drafts, names: settled, topLevel: types.names.topLevel
        ).assign()
        let usage = uses.usage(of: types.drafts)
        types.usage = usage
        RequiredMembers.open(in: &types.drafts, usage: usage, shapes: types.shapes)
        let literals = DefaultLiterals(diagnostics: diagnostics) { settled[$0.index] }
        let accessors = DefaultAccessors(drafts: types.drafts, literals: literals).assign()
        UnionTags.tag(in: &types.drafts)
        let choices = UnionChoices(types: types, checks: checks).choose()
        let names = ShadowedNames.renamed(settled, of: types.drafts)
        let xml = XMLShapes(types: types).plan(xmlTypes)
        let indirection = Indirection(in: types.drafts)
        let planned = DeclaredChecks(drafts: types.drafts, checks: checks, options: options)
            .plan(usage: usage, choices: choices, operations: uses.operations)
        let finished = FinishedDeclarations(
            names: names, caseNames: caseNames, usage: usage, accessors: accessors, choices: choices, xml: xml,
            indirection: indirection, checks: planned
        )
        return PlannedSchemas(
            declarations: types.drafts.all.map(finished.declaration), validators: checks.validators, types: types,
            checks: checks
        )
    }
}

/// The final declarations of a document.
struct PlannedSchemas {
    /// A `DeclarationID` is an index into this array.
    let declarations: [Declaration]
    /// The validators that do not belong to a declaration.
    let validators: [SchemaValidator]
    /// The declarations by schema.
    let types: TypeTable
    /// The assertions of schemas for which no validator is emitted.
    let checks: CheckPlanner

    func source(of id: DeclarationID) -> Shape.Alternative { types.drafts[id].source }

    /// The declarations at the top level, in the order of their names.
    var roots: [DeclarationID] {
        declarations.filter { $0.parent == nil }.sorted { $0.name < $1.name }.map(\.id)
    }
}
