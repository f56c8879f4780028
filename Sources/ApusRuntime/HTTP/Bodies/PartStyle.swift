/// A property in a style as parts of `multipart/form-data`: `size[width]` and its text.
///
/// The codecs of parameters say how a style is written. Parts hold the same without its escapes: this media type has none.
extension FormEncoding {
    /// `{"width": 1}` -> `size[width]`: `1`, and `[1, 2]` -> `sizes`: `1,2`
    ///
    /// - Throws: ``JSONError`` where the value is deeper than the style is, or holds what separates its items.
    func parts(of name: String, _ value: JSONView) throws(JSONError) -> [(name: String, text: String)] {
        let encoder = ParameterEncoder(name, in: .query, style: style, explode: explode)
        guard let text = try ParameterText.of(value, style: style), let items = try encoder.encode(text) else {
            return []
        }
        let parts = RequestItems(query: items[...]).pairs.map { ($0.name, PercentCoding.decode($0.raw)) }
        guard !style.layout.isDeep, let count = text.itemCount, let whole = parts.first?.1 else { return parts }
        let separator = PercentCoding.decode(style.layout.list.encoded[...])
        if whole[...].split(on: separator).count != count {
            throw JSONError(.unwritable("an item holds the \"\(separator)\" that separates items"), path: [])
        }
        return parts
    }

    /// The value that parts hold; `nil` where none is written in the style: what is JSON, or has nothing but the name
    /// where there should be keys, is read like any other part.
    ///
    /// - Throws: where parts contradict each other, or have keys that cannot be read.
    func value(of name: String, in parts: [MultipartPart]) throws(MultipartSyntaxError) -> ParameterText? {
        let own = parts.filter { holds($0.name, of: name) }
        guard let first = own.first else { return nil }
        if style.layout.isDeep {
            if own.allSatisfy({ $0.name == name }) { return nil }
            let keys = own.compactMap { DeepObject.keys(of: $0.name, in: name) }
            guard keys.count == own.count, !Self.contradict(keys) else {
                throw MultipartSyntaxError("The parts of \(name) are not one value", at: first.range.lowerBound)
            }
        } else if own.contains(where: \.isJSON) {
            return nil
        }
        var items = RequestItems()
        for part in own {
            let charset = part.contentType.flatMap(MediaType.init)?.charset
            guard let text = TextCoding.decode(part.bytes, charset: charset) else {
                throw MultipartSyntaxError("The part \(part.name) is not text", at: part.range.lowerBound)
            }
            // A comma that is escaped would separate nothing.
            let raw = PercentCoding.encode(text)[...].split(on: "%2C").joined(separator: ",")
            items.append(name: part.name, raw: raw[...])
        }
        let decoder = ParameterDecoder(name, in: .query, style: style, explode: explode)
        return decoder.decode(items: items, as: content == .list ? .array : .object)
    }

    /// Whether a part belongs to the property: `size`, and `size[width]` in the style `deepObject`.
    func holds(_ part: String, of name: String) -> Bool {
        part == name || style.layout.isDeep && part.hasPrefix("\(name)[")
    }

    /// `a` has a text in `[a]`, and members in `[a][b]`.
    private static func contradict(_ keys: [[String]]) -> Bool {
        let all = Set(keys)
        return all.contains { path in path.indices.dropFirst().contains { all.contains(Array(path[..<$0])) } }
    }
}

extension ParameterText {
    /// How many texts stand in an array's or object's one text.
    fileprivate var itemCount: Int? {
        switch self {
        case .primitive, .json: nil
        case .array(let items): items.count
        case .object(let members): members.count * 2
        }
    }
}
