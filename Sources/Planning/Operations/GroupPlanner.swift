import ApusOpenAPI

/// Divides operations by their first tags, in the order of the document's tags.
struct GroupPlanner {
    let document: Document
    let options: PlanOptions
    let schemas: SchemaPlanner
    let apiName: String

    /// With this many operations, one file would be too long to find anything in it.
    private static let manyOperations = 250

    func groups(of operations: [OperationPlan]) -> [GroupPlan] {
        var indices: [String: [Int]] = [:]
        for (index, operation) in operations.enumerated() {
            if let tag = operation.tag { indices[Self.key(tag), default: []].append(index) }
        }
        var keys: Set<String> = []
        let tags = (document.tags.map(\.name) + operations.compactMap(\.tag)).filter { tag in
            indices[Self.key(tag)] != nil && keys.insert(Self.key(tag)).inserted
        }
        guard isWanted(operations: operations.count, tags: tags.count) else { return [] }
        return tags.map { tag in
            let name = SwiftName.type(tag)
            return GroupPlan(
                name: name,
                serverName: schemas.freeName(apiName + name + "API", apiName + name + "GroupAPI"),
                operations: indices[Self.key(tag), default: []],
                documentation: documentation(of: tag)
            )
        }
    }

    /// Tags whose names are the same in Swift, or differ only in case, are treated as one: on many disks, their files would be the
    /// same.
    private static func key(_ tag: String) -> String { SwiftName.type(tag).lowercased() }

    private func documentation(of name: String) -> [String] {
        let tag = document.tags.first { $0.name == name }
        let paragraphs = Documentation.paragraphs(tag?.summary, tag?.description)
        return Documentation.paragraphs(
            paragraphs.isEmpty ? ["The operations with the tag `\(Documentation.line(name))`."] : paragraphs,
            fields: [
                tag?.parent.map { "Part of: \(Documentation.line($0))" }, Documentation.seeAlso(tag?.externalDocs),
            ]
        )
    }

    /// The tag by which an operation is grouped: tags of kinds such as `badge` are not meant for grouping.
    static func tag(of operation: Operation, in document: Document) -> String? {
        operation.tags.map(\.value).first { name in
            guard let kind = document.tags.first(where: { $0.name == name })?.groupKind else { return true }
            return kind == "nav"
        }
    }

    private func isWanted(operations: Int, tags: Int) -> Bool {
        switch options.grouping {
        case .none: false
        case .tags: tags > 0
        case .auto: tags > 1 && operations > Self.manyOperations
        }
    }
}
