/// The API's metadata. [Info Object]
package struct Info: Readable {
    static let kind = "info"

    package let title: String
    package let summary: String?
    package let description: String?
    package let termsOfService: String?
    package let contact: Contact?
    package let license: License?
    package let version: String
    package let source: ObjectSource

    init(from object: inout ObjectReader) {
        title = object.required("title") ?? ""
        summary = object.annotation("summary", since: .v31)
        description = object.annotation("description")
        termsOfService = object.annotation("termsOfService")
        contact = object.annotation("contact")
        license = object.annotation("license")
        version = object.required("version") ?? ""
        source = object.source
    }

    /// Stands in for an `info` that is missing, which has been reported.
    init(absentFrom source: ObjectSource) {
        title = ""
        summary = nil
        description = nil
        termsOfService = nil
        contact = nil
        license = nil
        version = ""
        self.source = source
    }
}
