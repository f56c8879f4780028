/// How one property of a form is written. [Encoding Object]
package struct Encoding: Readable {
    static let kind = "encoding"

    package let contentType: String?
    package let headers: OrderedMap<Referenced<Header>>
    /// "The behavior follows the same values as query parameters, including default values."
    package let serialization: Serialization
    package let allowReserved: Bool
    package let encoding: OrderedMap<Encoding>
    package let prefixEncoding: [Encoding]
    package var itemEncoding: Encoding? { nestedItemEncoding.first }
    package let source: ObjectSource

    /// At most one element: a struct can contain itself only through an array.
    private let nestedItemEncoding: [Encoding]

    init(from object: inout ObjectReader) {
        contentType = object.value("contentType")
        headers = object.map("headers")
        serialization = Serialization(from: &object, at: .query, of: "properties of forms")
        allowReserved = object.flag("allowReserved")
        encoding = object.map("encoding", since: .v32)
        prefixEncoding = object.list("prefixEncoding", since: .v32)
        nestedItemEncoding = [object.value("itemEncoding", since: .v32)].compactMap { $0 }
        source = object.source
    }
}
