/// A parameter's value as text, between its JSON and its place in the request.
enum ParameterText: Sendable, Equatable {
    struct Member: Sendable, Equatable {
        var key: String
        var value: String
    }

    case primitive(String)
    case array([String])
    case object([Member])

    /// Whether the texts can stand in a cookie as they are (RFC 6265, section 4.1.1): the style `cookie` escapes nothing.
    var isCookieValue: Bool {
        let texts =
            switch self {
            case .primitive(let text): [text]
            case .array(let items): items
            case .object(let members): members.flatMap { [$0.key, $0.value] }
            }
        return texts.allSatisfy { text in
            text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"\",;\\".utf8.contains($0) }
        }
    }
}

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
            return layout.lead + prefix(layout) + escape(text)
        case .array(let items):
            if items.isEmpty { return nil }
            let items = items.map(escape)
            if explode {
                return layout.lead + items.map { prefix(layout) + $0 }.joined(separator: separator(layout))
            }
            return layout.lead + prefix(layout) + items.joined(separator: layout.list.encoded)
        case .object(let members):
            if members.isEmpty { return nil }
            if layout.isDeep || explode {
                let items = members.map { member in
                    let key = layout.isDeep ? "\(escape(name))%5B\(escape(member.key))%5D" : escape(member.key)
                    return "\(key)=\(escape(member.value))"
                }
                return layout.lead + items.joined(separator: separator(layout))
            }
            let flat = members.flatMap { [escape($0.key), escape($0.value)] }
            return layout.lead + prefix(layout) + flat.joined(separator: layout.list.encoded)
        }
    }

    /// `name=`, but not in a path's plain segment or a header, which are found by their place.
    private func prefix(_ layout: ParameterLayout) -> String {
        if style == .json, location == .path || location == .header { return "" }
        return layout.isNamed ? "\(escape(name))=" : ""
    }

    /// Cookies are separated by `; ` whatever the style: an ampersand would be part of a cookie's value.
    private func separator(_ layout: ParameterLayout) -> String { location == .cookie ? "; " : layout.exploded }

    /// Headers and OpenAPI 3.2's `cookie` style are written as they are, everything else is percent-coded.
    private func escape(_ text: String) -> String {
        if location == .header || style == .cookie { return text }
        return PercentCoding.encode(text, allowReserved: allowReserved && location == .query)
    }
}

extension ParameterText {
    /// The text of a Swift value, by way of its JSON; `nil` for `null`.
    ///
    ///     "a"                   -> primitive a
    ///     [1, 2]                -> array 1, 2
    ///     Filter(kind: .open)   -> object kind: open
    static func of(_ value: some JSONEncodable, style: ParameterStyle) throws(JSONError) -> ParameterText? {
        if style == .json { return .primitive(try value.jsonText()) }
        if let text = value as? String { return .primitive(text) }
        let document: JSONDocument
        do { document = try JSONDocument(try value.jsonBytes()) } catch let error as JSONError { throw error } catch {
            throw JSONError(.unwritable("\(error)"), path: [])
        }
        return try of(document.root)
    }

    static func of(_ view: JSONView) throws(JSONError) -> ParameterText? {
        switch view.kind {
        case .null: return nil
        case .boolean, .number, .string: return .primitive(try scalar(view))
        case .array:
            var items: [String] = []
            for element in view.elements { items.append(try scalar(element)) }
            return .array(items)
        case .object:
            var members: [Member] = []
            for member in view.members where !member.value.isNull {
                members.append(Member(key: member.key, value: try scalar(member.value)))
            }
            return .object(members)
        }
    }

    /// No style says how a value inside a value inside a parameter is written.
    private static func scalar(_ view: JSONView) throws(JSONError) -> String {
        switch view.kind {
        case .string: return view.string ?? ""
        case .null, .boolean, .number: return view.text
        case .array, .object:
            throw JSONError(.unwritable("no style writes an array or object inside another"), path: [])
        }
    }
}
