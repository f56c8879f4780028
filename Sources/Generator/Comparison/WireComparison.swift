import ApusDiagnostics
import ApusOpenAPI

/// Compares two documents operation by operation: would a client or a server of the old one still understand the new one?
struct WireComparison {
    let old: Document
    let new: Document
    private(set) var changes: [Change] = []
    private var schemas: SchemaComparison

    init(old: Document, new: Document) {
        self.old = old
        self.new = new
        schemas = SchemaComparison(old: old, new: new)
    }

    private struct Entry {
        var name: String
        var path: Path
        var operation: Operation
    }

    mutating func compare() {
        let (before, after) = (Self.entries(of: old), Self.entries(of: new))
        for (key, entry) in before {
            if let match = after.first(where: { $0.key == key })?.entry {
                compare(entry, match)
            } else {
                add(.breaking, .operationRemoved, "`\(entry.name)` is gone", at: entry.operation.location)
            }
        }
        for (key, entry) in after where !before.contains(where: { $0.key == key }) {
            add(.compatible, .operationAdded, "`\(entry.name)` is new", at: entry.operation.location)
        }
        compareWebhooks()
    }

    /// Only whether a webhook exists is compared, not what it sends.
    private mutating func compareWebhooks() {
        let (before, after) = (Self.webhooks(of: old), Self.webhooks(of: new))
        for webhook in before where !after.contains(where: { $0.name == webhook.name }) {
            add(.breaking, .webhookRemoved, "the webhook `\(webhook.name)` is gone", at: webhook.location)
        }
        for webhook in after where !before.contains(where: { $0.name == webhook.name }) {
            add(.compatible, .webhookAdded, "the webhook `\(webhook.name)` is new", at: webhook.location)
        }
    }

    private static func webhooks(of document: Document) -> [(name: String, location: SourceLocation)] {
        document.webhooks.flatMap { webhook in
            webhook.value.operations.map { ("\($0.method) \(webhook.key)", $0.location) }
        }
    }

    /// Keyed by method and template, whatever the names of the variables are.
    private static func entries(of document: Document) -> [(key: String, entry: Entry)] {
        document.paths.flatMap { path in
            path.item.operations.map { operation in
                let template = path.template.replacing(/\{[^}]*\}/, with: "{}")
                let name = "\(operation.method) \(path.template)"
                return ("\(operation.method) \(template)", Entry(name: name, path: path, operation: operation))
            }
        }
    }

    private mutating func compare(_ old: Entry, _ new: Entry) {
        compareParameters(old, new)
        compareBodies(old, new)
        compareResponses(old, new)
        compareSecurity(old, new)
        if new.operation.deprecated, !old.operation.deprecated {
            let place = new.operation.location(of: "deprecated")
            add(.compatible, .operationDeprecated, "`\(new.name)` is deprecated now", at: place)
        }
        changes += schemas.take()
    }

    // MARK: Parameters

    private mutating func compareParameters(_ old: Entry, _ new: Entry) {
        let before = self.old.parameters(of: old.operation, in: old.path.item)
        let after = self.new.parameters(of: new.operation, in: new.path.item)
        for parameter in before where parameter.value.in != .path {
            guard let match = after.first(where: { $0.value.isNamed(like: parameter.value) }) else {
                let what = parameter.value.title
                add(.breaking, .parameterRemoved, "`\(new.name)` no longer takes \(what)", at: parameter.location)
                continue
            }
            compare(parameter.value, match.value, of: new)
        }
        for parameter in after where parameter.value.in != .path {
            if before.contains(where: { $0.value.isNamed(like: parameter.value) }) { continue }
            let (level, word) = parameter.value.required ? (Change.Level.breaking, "demands") : (.compatible, "takes")
            add(level, .parameterAdded, "`\(new.name)` \(word) \(parameter.value.title)", at: parameter.location)
        }
        // Variables of a path have no names on the wire.
        let variables = zip(before.filter { $0.value.in == .path }, after.filter { $0.value.in == .path })
        for (old, match) in variables { compare(old.value, match.value, of: new) }
    }

    private mutating func compare(_ old: Parameter, _ new: Parameter, of entry: Entry) {
        if old.required != new.required {
            let message = "\(new.title) of `\(entry.name)` is \(new.required ? "required" : "optional") now"
            add(new.required ? .breaking : .compatible, .presence, message, at: new.location(of: "required"))
        }
        let (before, after) = (old.serialization, new.serialization)
        if (before.style, before.explode) != (after.style, after.explode) {
            add(.breaking, .parameterStyle, "\(new.title) of `\(entry.name)` is written differently", at: new.location)
        }
        let (oldSchema, newSchema) = (
            old.schema ?? old.content.first?.value.schema, new.schema ?? new.content.first?.value.schema
        )
        if let oldSchema, let newSchema, !old.required, !new.required {
            schemas.compareDefaults(oldSchema, newSchema, isBreaking: true, of: "\(new.title) of `\(entry.name)`")
        }
        schemas.compare(oldSchema, newSchema, .request, name: "`\(entry.name)`: \(new.name)", at: new.location)
    }

    // MARK: Bodies

    private mutating func compareBodies(_ old: Entry, _ new: Entry) {
        let before = old.operation.requestBody.flatMap { self.old.resolve($0) }
        let after = new.operation.requestBody.flatMap { self.new.resolve($0) }
        switch (before, after) {
        case (nil, nil): return
        case (let before?, nil):
            add(.breaking, .bodyRemoved, "`\(new.name)` no longer takes a body", at: before.location)
        case (nil, let after?):
            let (level, word) = after.required ? (Change.Level.breaking, "demands") : (.compatible, "takes")
            add(level, .bodyAdded, "`\(new.name)` \(word) a body", at: after.location)
        case (let before?, let after?):
            if before.required != after.required {
                let message = "the body of `\(new.name)` is \(after.required ? "required" : "optional") now"
                add(after.required ? .breaking : .compatible, .presence, message, at: after.location)
            }
            compare(before.content, after.content, .request, of: "`\(new.name)`: body", at: after.location)
        }
    }

    /// A server that accepts fewer media types breaks its clients; one that responds with fewer breaks the clients that ask for
    /// them.
    private mutating func compare(
        _ old: OrderedMap<MediaType>, _ new: OrderedMap<MediaType>, _ direction: SchemaComparison.Direction,
        of name: String, at location: SourceLocation
    ) {
        for entry in old {
            guard let match = new.entry(entry.key) else {
                add(.breaking, .mediaTypeRemoved, "\(name) is no longer `\(entry.key)`", at: entry.location)
                continue
            }
            schemas.compare(entry.value.schema, match.value.schema, direction, name: name, at: match.location)
        }
        for entry in new where old[entry.key] == nil {
            add(.compatible, .mediaTypeAdded, "\(name) may be `\(entry.key)`", at: entry.location)
        }
    }

    // MARK: Answers

    private mutating func compareResponses(_ old: Entry, _ new: Entry) {
        for entry in old.operation.responses {
            guard let match = new.operation.responses.entry(entry.key) else {
                let level: Change.Level = entry.key.hasPrefix("2") ? .breaking : .compatible
                add(level, .statusRemoved, "`\(new.name)` no longer responds with \(entry.key)", at: entry.location)
                continue
            }
            guard let before = self.old.resolve(entry.value), let after = self.new.resolve(match.value) else {
                continue
            }
            let name = "`\(new.name)`: \(entry.key)"
            compare(before.content, after.content, .response, of: name, at: match.location)
            compareHeaders(before, after, of: name)
        }
        for entry in new.operation.responses where old.operation.responses[entry.key] == nil {
            // A client that does not know it as a success treats it as a failure.
            let level: Change.Level = entry.key.hasPrefix("2") ? .breaking : .compatible
            add(level, .statusAdded, "`\(new.name)` may respond with \(entry.key)", at: entry.location)
        }
    }

    private mutating func compareHeaders(_ old: Response, _ new: Response, of name: String) {
        for entry in old.declaredHeaders {
            guard let match = new.declaredHeaders.first(where: { $0.key.lowercased() == entry.key.lowercased() }) else {
                add(.breaking, .headerRemoved, "\(name) no longer has the header `\(entry.key)`", at: entry.location)
                continue
            }
            guard let before = self.old.resolve(entry.value), let after = self.new.resolve(match.value) else {
                continue
            }
            if before.required != after.required {
                let (level, word) = after.required ? (Change.Level.compatible, "required") : (.breaking, "optional")
                add(level, .presence, "the header `\(match.key)` of \(name) is \(word) now", at: match.location)
            }
            schemas.compare(
                before.schema ?? before.content.first?.value.schema, after.schema ?? after.content.first?.value.schema,
                .response, name: "the header `\(match.key)` of \(name)", at: match.location
            )
        }
        for entry in new.declaredHeaders {
            if old.declaredHeaders.contains(where: { $0.key.lowercased() == entry.key.lowercased() }) { continue }
            add(.compatible, .headerAdded, "\(name) has the header `\(entry.key)`", at: entry.location)
        }
    }

    // MARK: Security

    private mutating func compareSecurity(_ old: Entry, _ new: Entry) {
        let before = old.operation.security ?? self.old.security
        let after = new.operation.security ?? self.new.security
        let accepted = Set(after.map { Set($0.schemes.keys) })
        let given = before.isEmpty ? [[]] : before.map { Set($0.schemes.keys) }
        // A request with more than the required credentials is accepted.
        let refused = after.isEmpty ? [] : given.filter { keys in !accepted.contains { $0.isSubset(of: keys) } }
        guard let first = refused.first else { return }
        let credentials =
            first.isEmpty
            ? "requests without credentials" : "the credentials \(first.sorted().joined(separator: " and "))"
        let place = new.operation.location(of: "security")
        add(.breaking, .credentials, "`\(new.name)` no longer accepts \(credentials)", at: place)
    }

    private mutating func add(_ level: Change.Level, _ kind: Change.Kind, _ message: String, at place: SourceLocation) {
        changes.append(Change(level: level, kind: kind, message: message, location: place))
    }
}

extension Parameter {
    /// ``the query parameter `limit` ``
    fileprivate var title: String { "the \(`in`.rawValue) parameter `\(name)`" }

    fileprivate func isNamed(like other: Parameter) -> Bool {
        if `in` != other.in { return false }
        return `in` == .header ? name.lowercased() == other.name.lowercased() : name == other.name
    }
}
