import ApusDiagnostics
import ApusOpenAPI
import ApusYAML

/// Compares the values that two schemas allow. A request breaks if fewer are allowed than before, a response if more are.
struct SchemaComparison {
    enum Direction: String, Hashable {
        case request, response
    }

    /// What a change does to the set of values that are allowed.
    enum Effect {
        case tighter, looser, unknown
    }

    private struct Pair: Hashable {
        var old: ObjectIdentifier
        var new: ObjectIdentifier
        var direction: Direction
    }

    let old: Document
    let new: Document
    private var changes: [Change] = []
    /// Each pair is compared once, even if many operations refer to it.
    private var seen: Set<Pair> = []

    init(old: Document, new: Document) {
        self.old = old
        self.new = new
    }

    mutating func take() -> [Change] {
        defer { changes = [] }
        return changes
    }

    mutating func compare(
        _ old: Schema?, _ new: Schema?, _ direction: Direction, name: String, at location: SourceLocation
    ) {
        guard let old, let new else { return }
        let pair = Pair(old: ObjectIdentifier(old), new: ObjectIdentifier(new), direction: direction)
        guard seen.insert(pair).inserted else { return }
        let before = SchemaFacts(old, in: self.old)
        let after = SchemaFacts(new, in: self.new)
        // A schema that many operations refer to is reported by its own name.
        let name = after.name.map { "`\($0)`" } ?? name
        compareTypes(before, after, direction, name, at: new.location)
        compareValues(before, after, direction, name, at: new.location)
        compareProperties(before, after, direction, name, at: new.location)
        compareAssertions(before, after, direction, name, at: new.location)
        compareMembers(before, after, direction, name, at: new.location)
        compare(before.items, after.items, direction, name: name + "[]", at: location)
        compare(before.additional, after.additional, direction, name: name + "{}", at: location)
    }

    // MARK: Types and values

    private mutating func compareTypes(
        _ old: SchemaFacts, _ new: SchemaFacts, _ direction: Direction, _ name: String, at place: SourceLocation
    ) {
        if old.types != new.types {
            let isNarrower = new.types.allSatisfy { old.allows($0) } && !new.types.isEmpty
            let isWider = old.types.allSatisfy { new.allows($0) } && !old.types.isEmpty
            let isSafe = direction == .request ? isWider && !isNarrower : isNarrower && !isWider
            let texts = (old.typeText, new.typeText)
            add(isSafe, .type, "\(name) was \(texts.0) and is \(texts.1) \(direction.noun)", at: place)
        }
        if old.format != new.format {
            let texts = (old.format.map { "`\($0)`" } ?? "none", new.format.map { "`\($0)`" } ?? "none")
            let isSafe = direction == .request && new.format == nil
            add(isSafe, .format, "the format of \(name) was \(texts.0) and is \(texts.1) \(direction.noun)", at: place)
        }
    }

    private mutating func compareValues(
        _ old: SchemaFacts, _ new: SchemaFacts, _ direction: Direction, _ name: String, at place: SourceLocation
    ) {
        if direction == .response, old.isConstant, let before = old.values, before != new.values {
            // Clients rely on a constant: it is not open as an enumeration is.
            let texts = (before.joined(), new.values?.joined(separator: " or ") ?? "any value")
            add(false, .constant, "\(name) was always \(texts.0) and is \(texts.1) in answers", at: place)
            return
        }
        guard let before = old.values, let after = new.values else {
            if let values = new.values, old.values == nil, old.types == new.types {
                let message = "\(name) is one of \(values.count) values \(direction.noun) now"
                add(direction == .response, .valueRemoved, message, at: place)
            }
            return
        }
        for value in before where !after.contains(value) {
            add(direction == .response, .valueRemoved, "\(name) is never \(value) \(direction.noun)", at: place)
        }
        for value in after where !before.contains(value) {
            // Generated enums are open: a client keeps what it does not know.
            add(true, .valueAdded, "\(name) may be \(value) \(direction.noun)", at: place)
        }
    }

    // MARK: Objects

    private mutating func compareProperties(
        _ old: SchemaFacts, _ new: SchemaFacts, _ direction: Direction, _ name: String, at place: SourceLocation
    ) {
        for property in old.properties {
            let key = "\(name).\(property.name)"
            guard let match = new.properties.first(where: { $0.name == property.name }) else {
                if new.properties.isEmpty && new.types != old.types { continue }
                let isSafe = direction == .request ? !new.isClosed : !old.required.contains(property.name)
                add(isSafe, .propertyRemoved, "\(key) is gone \(direction.noun)", at: property.schema.location)
                continue
            }
            let isRequired = (old.required.contains(property.name), new.required.contains(property.name))
            if isRequired.0 != isRequired.1 {
                let isSafe = isRequired.1 == (direction == .response)
                let word = isRequired.1 ? "required" : "optional"
                add(isSafe, .presence, "\(key) is \(word) \(direction.noun) now", at: match.schema.location)
            }
            if direction == .request {
                compareDefaults(property.schema, match.schema, isBreaking: false, of: key)
            }
            compare(property.schema, match.schema, direction, name: key, at: place)
        }
        for property in new.properties where !old.properties.contains(where: { $0.name == property.name }) {
            if old.properties.isEmpty && new.types != old.types { continue }
            let isRequired = new.required.contains(property.name)
            let isSafe = direction == .response ? !old.isClosed : !isRequired
            let word = isRequired ? "a new required member" : "a new member"
            let message = "\(name).\(property.name) is \(word) \(direction.noun)"
            add(isSafe, .propertyAdded, message, at: property.schema.location)
        }
    }

    // MARK: Unions

    private mutating func compareMembers(
        _ old: SchemaFacts, _ new: SchemaFacts, _ direction: Direction, _ name: String, at place: SourceLocation
    ) {
        guard !old.members.isEmpty, !new.members.isEmpty else { return }
        for member in old.members {
            if let match = new.members.first(where: { $0.name == member.name }) {
                compare(member.schema, match.schema, direction, name: "\(name).\(member.name)", at: place)
            } else {
                let message = "\(name) is never `\(member.name)` \(direction.noun)"
                add(direction == .response, .memberRemoved, message, at: place)
            }
        }
        for member in new.members where !old.members.contains(where: { $0.name == member.name }) {
            add(true, .memberAdded, "\(name) may be `\(member.name)` \(direction.noun)", at: place)
        }
    }

    // MARK: Defaults

    /// The default of something that requests may leave out. The levels are those of oasdiff's releases: a default that an optional
    /// parameter gets, loses or changes is breaking (`request-parameter-default-value-changed`), since the server reads the same
    /// request differently; that of a property is reported, but not as breaking (`request-property-default-value-changed`).
    mutating func compareDefaults(_ old: Schema, _ new: Schema, isBreaking: Bool, of name: String) {
        let (before, after) = (SchemaFacts(old, in: self.old).standard, SchemaFacts(new, in: self.new).standard)
        guard before != after else { return }
        let texts = (before?.jsonText() ?? "absent", after?.jsonText() ?? "absent")
        let message = "the default of \(name) was \(texts.0) and is \(texts.1)"
        add(!isBreaking, .default, message, at: new.location(of: "default"))
    }

    // MARK: Reports

    mutating func add(
        _ effect: Effect, _ direction: Direction, _ kind: Change.Kind, _ message: String, at place: SourceLocation
    ) {
        let isSafe =
            switch direction {
            case .request: effect == .looser
            case .response: effect == .tighter
            }
        add(isSafe, kind, message, at: place)
    }

    private mutating func add(_ isSafe: Bool, _ kind: Change.Kind, _ message: String, at place: SourceLocation) {
        changes.append(Change(level: isSafe ? .compatible : .breaking, kind: kind, message: message, location: place))
    }
}

extension SchemaComparison.Direction {
    var noun: String { self == .request ? "in requests" : "in answers" }
}
