/// The form that a value must be read as. The text alone does not determine whether `a,b` is one value or two.
enum ParameterForm: Sendable, Equatable {
    case primitive, array, object
}

/// Reads back what ``ParameterEncoder`` writes.
struct ParameterDecoder {
    var name: String
    var style: ParameterStyle
    var explode: Bool
    var location: ParameterLocation

    init(_ name: String, in location: ParameterLocation, style: ParameterStyle? = nil, explode: Bool? = nil) {
        self.name = name
        self.location = location
        self.style = style ?? location.defaultStyle
        self.explode = explode ?? self.style.defaultExplode
    }

    /// The value in a path's raw segment or a header's text; `nil` if it is not written in this style.
    ///
    /// An object in a header may be JSON: gateways and frameworks that support no other form of it send JSON.
    func decode(segment raw: Substring, as form: ParameterForm) -> ParameterText? {
        let layout = style.layout
        if location == .header, form == .object, let json = Self.jsonObject(raw) { return json }
        guard raw.hasPrefix(layout.lead) else { return nil }
        let text = raw.dropFirst(layout.lead.count)
        if style == .json { return .primitive(unescape(text)) }
        switch form {
        case .primitive:
            return value(in: text, layout).map { .primitive(unescape($0)) }
        case .array:
            if explode {
                let pieces = text.split(on: layout.exploded).map { value(in: $0, layout) }
                if pieces.contains(nil) { return nil }
                return .array(pieces.compactMap { $0 }.map { .primitive(unescape($0)) })
            }
            return value(in: text, layout).map { .array(primitives(layout.list.separates($0))) }
        case .object:
            if explode { return members(text.split(on: layout.exploded), layout) }
            return value(in: text, layout).flatMap { flatMembers(layout.list.separates($0)) }
        }
    }

    /// The value in a query or in cookies; `nil` if no item contains it.
    ///
    /// If there are several items for one value, the last one is used, as in Starlette. Where FastAPI's conventions do not apply,
    /// ``ParameterReader`` refuses them.
    func decode(items: RequestItems, as form: ParameterForm) -> ParameterText? {
        let layout = style.layout
        if layout.isDeep, form != .primitive, let value = DeepObject(named: name, items, unescape: unescape).value {
            return value
        }
        if form == .object, layout.isDeep { return nil }
        if form == .object, explode, style != .json {
            let members = items.pairs.map { ParameterText.Member(key: $0.name, value: .primitive(unescape($0.raw))) }
            return members.isEmpty ? nil : .object(members)
        }
        if form == .array, explode, style != .json {
            let values = items.pairs.filter { $0.name == name }
            return values.isEmpty ? nil : .array(values.map { .primitive(unescape($0.raw)) })
        }
        guard let raw = items.last(name) else { return nil }
        if style == .json || form == .primitive { return .primitive(unescape(raw)) }
        let pieces = layout.list.separates(raw)
        return form == .array ? .array(primitives(pieces)) : flatMembers(pieces)
    }

    /// Whether the whole value is in one item of a query.
    func takesOneItem(as form: ParameterForm) -> Bool {
        if style == .json { return true }
        if form == .primitive { return !style.layout.isDeep }
        return !explode && !style.layout.isDeep
    }

    private static func jsonObject(_ text: Substring) -> ParameterText? {
        guard text.trimmingSpaces.utf8.first == UInt8(ascii: "{") else { return nil }
        let bytes = Array(text.utf8)
        return (try? JSONDocument(bytes))?.root.kind == .object ? .json(bytes) : nil
    }

    private func primitives(_ pieces: [Substring]) -> [ParameterText] { pieces.map { .primitive(unescape($0)) } }

    /// The text after `name=`, if the style writes that.
    private func value(in text: Substring, _ layout: ParameterLayout) -> Substring? {
        guard layout.isNamed else { return text }
        guard let (key, value) = halves(text, layout), unescape(key) == name else { return nil }
        return value
    }

    /// `role=admin` ...
    private func members(_ pieces: [Substring], _ layout: ParameterLayout) -> ParameterText? {
        var members: [ParameterText.Member] = []
        for piece in pieces {
            guard let (key, value) = halves(piece, layout) else { return nil }
            members.append(ParameterText.Member(key: unescape(key), value: .primitive(unescape(value))))
        }
        return .object(members)
    }

    /// `role=admin`, and `role` for an empty value if the style writes it that way.
    private func halves(_ text: Substring, _ layout: ParameterLayout) -> (Substring, Substring)? {
        text.halves(at: "=") ?? (layout.hidesEmpty ? (text, text[text.endIndex...]) : nil)
    }

    /// `role,admin,name,Al`
    private func flatMembers(_ pieces: [Substring]) -> ParameterText? {
        guard pieces.count.isMultiple(of: 2) else { return nil }
        let members = stride(from: 0, to: pieces.count, by: 2).map { index in
            ParameterText.Member(key: unescape(pieces[index]), value: .primitive(unescape(pieces[index + 1])))
        }
        return .object(members)
    }

    private func unescape(_ raw: Substring) -> String {
        switch location {
        case .path: PercentCoding.decode(raw)
        case .query: PercentCoding.decode(raw, plusIsSpace: true)
        case .header: String(raw.trimmingSpaces)
        case .cookie: style == .cookie ? String(raw) : PercentCoding.decode(raw)
        }
    }
}

extension Substring {
    /// The text without the optional whitespace that HTTP allows around a header's items.
    var trimmingSpaces: Substring {
        let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        guard let start = firstIndex(where: { !isSpace($0) }), let end = lastIndex(where: { !isSpace($0) }) else {
            return self[endIndex...]
        }
        return self[start...end]
    }
}
