import ApusOpenAPI
import ApusPlanning
import ApusRendering

/// The Swift type of each schema of a document.
///
///     #/components/schemas/Pet            a component
///     POST /pets request application/json   a body of a request
///     GET /pets 200 application/json        a body of an answer
struct TypeTable {
    let document: Document
    let plan: Plan

    /// The number of entries in one function: the compiler handles many small functions better than a large one.
    private static let entriesPerFunction = 100

    private struct Entry {
        var key: String
        var type: String
        /// Whether the type's `Codable` is generated, and does not come from Foundation as for `Date`.
        var isGenerated = false
    }

    func text() -> String {
        let entries = components() + plan.operations.flatMap(bodies) + plan.operations.flatMap(answers)
        let lines = entries.map { entry in
            let trial = entry.isGenerated ? "trial" : "trialOfMember"
            return "    types[\(Escaping.stringLiteral(entry.key))] = \(trial)(\(entry.type).self)\n"
        }
        let starts = stride(from: 0, to: lines.count, by: Self.entriesPerFunction)
        let functions = starts.map { start in
            "private func add\(start)(_ types: inout [String: Trial]) {\n"
                + lines[start..<min(start + Self.entriesPerFunction, lines.count)].joined() + "}\n"
        }
        let calls = starts.map { "    add\($0)(&types)\n" }.joined()
        let table =
            "func allTypes() -> [String: Trial] {\n    var types: [String: Trial] = [:]\n\(calls)    return types\n}\n"
        return "import ApusRuntime\nimport Foundation\n\n" + table + functions.joined()
    }

    private func components() -> [Entry] {
        let roots = Dictionary(plan.roots.map { (plan[$0].location, $0) }) { first, _ in first }
        return document.components.schemas.compactMap { component in
            guard let id = roots[component.value.location] else { return nil }
            let key = "#/components/schemas/\(component.key)"
            if isForm(plan[id]) { return Entry(key: key, type: "FormOfParts") }
            return Entry(key: key, type: name(of: id), isGenerated: isGenerated(plan[id]))
        }
    }

    private func entry(_ key: String, _ type: TypeReference) -> Entry {
        guard case .declared(let id) = type else { return Entry(key: key, type: text(type)) }
        return Entry(key: key, type: text(type), isGenerated: isGenerated(plan[id]))
    }

    private func isGenerated(_ declaration: Declaration) -> Bool {
        if case .alias = declaration.kind { false } else { true }
    }

    private func isForm(_ declaration: Declaration) -> Bool {
        guard case .structure(let structure) = declaration.kind else { return false }
        return structure.codec == .multipart
    }

    private func bodies(_ operation: OperationPlan) -> [Entry] {
        (operation.body?.contents ?? []).compactMap { content in
            guard content.content.kind == .json, isJSON(content.type) else { return nil }
            return entry("\(name(of: operation)) request \(content.content.mediaType)", content.type)
        }
    }

    private func answers(_ operation: OperationPlan) -> [Entry] {
        var responses = operation.failure.map { plan.failures[$0].responses } ?? []
        switch operation.success {
        case .single(let response): responses.append(response)
        case .output(let index): responses += plan.outputs[index].responses
        }
        return responses.compactMap { response in
            guard let content = response.content, content.kind == .json, isJSON(response.type) else { return nil }
            return entry("\(name(of: operation)) \(status(response)) \(content.mediaType)", response.type)
        }
    }

    private func name(of operation: OperationPlan) -> String { "\(operation.method.uppercased()) \(operation.path)" }

    private func status(_ response: ResponsePlan) -> String {
        switch response.status {
        case .code(let code): "\(code)"
        case .range(let hundred): "\(hundred)XX"
        case .default: "default"
        }
    }

    private func isJSON(_ type: TypeReference) -> Bool {
        switch type {
        case .builtin(.body), .builtin(.filePart), .builtin(.void): false
        case .generic(.itemStream, _): false
        case .builtin, .declared, .external, .array, .dictionary, .optional, .nullable, .generic: true
        }
    }

    private func text(_ type: TypeReference) -> String {
        switch type {
        case .builtin(let builtin): builtin.rawValue
        case .external(let type): type.name
        case .declared(let id): name(of: id)
        case .array(let element): "[\(text(element))]"
        case .dictionary(let value, let key): "[\(text(key)): \(text(value))]"
        case .optional(let wrapped): "\(text(wrapped))?"
        case .nullable(let wrapped): "Nullable<\(text(wrapped))>"
        case .generic(let generic, let inner): "\(generic.rawValue)<\(text(inner))>"
        }
    }

    private func name(of id: DeclarationID) -> String {
        let name = Escaping.identifier(plan[id].name)
        return plan[id].parent.map { self.name(of: $0) + "." + name } ?? name
    }
}
