import ApusDiagnostics
import ApusOpenAPI

/// What a text body represents: a string, or a number, a date or a value of an enumeration, according to its schema.
struct TextContent {
    var type = TypeReference.builtin(.string)
    /// What the schema requires beyond the type.
    var check: Check?
    var isNullable = false

    init(_ choice: MediaTypeChoice, naming: Naming, schemas: SchemaPlanner) {
        guard let schema = choice.entry.value.schema else { return }
        guard schemas.shapes.isScalar(schema) else {
            if case .any = schemas.shapes.shape(of: schema).kind { return }
            schemas.diagnostics.report(
                .unsupportedMediaType,
                "`\(choice.entry.key)` is passed on as a string, since its schema is not a string, a number or a boolean",
                at: choice.entry.location
            )
            return
        }
        let planned = schemas.type(of: schema, naming: naming)
        type = planned.type
        isNullable = planned.isNullable
        let check = schemas.checks.check(schema)
        if check.exceeds(planned.type) { self.check = check }
    }
}

extension Shapes {
    /// Whether each value of a schema has a textual form: strings, numbers and booleans have one.
    func isScalar(_ schema: Schema, depth: Int = 0) -> Bool {
        depth < 16 && isScalar(shape(of: schema).kind, depth: depth)
    }

    private func isScalar(_ kind: Shape.Kind, depth: Int) -> Bool {
        switch kind {
        case .builtin, .flexibleNumber, .external, .enumeration: true
        case .reference(let target): isScalar(target, depth: depth + 1)
        case .union(let alternatives):
            alternatives.allSatisfy { alternative in
                if let type = alternative.type {
                    return isScalar(self.kind(of: alternative.schema, as: type), depth: depth + 1)
                }
                return isScalar(alternative.schema, depth: depth + 1)
            }
        case .any, .never, .structure, .dictionary, .tuple, .array: false
        }
    }
}
