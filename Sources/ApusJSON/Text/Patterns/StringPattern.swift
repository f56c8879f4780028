/// A regular expression of ECMA-262 that strings must match, with the meaning that the `u` flag gives it.
///
/// A match anywhere in the string is enough. The time is linear in the length of the string, for any pattern and any string: a few
/// nanoseconds per character, tens of nanoseconds if a long text does not return to earlier states, and more if a text may be in
/// thousands of places of the pattern at once, as with nested counted repetitions. Only patterns with back-references are tried
/// branch by branch, up to a limit on the number of steps.
public struct StringPattern: Sendable {
    /// The expression as in the document.
    public let source: String

    private let engine: Engine

    /// An object, so that a pattern is cheap to copy.
    private final class Engine: Sendable {
        enum Kind {
            case automaton(PatternAutomaton)
            case backtracker(PatternBacktracker)
            case nothing
        }

        let kind: Kind

        init(_ kind: Kind) { self.kind = kind }
    }

    /// The result of matching a text.
    enum Outcome {
        case match, noMatch
        /// The limit on the number of steps was reached.
        case undecided
    }

    /// Compiles a pattern, which takes a few microseconds, or more with large Unicode classes.
    public init(_ source: String) throws(PatternError) {
        self.source = source
        let (root, groupCount) = try PatternParser.parse(source)
        if !root.hasBackreference {
            let programs = try PatternCompiler.compile(root, groupCount: groupCount, for: .automaton)
            if programs.lookCount <= PatternAutomaton.lookLimit {
                engine = Engine(.automaton(try PatternAutomaton(programs)))
                return
            }
        }
        let programs = try PatternCompiler.compile(root, groupCount: groupCount, for: .backtracker)
        engine = Engine(.backtracker(PatternBacktracker(programs)))
    }

    /// A pattern that matches nothing, in place of one that is not valid.
    init(unsound source: String) {
        self.source = source
        engine = Engine(.nothing)
    }

    /// Whether the time is linear in the length of the string, without a limit on the number of steps.
    public var isLinear: Bool {
        if case .backtracker = engine.kind { false } else { true }
    }

    /// What a character of a text may cost if no state is known, according to trials: about this many nanoseconds.
    package var width: Int {
        if case .automaton(let automaton) = engine.kind { automaton.width } else { 0 }
    }

    /// Whether the pattern matches somewhere in the text. If the limit on the number of steps is reached, it does not.
    public func matches(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { outcome($0) == .match }
    }

    /// - Parameter text: well-formed UTF-8.
    func outcome(_ text: UnsafeBufferPointer<UInt8>) -> Outcome {
        switch engine.kind {
        case .automaton(let automaton): return automaton.matches(text) ? .match : .noMatch
        case .backtracker(let backtracker):
            guard let isMatch = backtracker.matches(text) else { return .undecided }
            return isMatch ? .match : .noMatch
        case .nothing: return .noMatch
        }
    }
}

extension PatternNode {
    fileprivate var hasBackreference: Bool {
        switch self {
        case .backreference: true
        case .empty, .set, .assertion: false
        case .sequence(let nodes), .alternatives(let nodes): nodes.contains(where: \.hasBackreference)
        case .repetition(let node, _), .group(_, let node), .look(_, _, let node): node.hasBackreference
        }
    }
}
