/// Writes a value in a style: the one place that knows how (RFC 6570 and OpenAPI's table of styles).
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

    /// The text as it stands in the request: a path's segment, query items, a header's value or cookies.
    ///
    /// `nil` for an empty array or object, which no style can write: the parameter is left out.
    func encode(_ value: ParameterText) -> String? {
        let layout = style.layout
        switch value {
        case .primitive(let text):
            return layout.lead + named(escape(text), layout)
        case .json(let bytes):
            return layout.lead + named(escape(String(decoding: bytes, as: UTF8.self)), layout)
        case .array(let items):
            if items.isEmpty { return nil }
            if layout.isDeep { return deepItems(value, at: escapeName()).joined(separator: layout.exploded) }
            let texts = items.map { item($0, layout) }
            if explode { return layout.lead + texts.map { named($0, layout) }.joined(separator: separator(layout)) }
            return layout.lead + named(texts.joined(separator: layout.list.encoded), layout)
        case .object(let members):
            if members.isEmpty { return nil }
            if layout.isDeep { return deepItems(value, at: escapeName()).joined(separator: layout.exploded) }
            if explode {
                let items = members.map { pair(item(.primitive($0.key), layout), item($0.value, layout), layout) }
                return layout.lead + items.joined(separator: separator(layout))
            }
            let flat = members.flatMap { [item(.primitive($0.key), layout), item($0.value, layout)] }
            return layout.lead + named(flat.joined(separator: layout.list.encoded), layout)
        }
    }

    /// `id[a][b]=1`, `id[c][0]=2`: an array's elements by their index.
    private func deepItems(_ value: ParameterText, at key: String) -> [String] {
        switch value {
        case .primitive(let text): ["\(key)=\(escape(text))"]
        case .json(let bytes): ["\(key)=\(escape(String(decoding: bytes, as: UTF8.self)))"]
        case .array(let items): items.enumerated().flatMap { deepItems($0.element, at: "\(key)%5B\($0.offset)%5D") }
        case .object(let members):
            members.flatMap { deepItems($0.value, at: "\(key)%5B\(PercentCoding.encode($0.key))%5D") }
        }
    }

    /// An element of an array, a key or a value of an object: what separates them must not stand in them.
    private func item(_ value: ParameterText, _ layout: ParameterLayout) -> String {
        guard case .primitive(let text) = value else { return "" }
        return escape(text, escaping: layout.delimiters)
    }

    /// `name=value`, but not in a path's plain segment or a header, which are found by their place.
    private func named(_ value: String, _ layout: ParameterLayout) -> String {
        if style == .json, location == .path || location == .header { return value }
        return layout.isNamed ? pair(escapeName(), value, layout) : value
    }

    private func pair(_ name: String, _ value: String, _ layout: ParameterLayout) -> String {
        layout.hidesEmpty && value.isEmpty ? name : "\(name)=\(value)"
    }

    /// Cookies are separated by `; ` whatever the style: an ampersand would be part of a cookie's value.
    private func separator(_ layout: ParameterLayout) -> String { location == .cookie ? "; " : layout.exploded }

    private func escapeName() -> String {
        location == .header || style == .cookie ? name : PercentCoding.encode(name)
    }

    /// Headers and OpenAPI 3.2's `cookie` style are written as they are, everything else is percent-coded.
    private func escape(_ text: String, escaping delimiters: String = "") -> String {
        if location == .header || style == .cookie { return text }
        let kept = allowReserved ? location.harmlessReserved : ""
        return PercentCoding.encode(text, keeping: kept, escaping: delimiters)
    }
}
