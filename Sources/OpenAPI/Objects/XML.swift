/// How a schema's value looks in XML. [XML Object]
package struct XML: Readable {
    static let kind = "xml"

    package enum NodeType: String, Choice {
        case element, attribute, text, cdata, none
    }

    package let nodeType: NodeType?
    package let name: String?
    package let namespace: String?
    package let prefix: String?
    package let attribute: Bool
    package let wrapped: Bool
    package let source: ObjectSource

    init(from object: inout ObjectReader) {
        nodeType = object.value("nodeType", since: .v32)
        name = object.value("name")
        namespace = object.value("namespace")
        prefix = object.value("prefix")
        attribute = object.flag("attribute")
        wrapped = object.flag("wrapped")
        source = object.source
    }
}
