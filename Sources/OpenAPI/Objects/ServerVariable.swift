/// A variable of a server's URL. [Server Variable Object]
package struct ServerVariable: Readable {
    static let kind = "server variable"

    package let enumeration: [Located<String>]
    package let `default`: String?
    package let description: String?
    package let source: ObjectSource

    init(from object: inout ObjectReader) {
        enumeration = object.list("enum")
        `default` = object.expected("default")
        description = object.annotation("description")
        source = object.source
    }
}
