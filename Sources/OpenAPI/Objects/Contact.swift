/// Whom to ask about the API. [Contact Object]
package struct Contact: Readable {
    static let kind = "contact"

    package let name: String?
    package let url: String?
    package let email: String?
    package let source: ObjectSource

    init(from object: inout ObjectReader) {
        name = object.value("name")
        url = object.value("url")
        email = object.value("email")
        source = object.source
    }
}
