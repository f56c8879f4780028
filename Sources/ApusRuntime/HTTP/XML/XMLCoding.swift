/// XML bodies: a value's JSON as elements, according to the shapes of its models.
struct XMLCoding {
    /// The root element.
    var root: XMLName
    /// The name of each element of an array inside it.
    var item: XMLName?

    // MARK: Reading

    /// The document as strings whose types are known from the schema.
    func decode<Value>(_ bytes: [UInt8], as type: Value.Type) throws(XMLSyntaxError) -> ParameterText {
        let element = try XMLDocumentParser.parse(bytes)
        guard root.matches(element.name) else {
            throw XMLSyntaxError("The root element is <\(element.name.local)>, not <\(root.qualified)>", at: 0)
        }
        guard item != nil else { return Self.text(of: element, type as? any XMLModel.Type) }
        let model = (type as? any XMLModels.Type)?.model
        return .array(element.children.map { Self.text(of: $0, model) })
    }

    private static func text(of element: XMLElement, _ model: (any XMLModel.Type)?) -> ParameterText {
        if element.isNil { return .json(Array("null".utf8)) }
        let shape = model?.xml
        var members: [ParameterText.Member] = element.attributes.compactMap { attribute in
            shape?.attribute(attribute.name).map { .init(key: $0.key, value: .primitive(attribute.value)) }
        }
        if let member = shape?.textMember {
            members.append(.init(key: member.key, value: .primitive(element.text)))
        } else if element.children.isEmpty, members.isEmpty {
            return .primitive(element.text)
        }
        for child in element.children {
            let member = shape?.element(child.name)
            let key = member?.key ?? child.name.local
            if let member, member.kind == .wrapped {
                let items = child.children.map { text(of: $0, member.model) }
                members.append(.init(key: key, value: .array(items)))
            } else {
                members.append(.init(key: key, value: text(of: child, member?.model ?? shape?.values)))
            }
        }
        return .object(members)
    }

    // MARK: Writing

    func encode<Value: JSONEncodable>(_ value: Value) throws(JSONError) -> [UInt8] {
        let document: JSONDocument
        do { document = try JSONDocument(try value.jsonBytes()) } catch let error as JSONError { throw error } catch {
            throw JSONError(.unwritable("\(error)"), path: [])
        }
        var writer = XMLWriter()
        if let item {
            let model = (Value.self as? any XMLModels.Type)?.model
            try writer.element(root) { (writer) throws(JSONError) in
                for element in document.root.elements { try Self.write(element, item, model, to: &writer) }
            }
        } else {
            try Self.write(document.root, root, Value.self as? any XMLModel.Type, to: &writer)
        }
        return writer.finish()
    }

    private static func write(
        _ view: JSONView, _ name: XMLName, _ model: (any XMLModel.Type)?, to writer: inout XMLWriter
    ) throws(JSONError) {
        switch view.kind {
        case .null: try writer.nilElement(name)
        case .array: for element in view.elements { try write(element, name, model, to: &writer) }
        case .boolean, .number, .string:
            try writer.element(name) { (writer) throws(JSONError) in try writer.text(Self.text(of: view)) }
        case .object:
            let shape = model?.xml
            var attributes: [(XMLName, String)] = []
            for member in view.members where !member.value.isNull {
                guard let place = shape?[member.key], place.kind == .attribute else { continue }
                attributes.append((place.name, text(of: member.value)))
            }
            try writer.element(name, attributes) { (writer) throws(JSONError) in
                for member in view.members {
                    try write(member.key, member.value, shape?[member.key], of: shape?.values, to: &writer)
                }
            }
        }
    }

    private static func write(
        _ key: String, _ value: JSONView, _ place: XMLMember?, of values: (any XMLModel.Type)?,
        to writer: inout XMLWriter
    ) throws(JSONError) {
        switch place?.kind {
        case .attribute: break
        case .text: if !value.isNull { try writer.text(text(of: value)) }
        case .cdata: if !value.isNull { try writer.cdata(text(of: value)) }
        case .wrapped where value.kind == .array:
            guard let place else { return }
            try writer.element(place.name) { (writer) throws(JSONError) in
                for element in value.elements {
                    try write(element, place.item ?? place.name, place.model, to: &writer)
                }
            }
        case .wrapped, .element, nil: try write(value, place?.name ?? .key(key), place?.model ?? values, to: &writer)
        }
    }

    private static func text(of view: JSONView) -> String { view.string ?? view.text }
}
