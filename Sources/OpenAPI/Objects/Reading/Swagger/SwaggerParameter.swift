import ApusDiagnostics
import ApusYAML

/// How a list of values is written, in the terms of OpenAPI 3.
struct SwaggerListStyle {
    let style: String
    let explode: Bool

    var isRepeated: Bool { style == "form" && explode }

    func fields(at location: SourceLocation) -> Mapping {
        var fields = Mapping()
        fields.add("style", .string(style), at: location)
        fields.add("explode", .bool(explode), at: location)
        return fields
    }

    /// The style for a `collectionFormat`; `nil` if there is none for this location.
    init?(_ format: String, in place: String) {
        let isText = ["path", "header"].contains(place)
        switch (format, isText) {
        case ("csv", true): (style, explode) = ("simple", false)
        case ("csv", false): (style, explode) = ("form", false)
        case ("multi", false): (style, explode) = ("form", true)
        case ("ssv", false): (style, explode) = ("spaceDelimited", false)
        case ("pipes", false): (style, explode) = ("pipeDelimited", false)
        default: return nil
        }
    }
}

extension SwaggerUpgrade {
    /// The fields of a parameter or header, split into its schema and the rest.
    struct Shape {
        var schema = Mapping()
        var rest = Mapping()
        var style: SwaggerListStyle?
    }

    func parameter(_ node: Node) -> Node {
        guard let fields = node.mapping, fields["$ref"] == nil else { return node }
        return upgraded(fields, in: fields["in"]?.string ?? "query", at: node.location)
    }

    func header(_ node: Node) -> Node {
        guard let fields = node.mapping, fields["$ref"] == nil else { return node }
        return upgraded(fields, in: "header", at: node.location)
    }

    private func upgraded(_ fields: Mapping, in place: String, at location: SourceLocation) -> Node {
        let shape = shape(of: fields, in: place, at: location)
        var upgraded = shape.rest
        if !shape.schema.isEmpty { upgraded.add("schema", .mapping(shape.schema), at: location) }
        if let style = shape.style {
            for entry in style.fields(at: location).entries { upgraded.insert(entry) }
        }
        return Node(.mapping(upgraded), at: location)
    }

    /// Separates the keywords of a schema from a parameter's fields.
    func shape(of fields: Mapping, in place: String, at location: SourceLocation) -> Shape {
        var shape = Shape()
        for entry in fields.entries {
            if entry.key == "items" {
                shape.schema.add("items", items(entry.value), like: entry)
            } else if Self.keywords.contains(entry.key) {
                shape.schema.insert(entry)
            } else if entry.key != "collectionFormat" {
                shape.rest.insert(entry)
            }
        }
        guard fields["type"]?.string == "array" else { return shape }
        let format = fields["collectionFormat"]
        shape.style = SwaggerListStyle(format?.string ?? "csv", in: place)
        if shape.style == nil, let format {
            let name = format.string.map { "'\($0)'" } ?? format.kindName
            let message = "a list in a \(place == "form" ? "form" : "\(place) parameter") has no style for \(name)"
            context.report(.noEquivalent, "\(message); it is written with commas", at: format.location)
            shape.style = SwaggerListStyle("csv", in: place)
        }
        return shape
    }

    /// Lists within lists have formats of their own, for which there is no style.
    private func items(_ node: Node) -> Node {
        node.mappingEntries { entry in
            switch entry.key {
            case "collectionFormat":
                if node["type"]?.string == "array" {
                    context.report(.noEquivalent, "a list within a list has no style", at: entry.keyLocation)
                }
                return nil
            case "items": return items(entry.value)
            default: return entry.value
            }
        }
    }

    private static let keywords: Set<String> = [
        "type", "format", "default", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength",
        "minLength", "pattern", "maxItems", "minItems", "uniqueItems", "enum", "multipleOf", "x-nullable",
    ]

    // MARK: Security

    /// `basic` -> `http`; the only flow of `oauth2` becomes one of its flows.
    func securityScheme(_ node: Node) -> Node {
        guard let fields = node.mapping, let type = fields.entry("type") else { return node }
        switch type.value.string {
        case "basic":
            var upgraded = fields.replacing("type", with: type.saying("http"))
            upgraded.add("scheme", .string("basic"), at: type.value.location)
            return Node(.mapping(upgraded), at: node.location)
        case "oauth2":
            return Node(.mapping(oauth2(fields, at: node.location)), at: node.location)
        default:
            return node
        }
    }

    private func oauth2(_ fields: Mapping, at location: SourceLocation) -> Mapping {
        var upgraded = Mapping()
        var flow = Mapping()
        for entry in fields.entries where entry.key != "flow" {
            if ["authorizationUrl", "tokenUrl", "scopes"].contains(entry.key) {
                flow.insert(entry)
            } else {
                upgraded.insert(entry)
            }
        }
        var flows = Mapping()
        if let name = fields.entry("flow") {
            let names = ["application": "clientCredentials", "accessCode": "authorizationCode"]
            let text = name.value.string ?? ""
            if ["implicit", "password", "application", "accessCode"].contains(text) {
                let node = Node(.mapping(flow), at: name.value.location)
                flows.insert(.init(key: names[text] ?? text, keyLocation: name.keyLocation, value: node))
            } else {
                let choices = "'implicit', 'password', 'application', 'accessCode'"
                context.report(.unknownValue, "expected one of \(choices), found '\(text)'", at: name.value.location)
            }
        } else {
            context.report(.missingField, "the security scheme has no 'flow'", at: location)
        }
        upgraded.add("flows", .mapping(flows), at: location)
        return upgraded
    }
}

extension Mapping.Entry {
    /// The entry with another string as its value.
    func saying(_ text: String) -> Self {
        .init(key: key, keyLocation: keyLocation, value: Node(.string(text), at: value.location))
    }
}
