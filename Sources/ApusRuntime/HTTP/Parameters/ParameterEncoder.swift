/// Writes a value in a style (RFC 6570 and OpenAPI's table of styles). No other code writes styles.
struct ParameterEncoder {
    var name: String
    var style: ParameterStyle
    var explode: Bool
    var location: ParameterLocation
    var allowReserved = false

    init(
        _ name: String,
        in location: ParameterLocation,
        style: ParameterStyle? = nil,
        explode: Bool? = nil,
        allowReserved: Bool = false
    ) {
        self.name = name
        self.location = location
        self.style = style ?? location.defaultStyle
        self.explode = explode ?? self.style.defaultExplode
        self.allowReserved = allowReserved
    }

    /// The text as it is written in the request: a path's segment, query items, a header's value or cookies.
    ///
    /// `nil` for an empty array or object, which no style can write: the parameter is left out.
    ///
    /// - Throws: ``JSONError`` of kind `unwritable` if an item contains the separator of items and the style has no escape for it:
    ///   the item would be read as two.
    func encode(_ value: ParameterText) throws(JSONError) -> String? {
        let layout = style.layout
        switch value {
        case .primitive(let text):
            return layout.lead + named(escape(text), layout)
        case .json(let bytes):
            return layout.lead + named(escape(String(decoding: bytes, as: UTF8.self)), layout)
        case .array(let items):
            if items.isEmpty { return nil }
            if layout.isDeep { return try deepItems(value, at: escapeName()).joined(separator: layout.exploded) }
            let texts = try items.map { (value) throws(JSONError) in try item(value, layout) }
            if explode { return layout.lead + texts.map { named($0, layout) }.joined(separator: separator(layout)) }
            return layout.lead + named(texts.joined(separator: layout.list.encoded), layout)
        case .object(let members):
            if members.isEmpty { return nil }
            if layout.isDeep { return try deepItems(value, at: escapeName()).joined(separator: layout.exploded) }
            let pairs = try members.map { (member) throws(JSONError) in
                (try item(.primitive(member.key), layout, isKey: true), try item(member.value, layout))
            }
            if explode {
                return layout.lead + pairs.map { pair($0, $1, layout) }.joined(separator: separator(layout))
            }
            return layout.lead + named(pairs.flatMap { [$0, $1] }.joined(separator: layout.list.encoded), layout)
        }
    }

    /// `id[a][b]=1`, `id[c][0]=2`: an array's elements are written with their index.
    private func deepItems(_ value: ParameterText, at key: String) throws(JSONError) -> [String] {
        switch value {
        case .primitive(let text): return ["\(key)=\(escape(text))"]
        case .json(let bytes): return ["\(key)=\(escape(String(decoding: bytes, as: UTF8.self)))"]
        case .array(let items):
            var texts: [String] = []
            for (index, item) in items.enumerated() { texts += try deepItems(item, at: "\(key)%5B\(index)%5D") }
            return texts
        case .object(let members):
            var texts: [String] = []
            for member in members {
                if member.key.contains("][") { throw Self.ambiguous("][") }
                texts += try deepItems(member.value, at: "\(key)%5B\(PercentCoding.encode(member.key))%5D")
            }
            return texts
        }
    }

    /// Writes an element of an array, or a key or a value of an object. It must not contain the separators.
    private func item(
        _ value: ParameterText, _ layout: ParameterLayout, isKey: Bool = false
    ) throws(JSONError) -> String {
        guard case .primitive(let text) = value else { return "" }
        for delimiter in unescapable(layout, isKey: isKey) where text.contains(delimiter) {
            throw Self.ambiguous(delimiter)
        }
        if location == .header, text[...].trimmingSpaces != text[...] {
            throw JSONError(.unwritable("an item begins or ends with whitespace, which readers remove"), path: [])
        }
        return escape(text, escaping: layout.delimiters + (isKey && location == .cookie ? "=" : ""))
    }

    /// The separators that cannot be escaped: all of them if nothing is escaped, and the spaces and pipes of queries, whose escapes
    /// are separators too.
    private func unescapable(_ layout: ParameterLayout, isKey: Bool) -> [String] {
        if isRaw { return [explode ? layout.exploded : layout.list.separator] + (explode && isKey ? ["="] : []) }
        return explode || layout.list == .comma ? [] : [layout.list.separator]
    }

    private static func ambiguous(_ delimiter: String) -> JSONError {
        JSONError(.unwritable("an item contains the \"\(delimiter)\" that separates items"), path: [])
    }

    /// `name=value`, except in a path's plain segment or a header, which are found by their position.
    private func named(_ value: String, _ layout: ParameterLayout) -> String {
        if style == .json, location == .path || location == .header { return value }
        return layout.isNamed ? pair(escapeName(), value, layout) : value
    }

    private func pair(_ name: String, _ value: String, _ layout: ParameterLayout) -> String {
        layout.hidesEmpty && value.isEmpty ? name : "\(name)=\(value)"
    }

    /// Cookies are separated by `; ` whatever the style: an ampersand would be part of a cookie's value.
    private func separator(_ layout: ParameterLayout) -> String { location == .cookie ? "; " : layout.exploded }

    /// Headers and OpenAPI 3.2's `cookie` style are written as they are; everything else is percent-encoded.
    private var isRaw: Bool { location == .header || style == .cookie }

    private func escapeName() -> String {
        if isRaw { return name }
        return location == .cookie ? PercentCoding.encode(cookie: name, escaping: "=") : PercentCoding.encode(name)
    }

    private func escape(_ text: String, escaping delimiters: String = "") -> String {
        if isRaw { return text }
        if location == .cookie {
            return PercentCoding.encode(cookie: text, keepsEscapes: allowReserved, escaping: delimiters)
        }
        let kept = allowReserved ? location.harmlessReserved : ""
        return PercentCoding.encode(text, keeping: kept, escaping: delimiters)
    }
}
