/// What a value has to be read as. The text alone does not say whether `a,b` is one value or two.
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

    /// The value in a path's raw segment or a header's text; `nil` where it is not written in this style.
    func decode(segment raw: Substring, as form: ParameterForm) -> ParameterText? {
        let layout = style.layout
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
                return .array(pieces.compactMap { $0 }.map(unescape))
            }
            return value(in: text, layout).map { .array(layout.list.separates($0).map(unescape)) }
        case .object:
            if explode { return members(text.split(on: layout.exploded)) }
            return value(in: text, layout).flatMap { flatMembers(layout.list.separates($0)) }
        }
    }

    /// The value in a query or in cookies; `nil` where no item carries it.
    ///
    /// Of several items for one value the last counts, as in Starlette.
    func decode(items: RequestItems, as form: ParameterForm) -> ParameterText? {
        let layout = style.layout
        if form == .object, layout.isDeep { return deepMembers(items) }
        if form == .object, explode, style != .json {
            let members = items.pairs.map { ParameterText.Member(key: $0.name, value: unescape($0.raw)) }
            return members.isEmpty ? nil : .object(members)
        }
        if form == .array, explode, style != .json {
            let values = items.pairs.filter { $0.name == name }
            return values.isEmpty ? nil : .array(values.map { unescape($0.raw) })
        }
        guard let raw = items.last(name) else { return nil }
        if style == .json || form == .primitive { return .primitive(unescape(raw)) }
        let pieces = layout.list.separates(raw)
        return form == .array ? .array(pieces.map(unescape)) : flatMembers(pieces)
    }

    /// `id[role]=admin&id[name]=Al`
    private func deepMembers(_ items: RequestItems) -> ParameterText? {
        let members = items.pairs.compactMap { item -> ParameterText.Member? in
            guard item.name.hasPrefix("\(name)["), item.name.hasSuffix("]") else { return nil }
            let key = item.name.dropFirst(name.count + 1).dropLast()
            return ParameterText.Member(key: String(key), value: unescape(item.raw))
        }
        return members.isEmpty ? nil : .object(members)
    }

    /// The text after `name=` where the style has it.
    private func value(in text: Substring, _ layout: ParameterLayout) -> Substring? {
        guard layout.isNamed else { return text }
        guard let (key, value) = text.halves(at: "="), unescape(key) == name else { return nil }
        return value
    }

    /// `role=admin` ...
    private func members(_ pieces: [Substring]) -> ParameterText? {
        var members: [ParameterText.Member] = []
        for piece in pieces {
            guard let (key, value) = piece.halves(at: "=") else { return nil }
            members.append(ParameterText.Member(key: unescape(key), value: unescape(value)))
        }
        return .object(members)
    }

    /// `role,admin,name,Al`
    private func flatMembers(_ pieces: [Substring]) -> ParameterText? {
        guard pieces.count.isMultiple(of: 2) else { return nil }
        let members = stride(from: 0, to: pieces.count, by: 2).map { index in
            ParameterText.Member(key: unescape(pieces[index]), value: unescape(pieces[index + 1]))
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
    /// Without the optional white space that HTTP allows around a header's items.
    var trimmingSpaces: Substring {
        let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        guard let start = firstIndex(where: { !isSpace($0) }), let end = lastIndex(where: { !isSpace($0) }) else {
            return self[endIndex...]
        }
        return self[start...end]
    }
}
