import ApusPlanning

struct StructureView: TemplateView {
    var documentation: [String]
    var access: String
    var name: String
    /// `JSONModel`
    var conformance: String
    /// The table of a form's styles, if it has any.
    var encoding: [Code]
    var properties: [Property]
    var defaults: [Default]
    /// `id: String, name: String? = nil`
    var parameters: Code
    /// The parameter that it reads from or writes to: `object`.
    var source: String
    /// `json object: inout JSONObjectReader`
    var reader: String
    /// `to object: inout JSONObjectWriter`
    var writer: String
    var nested: [Code]

    static let schema = ViewSchema<Self>(
        "structure",
        [
            .lines("documentation", \.documentation), .text("access", \.access), .text("name", \.name),
            .text("conformance", \.conformance), .codes("encoding", \.encoding), .views("properties", \.properties),
            .views("defaults", \.defaults), .code("parameters", \.parameters), .text("reader", \.reader),
            .text("source", \.source), .text("writer", \.writer), .codes("nested", \.nested),
        ]
    )

    struct Property: TemplateView {
        var documentation: [String]
        /// `@Indirect `
        var attribute = ""
        var name: String
        /// The name after a full stop.
        var member: String
        var type: String
        /// The name within the codec: `self.object`, if `object` alone would refer to the codec's own parameter.
        var stored: String
        /// `required`
        var reader: String
        var readArguments: Code = .empty
        /// `write`
        var writer = "write"
        var writeArguments: Code

        static let schema = ViewSchema<Self>(
            "property",
            [
                .lines("documentation", \.documentation), .text("attribute", \.attribute), .text("name", \.name),
                .text("member", \.member), .text("type", \.type), .text("stored", \.stored),
                .text("reader", \.reader), .code("readArguments", \.readArguments), .text("writer", \.writer),
                .code("writeArguments", \.writeArguments),
            ]
        )
    }

    /// `public var priorityOrDefault: Int { priority ?? 0 }`
    struct Default: TemplateView {
        var name: String
        var type: String
        var value: Code

        static let schema = ViewSchema<Self>(
            "default", [.text("name", \.name), .text("type", \.type), .code("value", \.value)]
        )
    }
}

extension ModelViews {
    func structure(_ structure: Structure, of declaration: Declaration, nested: [Code]) -> StructureView {
        let properties = structure.properties.map { property($0, codec: structure.codec, in: declaration.id) }
        let additional = structure.additional.map {
            additionalProperties($0, codec: structure.codec, in: declaration.id)
        }
        var parameters = structure.properties.map { parameter($0, in: declaration.id) }
        if let additional = structure.additional {
            let type = types.text(additional.type(codec: structure.codec), in: declaration.id)
            let empty = structure.codec == .tuple ? "[]" : "[:]"
            parameters.append("\(Escaping.identifier(additional.name)): \(type) = \(empty)")
        }
        let codec = Codec(structure.codec)
        return StructureView(
            documentation: documentation(declaration),
            access: access,
            name: Escaping.identifier(declaration.name),
            conformance: codec.conformance,
            encoding: encoding(structure),
            properties: properties + [additional].compactMap { $0 },
            defaults: structure.properties.compactMap { defaultAccessor(of: $0, in: declaration.id) },
            parameters: .list(parameters),
            source: codec.source,
            reader: codec.reader,
            writer: codec.writer,
            nested: nested,
        )
    }

    /// `static let encoding: [String: FormEncoding] = ["size": .object(.deepObject, explode: true)]`
    private func encoding(_ structure: Structure) -> [Code] {
        let styles = structure.properties.compactMap(\.part?.style)
        if styles.isEmpty { return [] }
        return ["\(access)static let encoding: [String: FormEncoding] = [\(OperationText.formEncodings(styles))]"]
    }

    private func property(
        _ property: Property, codec: Structure.Codec, in scope: DeclarationID
    ) -> StructureView.Property {
        let name = Escaping.identifier(property.name)
        let isRequired = property.presence == .required
        var view = StructureView.Property(
            documentation: Escaping.documentation(property.documentation),
            attribute: property.isIndirect ? "@Indirect " : "",
            name: name,
            member: Escaping.member(property.name),
            type: types.text(property.type, in: scope),
            stored: name == Codec(codec).source ? "self.\(name)" : name,
            reader: isRequired ? "required" : "optional",
            writeArguments: .empty
        )
        if codec == .tuple {
            view.writeArguments = "\(isRequired ? "" : "optional: ")\(view.stored)"
            return view
        }
        let key = Escaping.stringLiteral(property.key)
        let contentType = property.part?.contentType.map { ["contentType: \(Escaping.stringLiteral($0))"] } ?? []
        let demands = property.part.map { fileDemands($0, isFile: property.type.isFile) } ?? []
        view.readArguments = .list(of: [key] + demands)
        view.writer = property.presence == .nullable ? "writeNullable" : "write"
        view.writeArguments = .list(of: [key, view.stored] + contentType)
        return view
    }

    /// The content type and headers that a file's part must have: `contentType: "image/png", headers: ["X-Id"]`
    private func fileDemands(_ part: PartPlan, isFile: Bool) -> [String] {
        guard isFile else { return [] }
        let headers = part.headers.map(Escaping.stringLiteral).joined(separator: ", ")
        return [
            part.contentType.map { "contentType: \(Escaping.stringLiteral($0))" },
            part.headers.isEmpty ? nil : "headers: [\(headers)]",
        ].compactMap { $0 }
    }

    private func additionalProperties(
        _ additional: AdditionalProperties, codec: Structure.Codec, in scope: DeclarationID
    ) -> StructureView.Property {
        let name = Escaping.identifier(additional.name)
        let matching = additional.patterns.map(Escaping.patternLiteral).joined(separator: ", ")
        let isTuple = codec == .tuple
        return StructureView.Property(
            documentation: Escaping.documentation(codec.additionalDocumentation),
            name: name,
            member: name,
            type: types.text(additional.type(codec: codec), in: scope),
            stored: name,
            reader: isTuple ? "rest" : "additionalProperties",
            readArguments: isTuple || matching.isEmpty ? .empty : "matching: \(matching)",
            writeArguments: isTuple ? "contentsOf: \(name)" : "additionalProperties: \(name)"
        )
    }

    private func parameter(_ property: Property, in scope: DeclarationID) -> Code {
        let declaration = "\(Escaping.identifier(property.name)): \(types.text(property.type, in: scope))"
        guard let value = property.defaultValue else { return .text(declaration) }
        return "\(declaration) = \(TypeText.text(value))"
    }
}

/// The runtime's types and names that a generated codec uses.
private struct Codec {
    var conformance: String
    var source: String
    var reader: String
    var writer: String

    init(_ codec: Structure.Codec) {
        switch codec {
        case .json:
            conformance = "JSONModel"
            source = "object"
            reader = "json object: inout JSONObjectReader"
            writer = "to object: inout JSONObjectWriter"
        case .tuple:
            conformance = "JSONTuple"
            source = "elements"
            reader = "json elements: inout JSONArrayReader"
            writer = "to elements: inout JSONArrayWriter"
        case .multipart:
            conformance = "MultipartModel"
            source = "form"
            reader = "form: inout MultipartReader"
            writer = "to form: inout MultipartWriter"
        }
    }
}

extension TypeReference {
    fileprivate var isFile: Bool {
        switch self {
        case .builtin(let builtin): builtin == .filePart
        case .array(let inner), .optional(let inner): inner.isFile
        case .declared, .external, .dictionary, .nullable, .generic: false
        }
    }
}

extension AdditionalProperties {
    fileprivate func type(codec: Structure.Codec) -> TypeReference {
        codec == .tuple ? .array(value) : .dictionary(value)
    }
}
