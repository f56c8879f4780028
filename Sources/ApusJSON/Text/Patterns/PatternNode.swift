/// A pattern as a tree. Letters without regard to case have become sets.
package indirect enum PatternNode: Sendable {
    case empty
    case set(CodePointSet)
    case sequence([PatternNode])
    case alternatives([PatternNode])
    case repetition(PatternNode, Repetition)
    /// A capturing group, by its number from 1.
    case group(Int, PatternNode)
    /// `\1`, `\k<name>`: of groups of one name one at most has matched.
    case backreference([Int])
    case assertion(PatternAssertion)
    case look(isAhead: Bool, isNegative: Bool, PatternNode)

    package struct Repetition: Sendable {
        package var minimum: Int
        package var maximum: Int?
        var isLazy = false
        /// The groups inside, which each round forgets.
        var groups: Range<Int> = 0..<0
    }
}

/// What holds at a place between characters.
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

    /// What assertions want to know of a character; `edge` where there is none.
    enum Neighbour: UInt8, Sendable {
        case edge, word, lineTerminator, other
    }
}

extension PatternNode {
    /// Whether all that matches begins where the text begins: `^a|^b`.
    var isAnchored: Bool {
        switch self {
        case .assertion(.textStart): true
        case .sequence(let nodes):
            // What stands before the `^` may be other assertions: `(?=.*a)^b`.
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
