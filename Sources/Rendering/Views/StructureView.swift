import ApusPlanning

struct StructureView: TemplateView {
    var documentation: [String]
    var access: String
    var name: String
    /// `JSONModel`
    var conformance: String
    /// The table of a form's styles, where it has any.
    var encoding: [Code]
    var properties: [Property]
    var defaults: [Default]
    /// `id: String, name: String? = nil`
    var parameters: Code
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
            .text("writer", \.writer), .codes("nested", \.nested),
        ]
    )

    struct Property: TemplateView {
        var documentation: [String]
        /// `@Indirect `
        var attribute = ""
        var name: String
        /// The name behind a full stop.
        var member: String
        var type: String
        var read: Code
        var write: Code

        static let schema = ViewSchema<Self>(
            "property",
            [
                .lines("documentation", \.documentation), .text("attribute", \.attribute), .text("name", \.name),
                .text("member", \.member), .text("type", \.type), .code("read", \.read), .code("write", \.write),
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
        let codec: (conformance: String, reader: String, writer: String) =
            switch structure.codec {
            case .json: ("JSONModel", "json object: inout JSONObjectReader", "to object: inout JSONObjectWriter")
            case .tuple: ("JSONTuple", "json elements: inout JSONArrayReader", "to elements: inout JSONArrayWriter")
            case .multipart: ("MultipartModel", "form: inout MultipartReader", "to form: inout MultipartWriter")
            }
        return StructureView(
            documentation: documentation(declaration),
            access: access,
            name: Escaping.identifier(declaration.name),
            conformance: codec.conformance,
            encoding: encoding(structure),
            properties: properties + [additional].compactMap { $0 },
            defaults: structure.properties.compactMap { defaultAccessor(of: $0, in: declaration.id) },
            parameters: .list(parameters),
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

    private func property(_ property: Property, codec: Structure.Codec, in scope: DeclarationID)
        -> StructureView.Property
    {
        if codec == .tuple { return element(property, in: scope) }
        let name = Escaping.identifier(property.name)
        let source = codec == .json ? "object" : "form"
        let key = Escaping.stringLiteral(property.key)
        let demands = property.part.map { fileDemands($0, isFile: property.type.isFile) } ?? []
        let read: Code =
            switch property.presence {
            case .required: "try \(source).required(\(.list(of: [key] + demands)))"
            case .optional, .nullable, .threeState: "try \(source).optional(\(.list(of: [key] + demands)))"
            }
        let contentType = property.part?.contentType.map { ["contentType: \(Escaping.stringLiteral($0))"] } ?? []
        // The codec's own parameter would be meant otherwise.
        let stored = name == source ? "self.\(name)" : name
        let write = property.presence == .nullable ? "writeNullable" : "write"
        return StructureView.Property(
            documentation: Escaping.documentation(property.documentation),
            attribute: property.isIndirect ? "@Indirect " : "",
            name: name,
            member: Escaping.member(property.name),
            type: types.text(property.type, in: scope),
            read: "\(stored) = \(read)",
            write: "\(source).\(write)(\(.list(of: [key, stored] + contentType)))",
        )
    }

    /// What a file's part must be and have: `contentType: "image/png", headers: ["X-Id"]`
    private func fileDemands(_ part: PartPlan, isFile: Bool) -> [String] {
        guard isFile else { return [] }
        let headers = part.headers.map(Escaping.stringLiteral).joined(separator: ", ")
        return [
            part.contentType.map { "contentType: \(Escaping.stringLiteral($0))" },
            part.headers.isEmpty ? nil : "headers: [\(headers)]",
        ].compactMap { $0 }
    }

    /// A property that is an element of an array.
    private func element(_ property: Property, in scope: DeclarationID) -> StructureView.Property {
        let name = Escaping.identifier(property.name)
        let stored = name == "elements" ? "self.elements" : name
        let isRequired = property.presence == .required
        return StructureView.Property(
            documentation: Escaping.documentation(property.documentation),
            attribute: property.isIndirect ? "@Indirect " : "",
            name: name,
            member: Escaping.member(property.name),
            type: types.text(property.type, in: scope),
            read: "\(stored) = try elements.\(isRequired ? "required" : "optional")()",
            write: "elements.write(\(isRequired ? "" : "optional: ")\(stored))",
        )
    }

    private func additionalProperties(
        _ additional: AdditionalProperties, codec: Structure.Codec, in scope: DeclarationID
    ) -> StructureView.Property {
        let name = Escaping.identifier(additional.name)
        let matching = additional.patterns.map(Escaping.patternLiteral).joined(separator: ", ")
        let arguments = matching.isEmpty ? "" : "matching: \(matching)"
        let isTuple = codec == .tuple
        let source = codec == .multipart ? "form" : "object"
        return StructureView.Property(
            documentation: Escaping.documentation(codec.additionalDocumentation),
            name: name,
            member: name,
            type: types.text(additional.type(codec: codec), in: scope),
            read: "\(name) = try \(isTuple ? "elements.rest()" : "\(source).additionalProperties(\(arguments))")",
            write: isTuple ? "elements.write(contentsOf: \(name))" : "\(source).write(additionalProperties: \(name))",
        )
    }

    private func parameter(_ property: Property, in scope: DeclarationID) -> Code {
        let declaration = "\(Escaping.identifier(property.name)): \(types.text(property.type, in: scope))"
        guard let value = property.defaultValue else { return .text(declaration) }
        return "\(declaration) = \(TypeText.text(value))"
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
