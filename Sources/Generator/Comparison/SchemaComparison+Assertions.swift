import ApusDiagnostics
import ApusJSON
import ApusOpenAPI
import ApusYAML

/// The keywords that demand something of values, apart from their types, their listed values and their members.
extension SchemaComparison {
    mutating func compareAssertions(
        _ old: SchemaFacts, _ new: SchemaFacts, _ direction: Direction, _ name: String, at place: SourceLocation
    ) {
        compareBounds(old, new, direction, name, at: place)
        compareDivisors(old, new, direction, name, at: place)
        if old.pattern != new.pattern {
            let effect: Effect = old.pattern == nil ? .tighter : new.pattern == nil ? .looser : .unknown
            add(effect, direction, .pattern, "the pattern of \(name) changes \(direction.noun)", at: place)
        }
        if old.uniqueItems != new.uniqueItems {
            let word = new.uniqueItems ? "must be unique" : "may be equal"
            let message = "the items of \(name) \(word) \(direction.noun) now"
            add(new.uniqueItems ? .tighter : .looser, direction, .assertion, message, at: place)
        }
        compareDependents(old, new, direction, name, at: place)
        compareSubschemas(old, new, direction, name, at: place)
        compareTexts(old, new, direction, name, at: place)
    }

    private mutating func compareBounds(
        _ old: SchemaFacts, _ new: SchemaFacts, _ direction: Direction, _ name: String, at place: SourceLocation
    ) {
        for keyword in Bound.allCases {
            let (before, after) = (old.bounds[keyword], new.bounds[keyword])
            guard before != after else { continue }
            // That `contains` itself is new or gone is reported with the schemas.
            if keyword.isOfContains, !old.hasContains || !new.hasContains { continue }
            let effect: Effect = keyword.isTighter(after, than: before) ? .tighter : .looser
            let texts = (before?.text ?? "unbounded", after?.text ?? "unbounded")
            let message = "`\(keyword.rawValue)` of \(name) was \(texts.0) and is \(texts.1) \(direction.noun)"
            add(effect, direction, .bounds, message, at: place)
        }
    }

    private mutating func compareDivisors(
        _ old: SchemaFacts, _ new: SchemaFacts, _ direction: Direction, _ name: String, at place: SourceLocation
    ) {
        guard old.multipleOf != new.multipleOf else { return }
        let effect: Effect =
            if old.multipleOf.divides(new.multipleOf) {
                .tighter
            } else if new.multipleOf.divides(old.multipleOf) {
                .looser
            } else {
                .unknown
            }
        let texts = (old.multipleOf?.text ?? "absent", new.multipleOf?.text ?? "absent")
        let message = "`multipleOf` of \(name) was \(texts.0) and is \(texts.1) \(direction.noun)"
        add(effect, direction, .assertion, message, at: place)
    }

    /// `dependentRequired`
    private mutating func compareDependents(
        _ old: SchemaFacts, _ new: SchemaFacts, _ direction: Direction, _ name: String, at place: SourceLocation
    ) {
        for key in Set(old.dependents.keys).union(new.dependents.keys).sorted() {
            let (before, after) = (old.dependents[key] ?? [], new.dependents[key] ?? [])
            for member in after.subtracting(before).sorted() {
                let message = "\(name) with `\(key)` needs `\(member)` \(direction.noun) now"
                add(.tighter, direction, .assertion, message, at: place)
            }
            for member in before.subtracting(after).sorted() {
                let message = "\(name) with `\(key)` no longer needs `\(member)` \(direction.noun)"
                add(.looser, direction, .assertion, message, at: place)
            }
        }
    }

    /// Schemas that apply to something within a value: an additional one allows fewer values.
    private mutating func compareSubschemas(
        _ old: SchemaFacts, _ new: SchemaFacts, _ direction: Direction, _ name: String, at place: SourceLocation
    ) {
        for entry in old.subschemas {
            if let match = new.subschemas.first(where: { $0.name == entry.name }) {
                compare(entry.schema, match.schema, direction, name: "\(entry.name) of \(name)", at: place)
            } else {
                // If no other members are allowed, a pattern allows members.
                let effect: Effect = new.isClosed && entry.isPattern ? .tighter : .looser
                let message = "\(entry.name) of \(name) is gone \(direction.noun)"
                add(effect, direction, .assertion, message, at: place)
            }
        }
        for entry in new.subschemas where !old.subschemas.contains(where: { $0.name == entry.name }) {
            let effect: Effect = old.isClosed && entry.isPattern ? .looser : .tighter
            add(effect, direction, .assertion, "\(entry.name) of \(name) is new \(direction.noun)", at: place)
        }
    }

    /// `not` and `if`, which are compared as they are written: whether more values are allowed than before is not worked out.
    private mutating func compareTexts(
        _ old: SchemaFacts, _ new: SchemaFacts, _ direction: Direction, _ name: String, at place: SourceLocation
    ) {
        for keyword in SchemaFacts.Keyword.allCases {
            let (before, after) = (old.texts[keyword] ?? [], new.texts[keyword] ?? [])
            guard before != after else { continue }
            let (effect, word): (Effect, String) =
                if before.isSubset(of: after) {
                    (.tighter, "is new")
                } else if after.isSubset(of: before) {
                    (.looser, "is gone")
                } else {
                    (.unknown, "changes")
                }
            add(effect, direction, .assertion, "`\(keyword.rawValue)` of \(name) \(word) \(direction.noun)", at: place)
        }
    }
}

extension Bound {
    fileprivate func isTighter(_ new: NumberText?, than old: NumberText?) -> Bool {
        guard let new else { return false }
        guard let old else { return true }
        return isLower ? old < new : new < old
    }

    fileprivate var isOfContains: Bool { self == .minContains || self == .maxContains }
}

extension NumberText? {
    /// Whether every multiple of the other number is a multiple of this one. If there is no number, every number is a multiple.
    fileprivate func divides(_ other: NumberText?) -> Bool {
        guard let divisor = self else { return true }
        return other.flatMap { JSONNumber(text: $0.text) }?.isMultiple(of: divisor.text) ?? false
    }
}
