import ApusOpenAPI

/// Groups operations by their tags, where the document declares some: each group begins with a mark, `// MARK: - Pets`, and
/// what the document says of the tag.
struct TagGroups {
    private let tags: [Tag]
    /// The groups in the order of the tags' declarations, then those of tags that are only used.
    private var order: [String]

    init(document: Document) {
        tags = document.tags
        order = document.tags.map(\.name)
    }

    /// The group of an operation is its first tag that is there to group: kinds such as `badge` are not.
    mutating func index(of operation: Operation) -> Int? {
        guard !tags.isEmpty else { return nil }
        let name = operation.tags.map(\.value).first { name in
            guard let kind = tags.first(where: { $0.name == name })?.groupKind else { return true }
            return kind == "nav"
        }
        guard let name else { return nil }
        if let index = order.firstIndex(of: name) { return index }
        order.append(name)
        return order.count - 1
    }

    /// Sorts operations by their groups, those without one first, and gives the first of each its heading.
    func arrange(_ operations: inout [OperationPlan], groups: [Int?]) {
        let sorted = operations.indices.sorted { (groups[$0] ?? -1, $0) < (groups[$1] ?? -1, $1) }
        var previous: Int?
        operations = sorted.map { position in
            var operation = operations[position]
            if let group = groups[position], group != previous { operation.heading = heading(of: order[group]) }
            previous = groups[position]
            return operation
        }
    }

    /// `MARK: - Animals: Pets`, and paragraphs.
    private func heading(of name: String) -> [String] {
        guard let tag = tags.first(where: { $0.name == name }) else { return ["MARK: - \(Documentation.line(name))"] }
        let parents = parents(of: tag).map { Documentation.line($0) + ": " }.joined()
        let mark = "MARK: - \(parents)\(Documentation.line(name))"
        let fields = [Documentation.seeAlso(tag.externalDocs)]
        return [mark] + Documentation.paragraphs(Documentation.paragraphs(tag.summary, tag.description), fields: fields)
    }

    /// The outermost first. A cycle ends where it closes.
    private func parents(of tag: Tag) -> [String] {
        var parents: [String] = []
        var current = tag
        while let name = current.parent, name != tag.name, !parents.contains(name) {
            parents.insert(name, at: 0)
            guard let parent = tags.first(where: { $0.name == name }) else { break }
            current = parent
        }
        return parents
    }
}
