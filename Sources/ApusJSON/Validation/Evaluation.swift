/// Which children of a value checks have spoken of: `unevaluatedProperties` and `unevaluatedItems` are about the others.
@usableFromInline
struct Evaluation: Sendable {
    /// The value, -1 while nobody asks.
    @usableFromInline var instance = -1
    /// Its children that have been evaluated, elements or values of members; what a failed alternative added is taken back.
    @usableFromInline var children: [Int] = []
    /// Whether members count only where a check names them.
    var countsNames = false
}

extension Validator {
    /// Keeps account of what `check` evaluates of the value, for the `unevaluated` checks at its end.
    public mutating func evaluating(_ check: (inout Validator) -> Void) {
        var outer = Evaluation(instance: index)
        swap(&outer, &evaluation)
        check(&self)
        swap(&outer, &evaluation)
        if evaluation.instance == index { evaluation.children += outer.children }
    }

    /// The checks that `check` makes of the members of an object that nothing has evaluated.
    public mutating func unevaluatedProperties(_ check: (inout Validator) -> Void) {
        guard word.tag == TapeWord.object else { return }
        let evaluated = Set(evaluation.children)
        MemberCursor(tape, object: index).forEachOther(in: tape) { _, value in
            if !isStopped, !evaluated.contains(value) { visit(value, check) }
        }
        markMembers()
    }

    /// No member of an object but those that have been evaluated.
    public mutating func noUnevaluatedProperties() {
        unevaluatedProperties { $0.report(.unevaluatedProperty) }
    }

    /// The checks that `check` makes of the elements of an array that nothing has evaluated.
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

    /// No element of an array but those that have been evaluated.
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
