import ApusDiagnostics
import ApusYAML

/// Reads the fields of one object and keeps track of those that are taken, so that a reader is a list of its fields, and fields
/// that no reader knows are reported.
struct ObjectReader {
    let context: ReadingContext
    /// The object's name in messages: "parameter".
    let kind: String
    let source: ObjectSource
    private var isTaken: [Bool]
    private var left: Int
    /// The fields that were asked for while some were left. If a field is misspelt, these are the fields that the object may have.
    private var asked: [String] = []

    init(_ fields: Mapping, at location: SourceLocation, as kind: String, in context: ReadingContext) {
        self.context = context
        self.kind = kind
        source = ObjectSource(location: location, fields: fields)
        isTaken = Array(repeating: false, count: fields.count)
        left = fields.count
    }

    // MARK: Fields

    /// A field of any shape that may be absent.
    mutating func value<Value: NodeReadable>(_ field: String, since version: SpecificationVersion = .v20) -> Value? {
        guard let node = take(field, since: version) else { return nil }
        if node.isNull && !Value.takesNull {
            context.report(.nullField, "'\(field)' is null, which counts as absent", at: node.location)
            return nil
        }
        return Value.read(node, in: context)
    }

    mutating func value<Value: Choice>(_ field: String, since version: SpecificationVersion = .v20) -> Value? {
        let chosen: Chosen<Value>? = value(field, since: version)
        return chosen?.value
    }

    mutating func list<Element: NodeReadable>(
        _ field: String,
        since version: SpecificationVersion = .v20
    ) -> [Element] {
        value(field, since: version) ?? []
    }

    mutating func map<Value: NodeReadable>(
        _ field: String,
        since version: SpecificationVersion = .v20
    ) -> OrderedMap<Value> {
        value(field, since: version) ?? OrderedMap()
    }

    mutating func flag(_ field: String, since version: SpecificationVersion = .v20) -> Bool {
        value(field, since: version) ?? false
    }

    /// A field that only describes and does not restrict anything: an error in it is a warning, and the field is left out.
    mutating func annotation<Value: NodeReadable>(
        _ field: String,
        since version: SpecificationVersion = .v20
    ) -> Value? {
        context.annotationDepth += 1
        defer { context.annotationDepth -= 1 }
        return value(field, since: version)
    }

    // MARK: Fields that must be there

    /// A field without which the object has no meaning.
    mutating func required<Value: NodeReadable>(_ field: String) -> Value? {
        reportAbsence(of: field, as: .missingField)
        return value(field)
    }

    mutating func required<Value: Choice>(_ field: String) -> Value? {
        reportAbsence(of: field, as: .missingField)
        return value(field)
    }

    /// A field that the specification requires but real documents leave out, and that is not essential.
    mutating func expected<Value: NodeReadable>(_ field: String, before version: SpecificationVersion? = nil) -> Value?
    {
        reportAbsence(of: field, as: .incompleteObject, before: version)
        return value(field)
    }

    /// Versions from `version` on do not require the field.
    func reportAbsence(of field: String, as defect: Defect, before version: SpecificationVersion? = nil) {
        guard source.fields[field] == nil, version.map({ context.version < $0 }) ?? true else { return }
        context.report(defect, "the \(kind) has no '\(field)'", at: source.location)
    }

    // MARK: Fields of any name

    /// The entries of an object whose field names are data, e.g. of a callback; `x-` ones are extensions.
    mutating func entries<Value: NodeReadable>() -> OrderedMap<Value> {
        OrderedMap(
            source.fields.entries.compactMap { entry in
                guard !entry.key.hasPrefix("x-"), let node = take(entry.key),
                    let value = Value.read(node, in: context)
                else { return nil }
                return .init(key: entry.key, location: entry.keyLocation, value: value)
            }
        )
    }

    /// The entries of such an object in a field: `paths`, `responses`.
    mutating func entries<Value: NodeReadable>(of field: String) -> OrderedMap<Value> {
        let patterned: Patterned<Value>? = value(field)
        return patterned?.entries ?? OrderedMap()
    }

    /// Takes the fields that have not been taken, without the extensions.
    mutating func rest() -> OrderedMap<Node> {
        guard left > 0 else { return OrderedMap() }
        let rest = untaken
        for entry in rest {
            context.report(.unknownKeyword, "unknown keyword '\(entry.key)'\(hint(entry.key))", at: entry.keyLocation)
        }
        left = 0
        return OrderedMap(rest.map { .init(key: $0.key, location: $0.keyLocation, value: $0.value) })
    }

    /// Fields that have not been taken have no effect, since a reference stands for the whole object.
    mutating func ignoreRest() {
        for entry in untaken {
            context.report(.ignoredSibling, "'\(entry.key)' beside '$ref' is ignored", at: entry.keyLocation)
        }
        left = 0
    }

    // MARK: Account

    /// The value of the field, as in the document.
    mutating func take(_ field: String, since version: SpecificationVersion = .v20) -> Node? {
        guard left > 0 else { return nil }
        asked.append(field)
        guard let position = source.fields.entries.firstIndex(where: { $0.key == field }) else { return nil }
        if !isTaken[position] {
            isTaken[position] = true
            left -= 1
        }
        let entry = source.fields.entries[position]
        if version > context.version {
            context.report(
                .newerField,
                "'\(field)' is new in OpenAPI \(version.rawValue); the document says \(context.version.rawValue)",
                at: entry.keyLocation
            )
        }
        return entry.value
    }

    private var untaken: [Mapping.Entry] {
        zip(source.fields.entries, isTaken).filter { !$1 && !$0.key.hasPrefix("x-") }.map(\.0)
    }

    /// Reports the fields that were not taken.
    func finish() {
        guard left > 0 else { return }
        for entry in untaken {
            context.report(
                .unknownField, "the \(kind) has no field '\(entry.key)'\(hint(entry.key))", at: entry.keyLocation)
        }
    }

    private func hint(_ key: String) -> String {
        let others = asked.filter { source.fields[$0] == nil }
        return nearest(to: key, among: others).map { "; did you mean '\($0)'?" } ?? ""
    }
}

/// An object whose field names are data, except for extensions.
private struct Patterned<Value: NodeReadable>: NodeReadable {
    let entries: OrderedMap<Value>

    static func read(_ node: Node, in context: ReadingContext) -> Self? {
        node.isMisplacedReference
            ? context.bundling(node) { entries(of: $0, in: context) } : entries(of: node, in: context)
    }

    private static func entries(of node: Node, in context: ReadingContext) -> Self? {
        context.read(node, as: "mapping") { Self(entries: $0.entries()) }
    }
}
