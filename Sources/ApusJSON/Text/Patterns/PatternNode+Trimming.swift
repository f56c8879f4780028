extension PatternNode {
    /// A simpler pattern that is found in the same texts, if any text may come before the match, or after it: `[a-z]{1,1000}!` ->
    /// `[a-z]!`, `(a{1,100}b?){1,100}c` -> `ab?c`. All that counts is whether there is a match.
    ///
    /// If any text may come there, so may the text that rounds of a repetition beyond the minimum would have read.
    func trimmed(before: Bool, behind: Bool) -> PatternNode {
        guard before || behind else { return self }
        switch self {
        case .empty, .set, .assertion, .look, .backreference: return self
        case .group(let number, let node): return .group(number, node.trimmed(before: before, behind: behind))
        case .alternatives(let nodes):
            return .alternatives(nodes.map { $0.trimmed(before: before, behind: behind) })
        case .sequence(let nodes): return .sequence(Self.trimmed(nodes, before: before, behind: behind))
        case .repetition(let node, let repetition):
            let parts = node.fewest(of: repetition, before: before, behind: behind)
            return parts.count == 1 ? parts[0] : .sequence(parts)
        }
    }

    private static func trimmed(_ nodes: [PatternNode], before: Bool, behind: Bool) -> [PatternNode] {
        var nodes = nodes[...]
        var (first, last): (PatternNode?, PatternNode?)
        while before, first == nil, let node = nodes.popFirst() {
            first = node.trimmed(before: true, behind: behind && nodes.isEmpty).unlessEmpty
        }
        while behind, last == nil, let node = nodes.popLast() {
            last = node.trimmed(before: before && first == nil && nodes.isEmpty, behind: true).unlessEmpty
        }
        return (first.map { [$0] } ?? []) + nodes + (last.map { [$0] } ?? [])
    }

    /// `x{3,9}` -> `x{3}`, with its first or last round trimmed in the same way.
    private func fewest(of repetition: Repetition, before: Bool, behind: Bool) -> [PatternNode] {
        var rest = repetition.minimum
        if rest == 0 { return [] }
        if rest == 1 { return [trimmed(before: before, behind: behind)] }
        rest -= (before ? 1 : 0) + (behind ? 1 : 0)
        var middle = repetition
        middle.minimum = rest
        middle.maximum = rest
        return (before ? [trimmed(before: true, behind: false)] : [])
            + (rest > 0 ? [.repetition(self, middle)] : [])
            + (behind ? [trimmed(before: false, behind: true)] : [])
    }

    private var unlessEmpty: PatternNode? {
        switch self {
        case .empty: nil
        case .sequence(let nodes): nodes.allSatisfy { $0.unlessEmpty == nil } ? nil : self
        case .group(_, let node): node.unlessEmpty == nil ? nil : self
        case .set, .alternatives, .repetition, .backreference, .assertion, .look: self
        }
    }

    /// Whether it may match without reading: `a?`, `\b`.
    var mayReadNothing: Bool { readsNothing(assertionsHold: true) }

    /// Whether it matches without reading wherever it is tried: `a?`.
    var alwaysReadsNothing: Bool { readsNothing(assertionsHold: false) }

    private func readsNothing(assertionsHold: Bool) -> Bool {
        switch self {
        case .empty: true
        case .set: false
        case .assertion, .look, .backreference: assertionsHold
        case .group(_, let node): node.readsNothing(assertionsHold: assertionsHold)
        case .sequence(let nodes): nodes.allSatisfy { $0.readsNothing(assertionsHold: assertionsHold) }
        case .alternatives(let nodes): nodes.contains { $0.readsNothing(assertionsHold: assertionsHold) }
        case .repetition(let node, let repetition):
            repetition.minimum == 0 || node.readsNothing(assertionsHold: assertionsHold)
        }
    }

    var withoutGroup: PatternNode {
        if case .group(_, let node) = self { node.withoutGroup } else { self }
    }

    /// The characters that it reads, if it always reads exactly one: `(a|[b-d])` -> `[a-d]`.
    var characters: CodePointSet? {
        switch self {
        case .set(let set): return set
        case .group(_, let node): return node.characters
        case .alternatives(let nodes):
            let sets = nodes.compactMap(\.characters)
            return sets.count == nodes.count ? CodePointSet(sets.flatMap(\.ranges)) : nil
        case .empty, .sequence, .repetition, .backreference, .assertion, .look: return nil
        }
    }
}

extension PatternNode.Repetition {
    /// A single repetition that is equivalent to a repetition inside another: `(a{1,50}){1,20}` -> `a{1,1000}`. `nil` if it would
    /// skip some numbers of rounds, as in `(a{3}){1,2}`.
    func combined(with inner: PatternNode.Repetition) -> PatternNode.Repetition? {
        let isWithoutGap: Bool
        if minimum == maximum || inner.minimum <= 1 {
            isWithoutGap = true
        } else if let most = inner.maximum {
            isWithoutGap = minimum > 0 && minimum * (most - inner.minimum) + 1 >= inner.minimum
        } else {
            isWithoutGap = minimum > 0
        }
        guard isWithoutGap else { return nil }
        var combined = self
        combined.minimum = minimum * inner.minimum
        combined.maximum = maximum == 0 || inner.maximum == 0 ? 0 : nil
        if let maximum, let most = inner.maximum { combined.maximum = maximum * most }
        return combined
    }
}
