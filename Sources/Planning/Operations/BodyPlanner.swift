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
            contents.count > 1 && !contents.allSatisfy { $0.type == first.plan.type && $0.content.kind.isStructured }
        var isRequired = body.required
        if alternatives.contains(where: \.isNullable) {
            // Null is a value in JSON alone: elsewhere a body that may be null may as well be left out.
            isRequired =
                isRequired
                && (isChoice || first.plan.content.kind == .json && contents.allSatisfy(\.content.kind.isPlain))
            for (index, (plan, isNullable)) in alternatives.enumerated() where isRequired && isNullable {
                let isOptional = plan.content.kind == .json && plan.type != .builtin(.json)
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
            let (kind, type) = (alternative.plan.content.kind, alternative.plan.type)
            let isKnown = kind.isOneKind && merged.contains { $0.plan.content.kind == kind && $0.plan.type == type }
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
        switch choice.content.kind.typing {
        case .schema:
            guard let schema = media.schema else { return withoutSchema(choice, name) }
            let planned = schemas.type(of: schema, naming: naming("Request"))
            let content = choice.content.completed(by: media, as: planned.type, schemas, diagnostics)
            if content.kind == .text { return (.init(name: name, content: content, type: .builtin(.string)), false) }
            var plan = BodyContentPlan(name: name, content: content, type: planned.type, check: check(schema))
            plan.isEmbedded = content.kind == .json && plan.check == nil && isEmbedded(schema)
            return (plan, planned.isNullable)
        case .parts:
            let type = media.schema.flatMap {
                schemas.formType(of: $0, encoding: media.encoding, naming: naming(isOnly ? "Body" : "Form"))
            }
            if let type { return (.init(name: name, content: choice.content, type: type), false) }
            diagnostics.report(
                .mediaTypeNotHonoured,
                "`multipart/form-data` is passed on as bytes, since its schema names no parts",
                at: choice.entry.location
            )
            return (.init(name: name, content: .stream(mediaType), type: .builtin(.body)), false)
        case .text:
            let text = TextContent(choice, naming: naming("Request"), schemas: schemas)
            return (.init(name: name, content: choice.content, type: text.type, check: text.check), text.isNullable)
        case .bytes, .stream, .items:
            return (.init(name: name, content: .stream(mediaType), type: .builtin(.body)), false)
        }
    }

    /// A body that is read as it comes.
    private func stream(_ choice: MediaTypeChoice, _ name: String, naming: Naming) -> BodyContentPlan? {
        let content = choice.content(in: schemas)
        switch content.kind.typing {
        case .stream:
            choice.report(to: diagnostics)
            return BodyContentPlan(name: name, content: content, type: .builtin(.body))
        case .items(let format):
            let items = ItemPlanner(schemas: schemas).items(of: choice.entry.value, format: format, naming: naming)
            return BodyContentPlan(
                name: items.format.rawValue,
                content: ContentPlan(kind: .items(items.format), mediaType: content.mediaType),
                type: items.type,
                check: items.schema.flatMap(check)
            )
        case .schema, .parts, .text, .bytes: return nil
        }
    }

    /// Without a schema JSON is any JSON, and XML is text.
    private func withoutSchema(_ choice: MediaTypeChoice, _ name: String) -> Alternative {
        let isText = choice.content.kind.needsSchema
        let type = TypeReference.builtin(isText ? .string : .json)
        return (.init(name: name, content: isText ? choice.content.asText : choice.content, type: type), false)
    }

    /// FastAPI makes `Body_rename_rename_put` of several arguments, and of one that is to be embedded.
    private func isEmbedded(_ schema: Schema) -> Bool {
        let component = schema.reference?.text.split(separator: "/").last
        return schemas.checks.pydantic != nil && component?.hasPrefix("Body_") == true
    }

    /// A type with a validator of its own needs no check at the place of use.
    private func check(_ schema: Schema) -> Check? {
        let check = schemas.checks.check(schema)
        if case .model = check { return nil }
        if case .declared = check { return nil }
        return check == .any ? nil : check
    }
}

extension ContentPlan {
    /// With what the media type's schema and encoding say; text, where a notation finds nothing in it to go by.
    func completed(
        by media: MediaType, as type: TypeReference, _ schemas: SchemaPlanner, _ diagnostics: Diagnostics
    ) -> ContentPlan {
        var content = self
        if kind == .form {
            let encodings = FormEncodings(shapes: schemas.shapes, diagnostics: diagnostics)
            content.details = .form(encodings.plan(media), requiredLists: encodings.requiredLists(media))
        } else if kind == .xml {
            guard let root = media.schema.flatMap({ schemas.xmlRoot(of: $0, type: type) }) else { return asText }
            content.details = .xml(root)
        }
        return content
    }

    var asText: ContentPlan { ContentPlan(kind: .text, mediaType: mediaType) }
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
