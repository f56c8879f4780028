import ApusDiagnostics
import ApusOpenAPI

/// The Swift names of the document's operations.
struct OperationNames {
    private var names: [Key: String] = [:]

    /// Several paths can share a path item, and with it the location of an operation.
    private struct Key: Hashable {
        let path: String
        let location: SourceLocation
    }

    init(document: Document, options: PlanOptions, diagnostics: Diagnostics) {
        let operations = document.paths.flatMap { path in path.item.operations.map { (path.template, $0) } }
        var places: [String: Set<SourceLocation>] = [:]
        for (_, operation) in operations {
            if let id = operation.operationID { places[id.value, default: []].insert(id.location) }
        }
        var uses: [SourceLocation: Int] = [:]
        for (_, operation) in operations { uses[operation.location, default: 0] += 1 }
        let candidates = operations.map { path, operation in
            Self.candidates(
                path: path, operation: operation, isShared: uses[operation.location] != 1,
                isAmbiguous: operation.operationID.map { places[$0.value]?.count != 1 } ?? false,
                isNumbered: operation.operationID.flatMap { Self.unnumbered($0.value) }.map { places[$0] != nil }
                    ?? false,
                options: options
            )
        }
        let settled = UniqueNames.settle(candidates)
        for (index, (path, operation)) in operations.enumerated() {
            let name = settled[index]
            names[Key(path: path, location: operation.location)] = name
            guard let wanted = candidates[index].first, wanted != name else { continue }
            diagnostics.report(
                .nameCollision,
                "several operations would be called `\(wanted)`; this one is `\(name)`",
                at: operation.operationID?.location ?? operation.location
            )
        }
    }

    subscript(operation: Operation, path: Path) -> String {
        names[Key(path: path.template, location: operation.location)] ?? "operation"
    }

    /// springdoc distinguishes operations with the same function name by the order in which it finds them: `getAll_1` -> `getAll`.
    private static func unnumbered(_ id: String) -> String? {
        let digits = id.utf8.reversed().prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }.count
        guard 1...3 ~= digits else { return nil }
        let name = id.dropLast(digits)
        guard name.last == "_", let before = name.dropLast().last, before != "_", !before.isNumber else { return nil }
        return String(name.dropLast())
    }

    /// Names in order of preference: the last one, with path and method, is unique in the document. An ambiguous operation id,
    /// which two operations have, names neither.
    private static func candidates(
        path: String, operation: Operation, isShared: Bool, isAmbiguous: Bool, isNumbered: Bool,
        options: PlanOptions
    ) -> [String] {
        let method = operation.method.lowercased()
        let byPath = [
            SwiftName.member("\(method) \(PathWords.short(path))"), SwiftName.member("\(method) \(path)"),
            SwiftName.spelled(method + path),
        ]
        guard !isAmbiguous, let id = operation.operationID?.value else { return byPath.map(reserved) }
        if let pinned = options.names[id] { return [pinned] }
        if isNumbered { return byPath.map(reserved) }
        switch FrameworkNames.find(operationID: id, path: path, method: operation.method) {
        case .path: return byPath.map(reserved)
        case .name(let name):
            return ([SwiftName.member(name)] + (isShared ? byPath : [SwiftName.member(id), byPath[2]])).map(reserved)
        case nil:
            let full = SwiftName.spelled(id)
            return ([SwiftName.member(id)] + (isShared ? byPath : [full, byPath[2]])).map(reserved)
        }
    }

    /// Renames what would have the name of a method of the client or the server protocol.
    static func reserved(_ name: String) -> String {
        switch name {
        case "send", "connection", "register", "authenticate": name + "Operation"
        default: ReservedNames.member(ReservedNames.type(name))
        }
    }
}
