/// How much of a value a schema knows.
struct Knowledge: Comparable {
    /// How many of its members the schema names.
    var named: Int
    /// How many members of objects, itself and those within, the schema says nothing of.
    var dropped: Int

    static func < (first: Self, second: Self) -> Bool {
        (first.named, -first.dropped) < (second.named, -second.dropped)
    }
}

/// What a validator keeps of the alternatives that it tries. A class, and one for both, so that a validator that tries none is
/// as small as it can be.
@usableFromInline
final class TrialNotes {
    /// What has been found about models in trials inside trials, so that alternatives of alternatives cost no more than the
    /// models there are, times the values.
    var verdicts: [Verdict: Bool] = [:]
    /// Which members of objects are known, where that is asked.
    @usableFromInline let account: KeyAccount?

    init(account: KeyAccount? = nil) { self.account = account }

    struct Verdict: Hashable {
        var type: ObjectIdentifier
        var index: Int
    }
}

/// Which members of objects checks have named.
@usableFromInline
final class KeyAccount {
    /// The values of members that have been found, by their object.
    var found: [Int: Set<Int>] = [:]
    /// The objects all of whose other members are kept too.
    @usableFromInline var kept: Set<Int> = []
}

extension Validator {
    /// Whether a value is valid.
    static func isValid(_ view: JSONView, _ check: Check) -> Bool {
        var validator = Validator(view, limit: 1)
        return validator.succeeds(check)
    }

    /// How much of a value that is valid a check knows. Of objects within, those in alternatives do not count, so that it costs
    /// no more than the value has members.
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

    /// Notes the members of the object within that has been checked.
    @usableFromInline
    @inline(never)
    mutating func noteMembers(in account: KeyAccount) {
        guard trials <= 1 else { return }
        var values: [Int] = []
        members.appendFound(to: &values, in: tape)
        account.found[index, default: []].formUnion(values)
    }
}
