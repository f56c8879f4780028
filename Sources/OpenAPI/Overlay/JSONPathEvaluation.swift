import ApusYAML

extension JSONPath {
    /// The nodes that the query selects.
    func nodes(in root: Node) -> [Node] {
        Evaluation(root: root).places(segments, from: Place(node: root, path: [])).map(\.node)
    }

    /// The places that the query selects, each once, in document order.
    func places(in root: Node) -> [[Step]] {
        var seen: Set<[Step]> = []
        return Evaluation(root: root).places(segments, from: Place(node: root, path: [])).map(\.path).filter {
            seen.insert($0).inserted
        }
    }

    fileprivate struct Place {
        let node: Node
        let path: [Step]

        var children: [Place] {
            switch node.value {
            case .mapping(let mapping):
                mapping.entries.map { Place(node: $0.value, path: path + [.key($0.key)]) }
            case .sequence(let elements):
                elements.enumerated().map { Place(node: $0.element, path: path + [.index($0.offset)]) }
            case .null, .bool, .number, .string: []
            }
        }
    }
}

private struct Evaluation {
    let root: Node

    func places(_ segments: [JSONPath.Segment], from start: JSONPath.Place) -> [JSONPath.Place] {
        segments.reduce([start]) { places, segment in
            let from = segment.isDescendant ? places.flatMap(withDescendants) : places
            return from.flatMap { place in segment.selectors.flatMap { select($0, in: place) } }
        }
    }

    private func withDescendants(_ place: JSONPath.Place) -> [JSONPath.Place] {
        [place] + place.children.flatMap(withDescendants)
    }

    private func select(_ selector: JSONPath.Selector, in place: JSONPath.Place) -> [JSONPath.Place] {
        switch selector {
        case .name(let name):
            return place.node[name].map { [JSONPath.Place(node: $0, path: place.path + [.key(name)])] } ?? []
        case .wildcard: return place.children
        case .filter(let condition): return place.children.filter { holds(condition, for: $0.node) }
        case .index(let index):
            guard let count = place.node.sequence?.count else { return [] }
            let position = index < 0 ? count + index : index
            return (0..<count).contains(position) ? [place.children[position]] : []
        case .slice(let start, let end, let step):
            guard place.node.sequence != nil else { return [] }
            let children = place.children
            return Self.indices(start, end, step, count: children.count).map { children[$0] }
        }
    }

    /// [RFC 9535, section 2.3.4.2.2]
    private static func indices(_ start: Int?, _ end: Int?, _ step: Int, count: Int) -> [Int] {
        func bound(_ index: Int, _ range: ClosedRange<Int>) -> Int {
            let (sum, overflows) = index.addingReportingOverflow(count)
            let position = index < 0 && !overflows ? sum : index
            return min(max(position, range.lowerBound), range.upperBound)
        }
        if step == 0 || count == 0 { return [] }
        if step > 0 {
            let (lower, upper) = (bound(start ?? 0, 0...count), bound(end ?? count, 0...count))
            return Array(stride(from: lower, to: upper, by: step))
        }
        let upper = bound(start ?? count - 1, -1...count - 1)
        let lower = end.map { bound($0, -1...count - 1) } ?? -1
        return Array(stride(from: upper, to: lower, by: step))
    }

    // MARK: Filters

    private func holds(_ condition: JSONPath.Condition, for node: Node) -> Bool {
        switch condition {
        case .or(let terms): terms.contains { holds($0, for: node) }
        case .and(let factors): factors.allSatisfy { holds($0, for: node) }
        case .not(let inner): !holds(inner, for: node)
        case .exists(let query): !nodes(query, at: node).isEmpty
        case .comparison(let left, let comparison, let right):
            holds(value(left, at: node), comparison, value(right, at: node))
        case .matches(let operand, let pattern):
            if case .string(let text) = value(operand, at: node) { pattern.matches(text) } else { false }
        }
    }

    private func nodes(_ query: JSONPath.Query, at node: Node) -> [Node] {
        places(query.segments, from: JSONPath.Place(node: query.isAbsolute ? root : node, path: [])).map(\.node)
    }

    /// `nil` if there is no value.
    private func value(_ operand: JSONPath.Operand, at node: Node) -> Node.Value? {
        switch operand {
        case .literal(let value): return value
        case .query(let query):
            let nodes = nodes(query, at: node)
            return nodes.count == 1 ? nodes[0].value : nil
        case .count(let query): return .number(NumberText(nodes(query, at: node).count))
        case .length(let query):
            let length: Int? =
                switch nodes(query, at: node).first?.value {
                case .string(let text): text.unicodeScalars.count
                case .sequence(let elements): elements.count
                case .mapping(let mapping): mapping.count
                case nil, .null, .bool, .number: nil
                }
            return length.map { .number(NumberText($0)) }
        }
    }

    private func holds(_ left: Node.Value?, _ comparison: JSONPath.Comparison, _ right: Node.Value?) -> Bool {
        switch comparison {
        case .equal: left == right
        case .notEqual: left != right
        case .less: isLess(left, right)
        case .greater: isLess(right, left)
        case .lessOrEqual: isLess(left, right) || left == right
        case .greaterOrEqual: isLess(right, left) || left == right
        }
    }

    /// Only numbers and strings have an order.
    private func isLess(_ left: Node.Value?, _ right: Node.Value?) -> Bool {
        if case .number(let left)? = left, case .number(let right)? = right { return left < right }
        guard case .string(let left)? = left, case .string(let right)? = right else { return false }
        return left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
    }
}
