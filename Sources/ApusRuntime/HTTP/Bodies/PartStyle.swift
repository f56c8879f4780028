/// A property in a style as parts of `multipart/form-data`: `size[width]` and its text.
///
/// The parameter codecs define how a style is written. Parts contain the same text without escapes, since this media type has none.
extension FormEncoding {
    /// `{"width": 1}` -> `size[width]`: `1`, and `[1, 2]` -> `sizes`: `1,2`
    ///
    /// - Throws: ``JSONError`` if the value is nested more deeply than the style allows, or if an item contains the separator of
    ///   items.
    func parts(of name: String, _ value: JSONView) throws(JSONError) -> [(name: String, text: String)] {
        let encoder = ParameterEncoder(name, in: .query, style: style, explode: explode)
        guard let text = try ParameterText.of(value, style: style), let items = try encoder.encode(text) else {
            return []
        }
        let parts = RequestItems(query: items[...]).pairs.map { ($0.name, PercentCoding.decode($0.raw)) }
        guard !style.layout.isDeep, let count = text.itemCount, let whole = parts.first?.1 else { return parts }
        let separator = PercentCoding.decode(style.layout.list.encoded[...])
        if whole[...].split(on: separator).count != count {
            throw JSONError(.unwritable("an item contains the \"\(separator)\" that separates items"), path: [])
        }
        return parts
    }

    /// The value that the parts represent; `nil` if none is written in the style: JSON parts, and parts with only a name where
    /// there should be keys, are read like any other part.
    ///
    /// - Throws: ``MultipartSyntaxError`` if parts contradict each other or have keys that cannot be read.
    func value(of name: String, in parts: [MultipartPart]) throws(MultipartSyntaxError) -> ParameterText? {
        let own = parts.filter { holds($0.name, of: name) }
        guard let first = own.first else { return nil }
        if style.layout.isDeep {
            if own.allSatisfy({ $0.name == name }) { return nil }
            let keys = own.compactMap { DeepObject.keys(of: $0.name, in: name) }
            guard keys.count == own.count, !Self.contradict(keys) else {
                throw MultipartSyntaxError("The parts of \(name) do not form one value", at: first.range.lowerBound)
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
            // An escaped comma would not separate anything.
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

    /// Whether a key has both a string value, as in `[a]`, and members, as in `[a][b]`.
    private static func contradict(_ keys: [[String]]) -> Bool {
        let all = Set(keys)
        return all.contains { path in path.indices.dropFirst().contains { all.contains(Array(path[..<$0])) } }
    }
}

extension ParameterText {
    /// The number of items in the single string of an array or object.
    fileprivate var itemCount: Int? {
        switch self {
        case .primitive, .json: nil
        case .array(let items): items.count
        case .object(let members): members.count * 2
        }
    }
}
