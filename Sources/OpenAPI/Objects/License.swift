/// The API's license. [License Object]
package struct License: Readable {
    static let kind = "license"

    package let name: String
    package let identifier: String?
    package let url: String?
    package let source: ObjectSource

    init(from object: inout ObjectReader) {
        name = object.expected("name") ?? ""
        identifier = object.value("identifier", since: .v31)
        url = object.value("url")
        source = object.source
    }
}
