import ApusDiagnostics
import ApusOpenAPI

/// The Swift names of the document's operations.
struct OperationNames {
    private var names: [Key: String] = [:]

    /// Several paths can share a path item, and with it the place of an operation.
    private struct Key: Hashable {
        let path: String
        let location: SourceLocation
    }

    init(document: Document, options: PlanOptions, diagnostics: Diagnostics) {
        let operations = document.paths.flatMap { path in path.item.operations.map { (path.template, $0) } }
        let short = operations.map { Self.shortName(path: $0.0, operation: $0.1, options: options) }
        var indices: [String: [Int]] = [:]
        for (index, name) in short.enumerated() { indices[name, default: []].append(index) }

        for (index, (path, operation)) in operations.enumerated() {
            let parties = indices[short[index], default: []]
            guard parties.count > 1 else {
                names[Key(path: path, location: operation.location)] = short[index]
                continue
            }
            let isShared = parties.contains { $0 != index && operations[$0].1.location == operation.location }
            let byPath = Self.nameByPath(path: path, operation: operation)
            let isTaken = parties.contains {
                $0 != index && Self.nameByPath(path: operations[$0].0, operation: operations[$0].1) == byPath
            }
            let isFree = isShared && !isTaken && indices[byPath] == nil
            let full = isFree ? byPath : Self.fullName(path: path, operation: operation, isShared: isShared)
            names[Key(path: path, location: operation.location)] = full
            diagnostics.report(
                .nameCollision,
                "\(parties.count) operations would be called `\(short[index])`; this one is `\(full)`",
                at: operation.operationID?.location ?? operation.location
            )
        }
    }

    subscript(operation: Operation, path: Path) -> String {
        names[Key(path: path.template, location: operation.location)] ?? "operation"
    }

    private static func shortName(path: String, operation: Operation, options: PlanOptions) -> String {
        guard let id = operation.operationID?.value else {
            return nameByPath(path: path, operation: operation)
        }
        if let pinned = options.names[id] { return pinned }
        let function = FastAPINames.functionName(ofOperationID: id, path: path, method: operation.method)
        return reserved(SwiftName.member(function ?? id))
    }

    /// `getBooks` for GET `/books`
    private static func nameByPath(path: String, operation: Operation) -> String {
        reserved(SwiftName.member("\(operation.method.lowercased()) \(path)"))
    }

    /// With path and method: nothing else of the document can have it.
    private static func fullName(path: String, operation: Operation, isShared: Bool) -> String {
        guard let id = operation.operationID?.value, !isShared else {
            return reserved(SwiftName.spelled("\(operation.method.lowercased())\(path)"))
        }
        let isCut = FastAPINames.functionName(ofOperationID: id, path: path, method: operation.method) != nil
        return reserved(isCut ? SwiftName.member(id) : SwiftName.spelled(id))
    }

    /// Methods that the client or the server protocol has itself.
    static func reserved(_ name: String) -> String {
        switch name {
        case "send", "connection", "register", "authenticate": name + "Operation"
        default: ReservedNames.member(ReservedNames.type(name))
        }
    }
}
