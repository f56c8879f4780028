/// A pattern as a tree. Letters that match in either case have become sets.
package indirect enum PatternNode: Sendable {
    case empty
    case set(CodePointSet)
    case sequence([PatternNode])
    case alternatives([PatternNode])
    case repetition(PatternNode, Repetition)
    /// A capturing group, with its number, starting at 1.
    case group(Int, PatternNode)
    /// `\1`, `\k<name>`: of several groups with the same name, at most one has matched.
    case backreference([Int])
    case assertion(PatternAssertion)
    case look(isAhead: Bool, isNegative: Bool, PatternNode)

    package struct Repetition: Sendable {
        package var minimum: Int
        package var maximum: Int?
        var isLazy = false
        /// The groups inside, whose captures each round discards.
        var groups: Range<Int> = 0..<0
    }
}

/// A condition on a place between characters.
package enum PatternAssertion: UInt8, Sendable {
    case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary

    /// - Parameters:
    ///   - left: the character before the place.
    ///   - right: the one after it.
    func holds(_ left: Neighbour, _ right: Neighbour) -> Bool {
        switch self {
        case .textStart: left == .edge
        case .textEnd: right == .edge
        case .lineStart: left == .edge || left == .lineTerminator
        case .lineEnd: right == .edge || right == .lineTerminator
        case .wordBoundary: (left == .word) != (right == .word)
        case .noWordBoundary: (left == .word) == (right == .word)
        }
    }

    /// What assertions need to know about a character; `edge` if there is none.
    enum Neighbour: UInt8, Sendable {
        case edge, word, lineTerminator, other
    }
}

extension PatternNode {
    /// Whether every match begins at the start of the text: `^a|^b`.
    var isAnchored: Bool {
        switch self {
        case .assertion(.textStart): true
        case .sequence(let nodes):
            // Other assertions may come before the `^`: `(?=.*a)^b`.
            nodes.first { !$0.isLook }?.isAnchored ?? false
        case .alternatives(let nodes): nodes.allSatisfy(\.isAnchored)
        case .group(_, let node): node.isAnchored
        case .repetition(let node, let repetition): repetition.minimum > 0 && node.isAnchored
        case .empty, .set, .backreference, .assertion, .look: false
        }
    }

    private var isLook: Bool {
        if case .look = self { true } else { false }
    }
}
