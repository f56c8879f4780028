/// How much of a value a schema describes.
struct Knowledge: Comparable {
    /// The number of its members that the schema names.
    var named: Int
    /// The number of members, of the value itself and of objects inside it, that the schema does not describe.
    var dropped: Int

    static func < (first: Self, second: Self) -> Bool {
        (first.named, -first.dropped) < (second.named, -second.dropped)
    }
}

/// What a validator records about the alternatives that it tries. It is one class for both kinds of notes, so that a validator that
/// tries none is as small as possible.
@usableFromInline
final class TrialNotes {
    /// The results for models in nested trials, so that nested alternatives cost no more than the number of models times the number
    /// of values.
    var verdicts: [Verdict: Bool] = [:]
    /// The members of objects that are known, if this is needed.
    @usableFromInline let account: KeyAccount?

    init(account: KeyAccount? = nil) { self.account = account }

    struct Verdict: Hashable {
        var type: ObjectIdentifier
        var index: Int
    }
}

/// The members of objects that checks have named.
@usableFromInline
final class KeyAccount {
    /// The values of members that have been found, by their object.
    var found: [Int: Set<Int>] = [:]
    /// The objects whose other members are all kept, too.
    @usableFromInline var kept: Set<Int> = []
}

extension Validator {
    /// Whether a value is valid.
    static func isValid(_ view: JSONView, _ check: Check) -> Bool {
        var validator = Validator(view, limit: 1)
        return validator.succeeds(check)
    }

    /// How much of a valid value a check describes. Nested objects do not count if they are in alternatives, so that the cost is at
    /// most the number of the value's members.
    static func knowledge(of view: JSONView, _ check: Check) -> Knowledge {
        let account = KeyAccount()
        var validator = Validator(view, limit: 1)
        validator.notes = TrialNotes(account: account)
        validator.evaluation = Evaluation(instance: view.index, countsNames: true)
        _ = validator.succeeds(check)
        let named = Set(validator.evaluation.children).count
        var dropped = 0
        if view.kind == .object, !account.kept.contains(view.index) {
            dropped = view.tape.distinctKeyCount(object: view.index) - named
        }
        for (object, values) in account.found where object != view.index && !account.kept.contains(object) {
            dropped += view.tape.distinctKeyCount(object: object) - values.count
        }
        return Knowledge(named: named, dropped: dropped)
    }

    /// Records the members of the nested object that has been checked.
    @usableFromInline
    @inline(never)
    mutating func noteMembers(in account: KeyAccount) {
        guard trials <= 1 else { return }
        var values: [Int] = []
        members.appendFound(to: &values, in: tape)
        account.found[index, default: []].formUnion(values)
    }
}
