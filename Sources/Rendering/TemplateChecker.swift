/// Holds a template's tags against the names that its view has.
struct TemplateChecker {
    let name: String
    let path: String

    func check(_ text: String) throws(TemplateError) {
        let known = Self.names[name, default: []].union(["layout.brief", "."])
        for tag in tags(of: text) {
            if tag.kind == ">" || tag.kind == "<" || tag.kind == "$" || tag.kind == "%" || tag.kind == "=" {
                throw error(tag, "partials, parents and pragmas are not supported")
            }
            guard known.contains(tag.name) else {
                throw error(tag, "the view has no `\(tag.name)`; it has \(known.sorted().joined(separator: ", "))")
            }
        }
    }

    private struct Tag {
        var kind: Character?
        var name: String
        var line: Int
    }

    private func error(_ tag: Tag, _ message: String) -> TemplateError {
        TemplateError(path: path, line: tag.line, message: message)
    }

    private func tags(of text: String) -> [Tag] {
        var tags: [Tag] = []
        var line = 1
        var rest = text[...]
        while let start = rest.firstRange(of: "{{") {
            line += rest[..<start.lowerBound].count { $0 == "\n" }
            rest = rest[start.upperBound...]
            guard let end = rest.firstRange(of: "}}") else { break }
            var content = rest[..<end.lowerBound].drop { $0 == " " }
            rest = rest[end.upperBound...]
            var kind: Character?
            if let first = content.first, "#^/!>&<$%={".contains(first) {
                kind = first
                content = content.dropFirst()
            }
            if kind == "!" { continue }
            let name = content.filter { $0 != " " && $0 != "}" }
            tags.append(Tag(kind: kind, name: String(name), line: line))
        }
        return tags
    }

    /// The names of each template's view. Mustache looks an unknown name up the stack and then renders nothing.
    static let names: [String: Set<String>] = [
        "Alias": ["alias.documentation", "alias.access", "alias.name", "alias.type", "alias.nested"],
        "CallbackURL": [
            "callback.documentation", "callback.access", "callback.name", "callback.parameters", "callback.result",
            "callback.lines",
        ],
        "Client": [
            "client.documentation", "client.access", "client.name", "client.protocol", "client.operations",
        ],
        "ClientGroup": ["client.documentation", "client.name", "client.operations"],
        "ClientOperation": [
            "operation.documentation", "operation.deprecated",
            "operation.access", "operation.name",
            "operation.parameters", "operation.failure", "operation.result", "operation.binding", "operation.local",
            "operation.request", "operation.arguments", "operation.send",
        ],
        "ClosedEnumeration": [
            "enumeration.documentation", "enumeration.access", "enumeration.name", "enumeration.cases", "case.name",
            "enumeration.raw", "enumeration.conformance", "case.documentation",
            "case.value", "case.raw", "enumeration.all",
        ],
        "Credentials": [
            "credentials.client", "credentials.access", "credentials.entries", "scheme.documentation", "scheme.name",
            "scheme.parameters", "scheme.credential",
        ],
        "Failure": [
            "failure.documentation", "failure.access", "failure.name", "failure.responses", "failure.table",
            "response.documentation", "response.name", "response.label", "response.payload", "response.pattern",
            "response.answer",
        ],
        "File": ["file.source", "file.imports", "file.namespace", "file.declarations"],
        "LargeEnumeration": [
            "enumeration.documentation", "enumeration.access", "enumeration.name", "enumeration.cases", "case.name",
            "enumeration.raw", "enumeration.conformance", "case.documentation",
            "case.value", "case.argument", "enumeration.parts", "enumeration.partNames", "part.name", "part.cases",
        ],
        "Links": [
            "links.client", "links.entries", "link.documentation", "link.deprecated", "link.access", "link.name",
            "link.parameters", "link.failure", "link.result", "link.lines",
        ],
        "OpenEnumeration": [
            "enumeration.documentation", "enumeration.access", "enumeration.name", "enumeration.cases", "case.name",
            "enumeration.raw", "enumeration.conformance", "case.documentation",
            "case.value", "case.argument", "enumeration.all",
        ],
        "Output": [
            "output.documentation", "output.access", "output.name", "output.responses", "response.documentation",
            "response.name", "response.label", "response.payload", "response.pattern", "response.answer",
        ],
        "RequestBody": ["body.documentation", "body.access", "body.name", "body.cases", "case.name", "case.type"],
        "ResponseValue": [
            "value.documentation", "value.access", "value.name", "value.properties", "property.documentation",
            "property.name", "property.member", "property.type", "property.read", "value.parameters", "value.answer",
            "value.headers", "value.isStream",
        ],
        "Routes": [
            "routes.server", "routes.access", "routes.errors", "routes.authenticators", "routes.entries",
            "routes.group",
            "routes.groups", "routes.function", "routes.undefined", "scheme.documentation", "scheme.parameters",
        ],
        "SchemaValidator": ["validator.name", "validator.access", "validator.lines"],
        "Server": [
            "server.documentation", "server.head", "server.identity", "server.schemes",
            "scheme.documentation", "scheme.parameters", "scheme.result", "server.operations",
            "operation.documentation",
            "operation.name", "operation.parameters", "operation.result",
        ],
        "Sample": ["sample.type", "sample.access", "sample.name", "sample.value"],
        "SampleAnswers": [
            "answers.server", "answers.entries", "answer.access", "answer.name", "answer.parameters", "answer.result",
            "answer.value",
        ],
        "SampleServer": ["server.documentation", "server.access", "server.name", "server.base"],
        "ServerOperation": [
            "operation.route", "operation.input", "operation.context", "operation.inputs", "operation.call",
        ],
        "Servers": [
            "servers.client", "servers.access", "servers.entries", "server.documentation", "server.head", "server.url",
            "servers.choices", "choice.documentation", "choice.name", "choice.cases", "case.name",
            "case.raw",
        ],
        "Structure": [
            "structure.documentation", "structure.access", "structure.name", "structure.conformance",
            "structure.encoding", "structure.properties", "property.documentation", "property.attribute",
            "property.name", "property.member", "property.type", "property.read", "property.write",
            "structure.defaults", "default.name", "default.type", "default.value", "structure.parameters",
            "structure.reader", "structure.writer", "structure.nested",
        ],
        "Union": [
            "union.documentation", "union.access", "union.modifier", "union.name", "union.members", "member.name",
            "member.type", "member.label", "member.write", "union.read", "union.nested",
        ],
        "Validator": [
            "validator.modifier", "validator.name", "validator.access", "validator.parameter", "validator.lines",
        ],
        "XMLShape": ["shape.name", "shape.access", "shape.members"],
    ]
}
