import ApusRuntime

/// A model that is used as a parameter, a form and JSON.
struct KindFilter: JSONModel, Validated {
    var kind: String
    var limit: Int?
    var tags: [String]?

    init(kind: String, limit: Int? = nil, tags: [String]? = nil) {
        self.kind = kind
        self.limit = limit
        self.tags = tags
    }

    init(json object: inout JSONObjectReader) throws(JSONError) {
        kind = try object.required("kind")
        limit = try object.optional("limit")
        tags = try object.optional("tags")
    }

    func write(to object: inout JSONObjectWriter) {
        object.write("kind", kind)
        object.write("limit", limit)
        object.write("tags", tags)
    }

    static func validate(_ object: inout Validator) {
        object.required("kind") { $0.string(minLength: 1) }
        object.optional("limit") { $0.integer(minimum: 1) }
        object.optional("tags") { $0.array { $0.string() } }
    }
}
