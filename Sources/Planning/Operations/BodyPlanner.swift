import ApusDiagnostics
import ApusOpenAPI

/// The body that an operation takes: of one kind, or one of several.
struct BodyPlanner {
    let schemas: SchemaPlanner
    let diagnostics: Diagnostics

    /// One kind of content, with whether its value may be null.
    private typealias Alternative = (plan: BodyContentPlan, nullability: Nullability)

    private enum Nullability {
        case none
        case nullable
        /// FastAPI treats null like a body that is left out.
        case absent
    }

    /// - Parameter choose: declares an enumeration of several types and returns its index.
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
        // A model is the same in every media type; what bytes and text are depends on the media type.
        let isChoice =
            contents.count > 1 && !contents.allSatisfy { $0.type == first.plan.type && $0.content.kind.isStructured }
        var isRequired = body.required
        if alternatives.contains(where: { $0.nullability != .none }) {
            // Null is a value only in JSON: in other media types, a body that may be null may be left out instead.
            let canBeNull = isChoice || first.plan.content.kind == .json && contents.allSatisfy(\.content.kind.isPlain)
            isRequired = isRequired && canBeNull
            for (index, (plan, nullability)) in alternatives.enumerated() where canBeNull && nullability != .none {
                guard plan.content.kind == .json, plan.type != .builtin(.json) else { continue }
                if isRequired {
                    contents[index].type = .optional(plan.type)
                } else if nullability == .nullable {
                    contents[index].type = .nullable(plan.type)
                }
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

    /// All JSON media types are equal: a reader of one accepts all of them. Other content differs by its media type.
    private func merged(_ alternatives: [Alternative]) -> [Alternative] {
        var merged: [Alternative] = []
        for alternative in alternatives {
            let (kind, type) = (alternative.plan.content.kind, alternative.plan.type)
            let isKnown = kind.isOneKind && merged.contains { $0.plan.content.kind == kind && $0.plan.type == type }
            if !isKnown { merged.append(alternative) }
        }
        return merged
    }

    /// - Parameter naming: the place of the schema for a name of the body: `Request`, or `Form` if there are other bodies.
    private func alternative(
        _ choice: MediaTypeChoice, isOnly: Bool, naming: (String) -> Naming
    ) -> Alternative {
        let media = choice.entry.value
        let mediaType = MediaTypeChoice.essence(choice.entry.key)
        let name = BodyNames.name(of: mediaType)
        if let stream = stream(choice, name, naming: naming("Request")) { return (stream, .none) }
        switch choice.content.kind.typing {
        case .schema:
            guard let schema = media.schema else { return withoutSchema(choice, name) }
            let planned = schemas.type(of: schema, naming: naming("Request"))
            let content = choice.content.completed(by: media, as: planned.type, schemas, diagnostics)
            if content.kind == .text { return (.init(name: name, content: content, type: .builtin(.string)), .none) }
            var plan = BodyContentPlan(name: name, content: content, type: planned.type, check: check(schema))
            plan.isEmbedded = content.kind == .json && plan.check == nil && isEmbedded(schema)
            guard planned.isNullable else { return (plan, .none) }
            return (plan, schemas.checks.pydantic != nil && schema.default == nil ? .absent : .nullable)
        case .parts:
            let type = media.schema.flatMap {
                schemas.formType(of: $0, encoding: media.encoding, naming: naming(isOnly ? "Body" : "Form"))
            }
            if let type { return (.init(name: name, content: choice.content, type: type), .none) }
            diagnostics.report(
                .unsupportedMediaType,
                "`multipart/form-data` is passed on as bytes, since its schema names no parts",
                at: choice.entry.location
            )
            return (.init(name: name, content: .stream(mediaType), type: .builtin(.body)), .none)
        case .text:
            let text = TextContent(choice, naming: naming("Request"), schemas: schemas)
            let plan = BodyContentPlan(name: name, content: choice.content, type: text.type, check: text.check)
            return (plan, text.isNullable ? .absent : .none)
        case .bytes, .stream, .items:
            return (.init(name: name, content: .stream(mediaType), type: .builtin(.body)), .none)
        }
    }

    /// A body that is read as a stream.
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

    /// Without a schema, JSON is any JSON value and XML is text.
    private func withoutSchema(_ choice: MediaTypeChoice, _ name: String) -> Alternative {
        let isText = choice.content.kind.needsSchema
        let type = TypeReference.builtin(isText ? .string : .json)
        return (.init(name: name, content: isText ? choice.content.asText : choice.content, type: type), .none)
    }

    /// FastAPI creates `Body_rename_rename_put` for several arguments, and for a single one that is to be embedded.
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
    /// The content with what the media type's schema and encoding state; text if its notation needs a schema with more structure.
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

/// The name of a media type among several: from a table, or else the subtype.
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
