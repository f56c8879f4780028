import ApusOpenAPI

/// The names that `xml` objects give to values.
extension Shapes {
    /// The root element of a body; `nil` if the schema has no structure, so that the XML is text.
    func xmlRoot(of schema: Schema) -> XMLRootPlan? {
        let target = document.target(of: schema)
        switch resolvedShape(of: target) {
        case .any, .never, .builtin, .flexibleNumber, .external, .reference, .enumeration, .tuple: return nil
        case .structure, .dictionary, .union:
            return XMLRootPlan(name: xmlName(of: schema, otherwise: componentName(of: target) ?? "root"))
        case .array(let items):
            let itemName = items.map { items in
                xmlName(of: items, otherwise: componentName(of: document.target(of: items)) ?? "item")
            }
            return XMLRootPlan(
                name: xmlName(of: schema, otherwise: componentName(of: target) ?? "items"),
                item: itemName ?? XMLNamePlan(qualified: "item")
            )
        }
    }

    private func componentName(of schema: Schema) -> String? {
        document.components.schemas.entries.first { $0.value === schema }?.key
    }

    /// "Replaces the name of the element/attribute used for the described schema property." An `xml` object beside a `$ref` takes
    /// precedence over the one in its target.
    func xmlName(of schema: Schema, otherwise key: String) -> XMLNamePlan {
        let xmls = [schema.xml, document.target(of: schema).xml].compactMap { $0 }
        let name = xmls.lazy.compactMap(\.name).first ?? key
        let namespace = xmls.lazy.compactMap(\.namespace).first
        // A prefix without a namespace is ignored.
        let prefix = namespace == nil ? nil : xmls.lazy.compactMap(\.prefix).first
        return XMLNamePlan(qualified: prefix.map { "\($0):\(name)" } ?? name, namespace: namespace)
    }
}
