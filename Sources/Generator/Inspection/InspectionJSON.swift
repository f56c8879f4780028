extension Inspection {
    /// One object. `compileSeconds` is for one core, in a debug build; counts by name are an object.
    package var json: String {
        var members: [(key: String, value: JSONText)] = [
            ("title", .string(title)),
            ("version", .string(version)),
            ("openapi", .string(specification)),
            ("bytes", .integer(bytes)),
            ("operations", .integer(operations.reduce(0) { $0 + $1.count })),
            ("methods", object(operations)),
            ("webhooks", .integer(webhooks)),
            ("callbacks", .integer(callbacks)),
            ("schemas", .object([("named", .integer(namedSchemas)), ("inline", .integer(inlineSchemas))])),
            ("requestMediaTypes", object(requestMediaTypes)),
            ("responseMediaTypes", object(responseMediaTypes)),
            ("security", .array(security.map(object))),
            ("openOperations", .integer(openOperations)),
            ("unsupported", object(unsupported)),
            ("warnings", object(warnings)),
            ("errors", object(errors)),
        ]
        members.append(("output", output.map(object) ?? .null))
        return JSONText.object(members).text
    }

    private func object(_ counts: [Count]) -> JSONText {
        .object(counts.map { ($0.name, .integer($0.count)) })
    }

    private func object(_ scheme: Scheme) -> JSONText {
        let operations = JSONText.integer(scheme.operations)
        return .object([("name", .string(scheme.name)), ("kind", .string(scheme.kind)), ("operations", operations)])
    }

    private func object(_ output: Output) -> JSONText {
        .object([
            ("files", .integer(output.files)),
            ("lines", .integer(output.lines)),
            ("bytes", .integer(output.bytes)),
            ("declarations", .integer(output.declarations)),
            ("methods", .integer(output.methods)),
            ("compileSeconds", .number((output.debugCompileSeconds * 10).rounded() / 10)),
        ])
    }
}
