/// `application/x-www-form-urlencoded`: an object's members as `name=value`, each according to its encoding.
struct FormCoding {
    var encodings: [String: FormEncoding]
    /// The names of the required lists.
    var required: [String] = []

    // MARK: Writing

    /// `{"name": "a b", "tags": [1, 2], "size": {"w": 1}}` -> `name=a+b&tags=1&tags=2&size=%7B%22w%22%3A1%7D`
    func encode(_ value: some JSONEncodable) throws(JSONError) -> String {
        let bytes = try value.jsonBytes()
        guard let document = try? JSONDocument(bytes), document.root.kind == .object else {
            throw JSONError(.unwritable("a form must be an object"), path: [])
        }
        var items: [String] = []
        for member in document.root.members where !member.value.isNull {
            let written = try self.items(member.key, member.value)
            if written.isEmpty, member.value.kind == .array, required.contains(member.key) {
                throw .emptyList(member.key)
            }
            items += written
        }
        return items.joined(separator: "&")
    }

    private func items(_ key: String, _ value: JSONView) throws(JSONError) -> [String] {
        guard let encoding = encodings[key], encoding.content != .json else {
            let isJSON = encodings[key] != nil
            // `null` has no text form and is left out.
            let values = (value.kind == .array ? Array(value.elements) : [value]).filter { isJSON || !$0.isNull }
            let name = PercentCoding.encode(form: key)
            return values.map { "\(name)=\(PercentCoding.encode(form: Self.text($0, isJSON: isJSON)))" }
        }
        let encoder = ParameterEncoder(
            key, in: .query, style: encoding.style, explode: encoding.explode, allowReserved: encoding.allowReserved)
        guard let text = try ParameterText.of(value, style: encoding.style), let item = try encoder.encode(text) else {
            return []
        }
        return [item]
    }

    /// "The default value depends on the property type": an object is JSON, everything else text. [Encoding Object]
    private static func text(_ view: JSONView, isJSON: Bool) -> String {
        switch view.kind {
        case .string where !isJSON: view.string ?? ""
        case .null, .boolean, .number, .string, .array, .object: view.text
        }
    }

    // MARK: Reading

    /// `name=a+b&tags=1&tags=2` -> name: a b, tags: 1, tags: 2
    func decode(_ bytes: [UInt8]) -> ParameterText {
        decode(RequestItems(query: String(decoding: bytes, as: UTF8.self)[...]))
    }

    func decode(_ items: RequestItems) -> ParameterText {
        let styled = encodings.filter { $0.value.content == .list || $0.value.content == .object }
        var members = items.pairs.compactMap { pair -> ParameterText.Member? in
            if Self.isPart(pair.name, of: styled) { return nil }
            let text = PercentCoding.decode(pair.raw, plusIsSpace: true)
            guard encodings[pair.name]?.content == .json else { return .init(key: pair.name, value: .primitive(text)) }
            return .init(key: pair.name, value: .json(Array(text.utf8)))
        }
        for (key, encoding) in styled.sorted(by: { $0.key < $1.key }) {
            let decoder = ParameterDecoder(key, in: .query, style: encoding.style, explode: encoding.explode)
            let form: ParameterForm = encoding.content == .list ? .array : .object
            if let value = decoder.decode(items: items, as: form) { members.append(.init(key: key, value: value)) }
        }
        return .object(members)
    }

    /// Whether an item belongs to a property that has a style: `size[width]` belongs to `size`.
    private static func isPart(_ name: String, of styled: [String: FormEncoding]) -> Bool {
        if styled.isEmpty { return false }
        if styled[name] != nil { return true }
        guard let bracket = name.firstIndex(of: "[") else { return false }
        return styled[String(name[..<bracket])]?.style == .deepObject
    }
}
