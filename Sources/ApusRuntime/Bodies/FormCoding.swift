/// `application/x-www-form-urlencoded` bodies: each member of an object as a query parameter in style `form`.
enum FormCoding {
    /// `{"name": "a b", "tags": [1, 2]}` -> `name=a%20b&tags=1&tags=2`
    static func encode(_ value: some JSONEncodable) throws(JSONError) -> String {
        let bytes = try value.jsonBytes()
        guard let document = try? JSONDocument(bytes), document.root.kind == .object else {
            throw JSONError(.unwritable("a form is an object"), path: [])
        }
        var items: [String] = []
        for member in document.root.members {
            guard let text = try ParameterText.of(member.value) else { continue }
            // An object inside the form has no name in style `form`; in `deepObject` it keeps it.
            let isObject = member.value.kind == .object
            let encoder = ParameterEncoder(member.key, in: .query, style: isObject ? .deepObject : .form)
            if let item = encoder.encode(text) { items.append(item) }
        }
        return items.joined(separator: "&")
    }

    /// `name=a+b&tags=1&tags=2` -> name: a b, tags: 1, tags: 2
    static func decode(_ bytes: [UInt8]) -> ParameterText {
        let items = RequestItems(query: String(decoding: bytes, as: UTF8.self)[...])
        return .object(
            items.pairs.map { pair in
                ParameterText.Member(key: pair.name, value: PercentCoding.decode(pair.raw, plusIsSpace: true))
            }
        )
    }
}
