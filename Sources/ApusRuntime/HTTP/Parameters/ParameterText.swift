/// A parameter's or form's value as text: the step between its JSON and its form in the request.
indirect enum ParameterText: Sendable, Equatable {
    struct Member: Sendable, Equatable {
        var key: String
        var value: ParameterText
    }

    case primitive(String)
    case array([ParameterText])
    /// A key that occurs more than once may be an array or an error; the schema determines which.
    case object([Member])
    /// A value in a form that is already JSON.
    case json([UInt8])

    /// Whether the texts can be written in a cookie as they are (RFC 6265, section 4.1.1): the style `cookie` escapes nothing.
    var isCookieValue: Bool {
        switch self {
        case .primitive(let text): Self.isCookieText(text)
        case .array(let items): items.allSatisfy(\.isCookieValue)
        case .object(let members): members.allSatisfy { Self.isCookieText($0.key) && $0.value.isCookieValue }
        case .json: false
        }
    }

    private static func isCookieText(_ text: String) -> Bool {
        text.utf8.allSatisfy { PercentCoding.isCookieOctet($0) }
    }
}

extension ParameterText: ExpressibleByStringLiteral {
    init(stringLiteral text: String) { self = .primitive(text) }
}

extension ParameterText {
    /// The text of a Swift value, created from its JSON; `nil` for `null`.
    ///
    /// A `null` inside it has no text and is left out, like an undefined value in RFC 6570, section 2.3.
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
        return try of(document.root, style: style)
    }

    static func of(_ view: JSONView, style: ParameterStyle) throws(JSONError) -> ParameterText? {
        try of(view, levels: style.layout.isDeep ? 64 : 1)
    }

    /// `levels` is the maximum nesting depth of containers.
    private static func of(_ view: JSONView, levels: Int) throws(JSONError) -> ParameterText? {
        switch view.kind {
        case .null: return nil
        case .boolean, .number: return .primitive(view.text)
        case .string: return .primitive(view.string ?? "")
        case .array:
            if levels == 0 { throw Self.nested }
            var items: [ParameterText] = []
            for element in view.elements {
                guard let item = try of(element, levels: levels - 1) else { continue }
                items.append(item)
            }
            return .array(items)
        case .object:
            if levels == 0 { throw Self.nested }
            var members: [Member] = []
            for member in view.members {
                guard let value = try of(member.value, levels: levels - 1) else { continue }
                members.append(Member(key: member.key, value: value))
            }
            return .object(members)
        }
    }

    private static var nested: JSONError {
        JSONError(.unwritable("only the style deepObject can write an array or object inside another"), path: [])
    }
}
