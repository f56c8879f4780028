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
        guard case .count(let limit, let actual) = kind.turn else { return false }
        if case .maxItems = kind, !isOfSet { return true }
        return actual - Set(issues.filter { place.contains($0.place) }.map { $0.path[path.count] }).count > limit
    }

    private var isOfSet: Bool { note?.detail == .set }

    /// Whether pydantic reports this only if everything inside the value is valid.
    fileprivate var isSaidLast: Bool {
        switch kind.turn {
        case .last: true
        case .count: if case .maxItems = kind { isOfSet } else { true }
        case .member, .first, .check: false
        }
    }
}

extension LocatedIssue {
    fileprivate var isMalformed: Bool {
        if case .malformedJSON = issue.kind { location == .body } else { false }
    }
}

/// When pydantic finds an issue.
private enum Turn {
    /// It is about a member itself, while other issues at the same location may be about its value.
    case member
    /// Before the checks that have a position.
    case first
    /// The position among the checks of a value.
    case check(Int)
    /// After everything inside the value.
    case last
    /// The greatest number of elements or members: while it reads them.
    case count(limit: Int, actual: Int)
}

extension ValidationIssue.Kind {
    fileprivate var turn: Turn {
        switch self {
        case .missing, .additionalProperty: .member
        case .multipleOf, .format: .check(1)
        case .maximum: .check(2)
        case .exclusiveMaximum: .check(3)
        case .minimum: .check(4)
        case .exclusiveMinimum: .check(5)
        case .minLength, .maxLength: .check(6)
        case .pattern: .check(7)
        case .minItems, .minProperties, .uniqueItems: .last
        case .maxItems(let limit, let actual), .maxProperties(let limit, let actual):
            .count(limit: limit, actual: actual)
        case .type, .model, .enumeration, .never, .unevaluatedProperty, .dependentRequired, .propertyName, .minContains,
            .maxContains, .unevaluatedItem, .anyOf, .oneOf, .not, .integerParsing, .numberParsing, .booleanParsing,
            .malformedJSON, .unwritable, .repeated:
            .first
        }
    }

    fileprivate var isMember: Bool { if case .member = turn { true } else { false } }

    /// The order in which pydantic checks.
    fileprivate var rank: Int { if case .check(let position) = turn { position } else { 0 } }
}
