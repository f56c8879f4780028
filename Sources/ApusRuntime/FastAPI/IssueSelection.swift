/// Selects, from all issues, those that pydantic reports: it stops at the first error of a value.
enum IssueSelection {
    static func select(_ issues: [ValidationIssue]) -> [ValidationIssue] { positions(in: issues).map { issues[$0] } }

    private static func positions(in issues: [ValidationIssue]) -> [Int] {
        if issues.count < 2 { return Array(issues.indices) }
        let places = Dictionary(grouping: issues.indices) { issues[$0].place }
        let tooLong = issues.filter { $0.hidesElements(in: issues) }.map(\.place)
        return issues.enumerated().filter { index, issue in
            let rank = issue.kind.rank
            let rivals = (places[issue.place] ?? []).filter { $0 != index }
            if rivals.contains(where: { issues[$0].kind.rank < rank || issues[$0].kind.rank == rank && $0 < index }) {
                return issue.kind.isMember
            }
            if issue.isSaidLast, !tooLong.contains(issue.place),
                issues.contains(where: { issue.place.contains($0.place) })
            {
                return false
            }
            return !tooLong.contains { $0.contains(issue.place) }
        }
        .map(\.offset)
    }

    static func select(_ issues: [LocatedIssue]) -> [LocatedIssue] {
        if issues.count < 2 { return issues }
        // FastAPI parses the body first, and checks nothing else if that fails.
        if let issue = issues.first(where: \.isMalformed) { return [issue] }
        return LocatedIssue.Location.allCases.flatMap { location in
            let found = issues.filter { $0.location == location }
            return positions(in: found.map(\.issue)).map { found[$0] }
        }
    }
}

extension ValidationIssue {
    fileprivate struct Place: Hashable {
        var path: [JSONPathComponent]
        var labels: [IssueNote.Label]

        /// Whether another place lies inside this one.
        func contains(_ other: Place) -> Bool {
            other.path.count > path.count && other.path.starts(with: path) && other.labels.starts(with: labels)
        }
    }

    fileprivate var place: Place {
        var path = path
        if case .propertyName = kind { path.append(.key("[key]")) }
        return Place(path: path, labels: note?.labels ?? [])
    }

    /// Whether pydantic checks no other elements once it has reported this.
    ///
    /// In a list it counts all elements, in a set or dictionary only the valid ones.
    fileprivate func hidesElements(in issues: [ValidationIssue]) -> Bool {
        switch kind {
        case .maxItems where !isOfSet: true
        case .maxItems(let limit, let actual), .maxProperties(let limit, let actual):
            actual - Set(issues.filter { place.contains($0.place) }.map { $0.path[path.count] }).count > limit
        default: false
        }
    }

    private var isOfSet: Bool { note?.detail == .set }

    /// Whether pydantic reports this only if everything inside the value is valid.
    fileprivate var isSaidLast: Bool {
        switch kind {
        case .minItems, .minProperties, .maxProperties, .uniqueItems: true
        case .maxItems: isOfSet
        default: false
        }
    }
}

extension LocatedIssue {
    fileprivate var isMalformed: Bool {
        if case .malformedJSON = issue.kind { location == .body } else { false }
    }
}

extension ValidationIssue.Kind {
    /// Whether the issue is about a member itself, while other issues at the same location may be about its value.
    fileprivate var isMember: Bool {
        switch self {
        case .missing, .additionalProperty: true
        default: false
        }
    }

    /// The order in which pydantic checks.
    fileprivate var rank: Int {
        switch self {
        case .multipleOf: 1
        case .maximum: 2
        case .exclusiveMaximum: 3
        case .minimum: 4
        case .exclusiveMinimum: 5
        case .format: 1
        case .minLength, .maxLength: 6
        case .pattern: 7
        default: 0
        }
    }
}
