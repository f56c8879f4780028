import ApusDiagnostics
import ApusOpenAPI

/// The Swift names of the document's operations.
struct OperationNames {
    private var names: [SourceLocation: String] = [:]

    init(document: Document, options: PlanOptions, diagnostics: Diagnostics) {
        let operations = document.paths.flatMap { path in path.item.operations.map { (path.template, $0) } }
        let short = operations.map { Self.shortName(path: $0.0, operation: $0.1, options: options) }
        var indices: [String: [Int]] = [:]
        for (index, name) in short.enumerated() { indices[name, default: []].append(index) }

        for (index, (path, operation)) in operations.enumerated() {
            let parties = indices[short[index], default: []]
            guard parties.count > 1 else {
                names[operation.location] = short[index]
                continue
            }
            let full = Self.fullName(path: path, operation: operation)
            names[operation.location] = full
            diagnostics.report(
                .nameCollision,
                "\(parties.count) operations would be called `\(short[index])`; this one is `\(full)`",
                at: operation.operationID?.location ?? operation.location
            )
        }
    }

    subscript(operation: Operation) -> String {
        names[operation.location] ?? "operation"
    }

    private static func shortName(path: String, operation: Operation, options: PlanOptions) -> String {
        guard let id = operation.operationID?.value else {
            return reserved(SwiftName.member("\(operation.method.lowercased()) \(path)"))
        }
        if let pinned = options.names[id] { return pinned }
        let function = FastAPINames.functionName(ofOperationID: id, path: path, method: operation.method)
        return reserved(SwiftName.member(function ?? id))
    }

    /// With path and method: nothing else of the document can have it.
    private static func fullName(path: String, operation: Operation) -> String {
        guard let id = operation.operationID?.value else {
            return reserved(SwiftName.spelled("\(operation.method.lowercased())\(path)"))
        }
        let isCut = FastAPINames.functionName(ofOperationID: id, path: path, method: operation.method) != nil
        return reserved(isCut ? SwiftName.member(id) : SwiftName.spelled(id))
    }

    /// Methods that the client or the server protocol has itself.
    private static func reserved(_ name: String) -> String {
        switch name {
        case "send", "connection", "register", "authenticate": name + "Operation"
        default: ReservedNames.member(ReservedNames.type(name))
        }
    }
}
