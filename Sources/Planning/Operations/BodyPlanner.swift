import ApusDiagnostics
import ApusOpenAPI

/// The body that an operation takes: of one kind, or one of several.
struct BodyPlanner {
    let schemas: SchemaPlanner
    let diagnostics: Diagnostics

    /// One kind of content, and whether its value may be null.
    private typealias Alternative = (plan: BodyContentPlan, isNullable: Bool)

    /// - Parameter choose: declares an enumeration of several types, and gives its index.
    func plan(_ operation: Operation, typeName: String, choose: (BodyChoicePlan) -> Int) -> BodyPlan? {
        guard let body = operation.requestBody.flatMap({ schemas.document.resolve($0) }) else { return nil }
        let choices = MediaTypeChoice.ranked(body.content)
        let alternatives = merged(
            choices.map { choice in
                alternative(choice, isOnly: choices.count == 1) { role in
                    .body(of: operation, typeName: typeName, role: role, in: schemas.document)
                }
            }
        )
        guard let first = alternatives.first else { return nil }
        var contents = alternatives.map(\.plan)
        var value = BodyPlan.Value.type(first.plan.type)
        // A model is the same however it is sent; bytes and text are what their media type says.
        let isChoice =
            contents.count > 1 && !contents.allSatisfy { $0.type == first.plan.type && $0.content.isStructured }
        var isRequired = body.required
        if alternatives.contains(where: \.isNullable) {
            // Null is a value in JSON alone: elsewhere a body that may be null may as well be left out.
            isRequired = isRequired && (isChoice || first.plan.content.isJSON && contents.allSatisfy(\.content.isPlain))
            for (index, (plan, isNullable)) in alternatives.enumerated() where isRequired && isNullable {
                let isOptional = plan.content.isJSON && plan.type != .builtin(.json)
                if isOptional { contents[index].type = .optional(plan.type) }
            }
            value = .type(contents[0].type)
        }
        if isChoice {
            let names = UniqueNames.assign(
                contents.map(\.name), name: { SwiftName.member($0) }, reserve: ReservedNames.enumerationCase
            )
            for index in contents.indices { contents[index].name = names[index] }
            let choice = BodyChoicePlan(
                name: schemas.freeName(typeName + "Body", typeName + "BodyChoice"),
                contents: contents,
                documentation: ["What `\(typeName.prefix(1).lowercased() + typeName.dropFirst())` takes."]
            )
            value = .choice(choose(choice))
        }
        return BodyPlan(
            value: value,
            contents: contents,
            isRequired: isRequired,
            documentation: Documentation.parameter("body", body.description)
        )
    }

    /// JSON is JSON: a reader of one JSON type takes all of them. The others differ by their media types.
    private func merged(_ alternatives: [Alternative]) -> [Alternative] {
        var merged: [Alternative] = []
        for alternative in alternatives {
            let isKnown = merged.contains { other in
                switch (alternative.plan.content, other.plan.content) {
                case (.json, .json): alternative.plan.type == other.plan.type
                case (.xml, .xml): alternative.plan.type == other.plan.type
                case (.json, _), (.form, _), (.multipart, _), (.xml, _), (.text, _), (.data, _), (.stream, _),
                    (.items, _):
                    false
                }
            }
            if !isKnown { merged.append(alternative) }
        }
        return merged
    }

    /// - Parameter naming: where the schema stands, by what the body is called: `Request`, or `Form` among others.
    private func alternative(
        _ choice: MediaTypeChoice, isOnly: Bool, naming: (String) -> Naming
    ) -> Alternative {
        let media = choice.entry.value
        let mediaType = MediaTypeChoice.essence(choice.entry.key)
        let name = BodyNames.name(of: mediaType)
        if let stream = stream(choice, name, naming: naming("Request")) { return (stream, false) }
        switch choice.content {
        case .json, .form, .xml:
            guard let schema = media.schema else { return withoutSchema(choice, name) }
            let planned = schemas.type(of: schema, naming: naming("Request"))
            let content = choice.content.completed(by: media, as: planned.type, schemas, diagnostics)
            if case .text = content { return (.init(name: name, content: content, type: .builtin(.string)), false) }
            var plan = BodyContentPlan(name: name, content: content, type: planned.type, check: check(schema))
            if case .json = content { plan.isEmbedded = plan.check == nil && isEmbedded(schema) }
            return (plan, planned.isNullable)
        case .multipart:
            let type = media.schema.flatMap {
                schemas.formType(of: $0, encoding: media.encoding, naming: naming(isOnly ? "Body" : "Form"))
            }
            if let type { return (.init(name: name, content: .multipart, type: type), false) }
            diagnostics.report(
                .mediaTypeNotHonoured,
                "`multipart/form-data` is passed on as bytes, since its schema names no parts",
                at: choice.entry.location
            )
            let content = ContentKind.stream(mediaType: "multipart/form-data")
            return (.init(name: name, content: content, type: .builtin(.body)), false)
        case .text:
            let text = TextContent(choice, naming: naming("Request"), schemas: schemas)
            return (.init(name: name, content: choice.content, type: text.type, check: text.check), text.isNullable)
        case .data, .stream, .items:
            return (.init(name: name, content: .stream(mediaType: mediaType), type: .builtin(.body)), false)
        }
    }

    /// A body that is read as it comes.
    private func stream(_ choice: MediaTypeChoice, _ name: String, naming: Naming) -> BodyContentPlan? {
        let kind = choice.kind(in: schemas)
        switch kind {
        case .stream:
            choice.report(to: diagnostics)
            return BodyContentPlan(name: name, content: kind, type: .builtin(.body))
        case .items(let format, let mediaType):
            let items = ItemPlanner(schemas: schemas).items(of: choice.entry.value, format: format, naming: naming)
            return BodyContentPlan(
                name: items.format.rawValue,
                content: .items(items.format, mediaType: mediaType),
                type: items.type,
                check: items.schema.flatMap(check)
            )
        case .json, .form, .multipart, .xml, .text, .data: return nil
        }
    }

    /// Without a schema JSON is any JSON, and XML is text.
    private func withoutSchema(_ choice: MediaTypeChoice, _ name: String) -> Alternative {
        switch choice.content {
        case .xml(let mediaType, _):
            (.init(name: name, content: .text(mediaType: mediaType), type: .builtin(.string)), false)
        case .json, .form, .multipart, .text, .data, .stream, .items:
            (.init(name: name, content: choice.content, type: .builtin(.json)), false)
        }
    }

    /// FastAPI makes `Body_rename_rename_put` of several arguments, and of one that is to be embedded.
    private func isEmbedded(_ schema: Schema) -> Bool {
        let component = schema.reference?.text.split(separator: "/").last
        return schemas.checks.pydantic != nil && component?.hasPrefix("Body_") == true
    }

    /// A type with a validator of its own needs no check at the place of use.
    private func check(_ schema: Schema) -> Check? {
        let check = schemas.checks.check(schema)
        switch check {
        case .any, .model, .declared: return nil
        default: return check
        }
    }
}

extension ContentKind {
    /// With what the media type's schema and encoding say.
    func completed(
        by media: MediaType, as type: TypeReference, _ schemas: SchemaPlanner, _ diagnostics: Diagnostics
    ) -> ContentKind {
        switch self {
        case .form:
            let encodings = FormEncodings(schemas: schemas, diagnostics: diagnostics)
            return .form(encodings.plan(media), requiredLists: encodings.requiredLists(media))
        case .xml(let mediaType, _):
            let root = media.schema.flatMap { schemas.xmlRoot(of: $0, type: type) }
            return root.map { .xml(mediaType: mediaType, $0) } ?? .text(mediaType: mediaType)
        case .json, .multipart, .text, .data, .stream, .items: return self
        }
    }
}

/// What a media type is called among others: a table, and for the rest the subtype.
enum BodyNames {
    static func name(of mediaType: String) -> String {
        if let name = names[mediaType] { return name }
        let halves = mediaType.split(separator: "/", maxSplits: 1).map(String.init)
        guard halves.count == 2 else { return mediaType }
        // `image/*` -> image, `application/vnd.github.diff` -> github.diff
        if halves[1] == "*" { return halves[0] }
        let prefix = ["vnd.", "x-"].first { halves[1].hasPrefix($0) && halves[1] != $0 } ?? ""
        return String(halves[1].dropFirst(prefix.count)).replacing("+", with: "-")
    }

    private static let names = [
        "application/json": "json", "text/json": "json", "*/*": "other", "application/*": "other",
        "application/x-www-form-urlencoded": "form", "multipart/form-data": "multipart", "text/plain": "text",
        "application/xml": "xml", "text/xml": "xml", "application/octet-stream": "data", "image/svg+xml": "svg",
    ]
}
