import ApusDiagnostics
import ApusJSON
import ApusOpenAPI

/// The declared header fields of a response.
struct HeaderPlanner {
    let schemas: SchemaPlanner
    let diagnostics: Diagnostics

    /// Required ones first; each group in the document's order. `typeName` is what inline schemas are named after.
    func headers(of response: Response, typeName: String) -> [HeaderPlan] {
        let declared = declared(response)
        let simple = declared.map { ReservedNames.member(SwiftName.member($0.key)) }
        // The struct that contains them also has a `body` and a `response`.
        let texts = zip(declared, simple).map { Self.taken.contains($1) ? "header \($0.key)" : $0.key }
        let names = UniqueNames.assign(
            texts, name: { SwiftName.member($0) }, reserve: ReservedNames.member, taken: Self.taken
        )
        let plans = zip(declared, names).map { entry, name in
            let naming = entry.own ?? .operation(typeName, SwiftName.type(entry.key))
            return plan(entry.header, key: entry.key, name: name, naming: naming)
        }
        return plans.filter(\.isRequired) + plans.filter { !$0.isRequired }
    }

    private static let taken: Set<String> = ["body", "response", "status"]

    private func declared(_ response: Response) -> [(key: String, header: Header, own: Naming?)] {
        for entry in response.repeatedHeaders {
            report("`\(entry.key)` is the same header as an earlier one, except for its case", entry)
        }
        return response.declaredHeaders.compactMap { entry in
            guard let header = schemas.document.resolve(entry.value) else { return nil }
            guard HTTPToken.isToken(entry.key) else {
                report("`\(entry.key)` is not a valid header name", entry)
                return nil
            }
            return (entry.key, header, Naming.header(entry.value, in: schemas.document))
        }
    }

    private func report(_ message: String, _ entry: OrderedMap<Referenced<Header>>.Entry) {
        diagnostics.report(.unsupportedHeaders, message, at: entry.location)
    }

    private func plan(_ header: Header, key: String, name: String, naming: Naming) -> HeaderPlan {
        let content = header.content.first
        let isJSON = content.map { MediaTypeChoice.isJSON($0.key) } ?? false
        var planned = PlannedType(.builtin(.string))
        var check: Check?
        if let schema = content == nil ? header.schema : isJSON ? content?.value.schema : nil {
            planned = schemas.type(of: schema, naming: naming)
            if schemas.options.validatesAnswers { check = schemas.checks.check(schema) }
        }
        return HeaderPlan(
            key: key,
            name: name,
            type: planned.type,
            isRequired: header.required && !planned.isNullable,
            isJSON: isJSON,
            explode: content == nil && header.serialization.explode,
            check: check.flatMap { $0.exceeds(planned.type) || !$0.declared.isEmpty ? $0 : nil },
            documentation: Documentation.paragraphs(header.description, header.deprecated ? "Deprecated." : nil)
        )
    }
}
