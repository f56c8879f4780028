/// The children of a value that checks have evaluated: `unevaluatedProperties` and `unevaluatedItems` apply to the others.
@usableFromInline
struct Evaluation: Sendable {
    /// The value; -1 if nothing needs the evaluation.
    @usableFromInline var instance = -1
    /// Its children that have been evaluated, elements or values of members; those that a failed alternative added are removed.
    @usableFromInline var children: [Int] = []
    /// Whether members count only if a check names them.
    var countsNames = false
}

extension Validator {
    /// Keeps track of what `check` evaluates in the value, for the `unevaluated` checks at its end.
    public mutating func evaluating(_ check: (inout Validator) -> Void) {
        var outer = Evaluation(instance: index)
        swap(&outer, &evaluation)
        check(&self)
        swap(&outer, &evaluation)
        if evaluation.instance == index { evaluation.children += outer.children }
    }

    /// Runs `check` on the members of an object that have not been evaluated.
    public mutating func unevaluatedProperties(_ check: (inout Validator) -> Void) {
        guard word.tag == TapeWord.object else { return }
        let evaluated = Set(evaluation.children)
        MemberCursor(tape, object: index).forEachOther(in: tape) { _, value in
            if !isStopped, !evaluated.contains(value) { visit(value, check) }
        }
        markMembers()
    }

    /// No members of an object except those that have been evaluated.
    public mutating func noUnevaluatedProperties() {
        unevaluatedProperties { $0.report(.unevaluatedProperty) }
    }

    /// Runs `check` on the elements of an array that have not been evaluated.
    public mutating func unevaluatedItems(_ check: (inout Validator) -> Void) {
        guard word.tag == TapeWord.array else { return }
        let evaluated = Set(evaluation.children)
        var element = index + 2
        for _ in 0..<word.length where !isStopped {
            if !evaluated.contains(element) { visit(element, check) }
            element = tape.indexAfter(element)
        }
        markElements(from: 0)
    }

    /// No elements of an array except those that have been evaluated.
    public mutating func noUnevaluatedItems() {
        unevaluatedItems { $0.report(.unevaluatedItem) }
    }

    @usableFromInline
    @inline(never)
    mutating func markMembers() {
        if evaluation.countsNames {
            notes?.account?.kept.insert(index)
            return
        }
        var key = index + 2
        for _ in 0..<word.length {
            evaluation.children.append(key + 1)
            key = tape.indexAfter(key + 1)
        }
    }

    @usableFromInline
    @inline(never)
    mutating func markElements(from position: Int) {
        var element = index + 2
        for ordinal in 0..<word.length {
            if ordinal >= position { evaluation.children.append(element) }
            element = tape.indexAfter(element)
        }
    }
}
