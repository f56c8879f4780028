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
            Candidates(
                path: path, operation: operation, isShared: uses[operation.location] != 1,
                isAmbiguous: operation.operationID.map { places[$0.value]?.count != 1 } ?? false,
                isNumbered: operation.operationID.flatMap { Self.unnumbered($0.value) }.map { places[$0] != nil }
                    ?? false,
                options: options
            )
        }
        let first = candidates.map(\.first)
        let settled = UniqueNames.settle(first: first) { candidates[$0].others }
        for (index, (path, operation)) in operations.enumerated() {
            let name = settled[index]
            names[Key(path: path, location: operation.location)] = name
            let wanted = first[index]
            if wanted == name { continue }
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
        let digits = id.utf8.reversed().prefix(while: \.isDigit).count
        guard 1...3 ~= digits else { return nil }
        let name = id.dropLast(digits)
        guard name.last == "_", let before = name.dropLast().last, before != "_", !before.isNumber else { return nil }
        return String(name.dropLast())
    }

    /// Renames what would have the name of a method of the client or the server protocol.
    static func reserved(_ name: String) -> String {
        switch name {
        case "send", "connection", "register", "authenticate": name + "Operation"
        default: ReservedNames.member(ReservedNames.type(name))
        }
    }
}

/// The names that an operation may get, in order of preference.
private struct Candidates {
    private let path: String
    private let method: String
    private let source: Source

    private enum Source {
        /// `apus.yaml` states the name.
        case pinned(String)
        /// Two operations have the operation id, or it says nothing more than the path.
        case path
        /// The operation id, whose author wrote `name`, or used no naming scheme that is recognised. Several paths share the
        /// operation if `isShared`.
        case id(String, name: String?, isShared: Bool)
    }

    init(
        path: String, operation: Operation, isShared: Bool, isAmbiguous: Bool, isNumbered: Bool, options: PlanOptions
    ) {
        self.path = path
        method = operation.method.lowercased()
        guard !isAmbiguous, let id = operation.operationID?.value else {
            source = .path
            return
        }
        if let pinned = options.names[id] {
            source = .pinned(pinned)
        } else if isNumbered {
            source = .path
        } else {
            source =
                switch FrameworkNames.find(operationID: id, path: path, method: operation.method) {
                case .path: .path
                case .name(let name): .id(id, name: name, isShared: isShared)
                case nil: .id(id, name: nil, isShared: isShared)
                }
        }
    }

    var first: String {
        switch source {
        case .pinned(let name): name
        case .path: byPath(0)
        case .id(let id, let name, _): OperationNames.reserved(SwiftName.member(name ?? id))
        }
    }

    /// The last one, with path and method, is unique in the document.
    var others: ArraySlice<String> {
        switch source {
        case .pinned: []
        case .path: [byPath(1), byPath(2)]
        case .id(_, _, isShared: true): [byPath(0), byPath(1), byPath(2)]
        case .id(let id, let name, isShared: false):
            [OperationNames.reserved(name == nil ? SwiftName.spelled(id) : SwiftName.member(id)), byPath(2)]
        }
    }

    private func byPath(_ rank: Int) -> String {
        let name =
            switch rank {
            case 0: SwiftName.member("\(method) \(PathWords.short(path))")
            case 1: SwiftName.member("\(method) \(path)")
            default: SwiftName.spelled(method + path)
            }
        return OperationNames.reserved(name)
    }
}
