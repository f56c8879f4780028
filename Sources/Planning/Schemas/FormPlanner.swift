import ApusDiagnostics
import ApusOpenAPI

/// Multipart forms: `multipart/form-data`.
extension SchemaPlanner {
    /// The declaration of a form's parts; `nil` if the schema is not an object.
    func formType(of schema: Schema, encoding: OrderedMap<Encoding>, naming: Naming) -> TypeReference? {
        let target = document.target(of: schema)
        let source = Shape.Alternative(schema: target)
        let isOwn = ownForm(target) != nil
        if isOwn, case .declared(let id) = types[source.id]?.type, types.drafts.structure(id)?.codec == .multipart {
            return .declared(id)
        }
        guard let object = shapes.formShape(of: target) else { return nil }
        let id = declare(source, naming: naming, suffix: "Form")
        if isOwn { types[source.id] = PlannedType(.declared(id)) }
        defineForm(id, object, encoding: encoding)
        reportKeywords(of: target)
        return .declared(id)
    }

    func defineForm(_ id: DeclarationID, _ object: ObjectShape, encoding: OrderedMap<Encoding>) {
        for entry in encoding where !object.members.contains(where: { $0.key == entry.key }) {
            diagnostics.report(.unsupportedMediaType, "the form has no part `\(entry.key)`", at: entry.location)
        }
        let names = propertyNames(of: object)
        let properties = zip(object.members, names).map { member, name in
            part(member, name: name, encoding: encoding[member.key], in: id)
        }
        let structure = StructureDraft(
            codec: .multipart, properties: properties, additional: additionalParts(of: object, in: id, names),
            memberNames: Set(names)
        )
        types.drafts.define(id, as: .structure(structure))
    }

    /// The parts without a property: files, or what their schema says.
    private func additionalParts(of object: ObjectShape, in id: DeclarationID, _ names: [String])
        -> AdditionalProperties?
    {
        guard object.additional != nil || !object.patterns.isEmpty else { return nil }
        let schemas = object.patterns.map(\.value) + [object.additional].compactMap { $0 }
        let files = schemas.map { shapes.fileType(of: $0) }
        guard let file = files[0], files.allSatisfy({ $0 == file }) else {
            guard var additional = additionalMembers(of: object, in: id, beside: names) else { return nil }
            // Null is not sent as a part.
            additional.value = additional.value.unwrapped
            return additional
        }
        var additional = AdditionalProperties(name: additionalName(beside: names), value: file)
        if object.additional == nil { additional.patterns = object.patterns.map(\.key) }
        return additional
    }

    /// The property for a part. Forms do not have null: a part that may be null may be left out, as may one that occurs only in
    /// responses.
    private func part(
        _ member: ObjectShape.Member, name: String, encoding: Encoding?, in id: DeclarationID
    ) -> PropertyDraft {
        let file = shapes.fileType(of: member.schema, contentType: encoding?.contentType)
        var member = member
        if Nullability.isNullable(member.schema, in: document) || document.access(of: member.schema) == .readOnly {
            member.isRequired = false
        }
        var part: PropertyDraft
        if let file {
            part = PropertyDraft(
                key: member.key,
                name: name,
                type: member.isRequired ? file : .optional(file),
                presence: member.isRequired ? .required : .optional,
                documentation: documentation(of: member.schema)
            )
        } else {
            part = property(member, name: name, in: id, takesNull: false)
        }
        part.part = encoding.flatMap { self.encoding($0, of: member, isFile: file != nil) }
        return part
    }

    private func encoding(_ encoding: Encoding, of member: ObjectShape.Member, isFile: Bool) -> PartPlan? {
        let style = FormEncodings(shapes: shapes, diagnostics: diagnostics)
            .style(ofPart: member.schema, encoding, isFile: isFile)
        let fields = [
            (encoding.serialization.declaredStyle == nil ? "explode" : "style", style == .unsupported),
            // Only a file can have them.
            ("headers", !encoding.headers.isEmpty && !isFile),
        ]
        for (field, isSet) in fields where isSet {
            diagnostics.report(
                .unsupportedMediaType,
                "`\(field)` of the part `\(member.key)` is ignored",
                at: encoding.location(of: field)
            )
        }
        let headers = encoding.headers.filter { entry in
            // "Content-Type is described separately and SHALL be ignored in this section."
            entry.key.lowercased() != "content-type" && document.resolve(entry.value)?.required == true
        }
        if case .written(let content) = style {
            let plan = FormEncodingPlan(key: member.key, content: content)
            return PartPlan(contentType: nil, headers: [], style: plan)
        }
        let part = PartPlan(
            contentType: encoding.contentType.flatMap { isUsual($0, isFile) ? nil : $0 },
            headers: isFile ? headers.map(\.key) : []
        )
        return part == PartPlan(contentType: nil, headers: []) ? nil : part
    }

    /// Whether a part has the content type by default.
    private func isUsual(_ contentType: String, _ isFile: Bool) -> Bool {
        let essence = MediaTypeChoice.essence(contentType)
        return isFile ? essence == "*/*" : essence == "text/plain"
    }
}
