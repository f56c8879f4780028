/// Writes elements; a namespace is declared where it is first needed.
struct XMLWriter {
    private var bytes = Array(#"<?xml version="1.0" encoding="UTF-8"?>"#.utf8)
    /// The namespaces of the prefixes in scope.
    private var scope: [String: String] = [:]

    consuming func finish() -> [UInt8] { bytes }

    mutating func element(
        _ name: XMLName, _ attributes: [(XMLName, String)] = [],
        _ content: (inout XMLWriter) throws(JSONError) -> Void
    ) throws(JSONError) {
        let outer = scope
        defer { scope = outer }
        try open(name, attributes)
        let start = bytes.count
        append(">")
        try content(&self)
        if bytes.count == start + 1 {
            bytes.removeLast()
            append("/>")
        } else {
            append("</\(name.qualified)>")
        }
    }

    /// An element without a value: `<name xsi:nil="true"/>`.
    mutating func nilElement(_ name: XMLName) throws(JSONError) {
        try element(name, [(.named("xsi:nil", in: XMLElement.instance), "true")]) { _ in }
    }

    mutating func text(_ text: String) throws(JSONError) { append(try Self.escaped(text, inAttribute: false)) }

    mutating func cdata(_ text: String) throws(JSONError) {
        _ = try Self.escaped(text, inAttribute: false)
        // A section cannot contain its own end marker.
        let sections = text[...].split(on: "]]>").joined(separator: "]]]]><![CDATA[>")
        append("<![CDATA[\(sections)]]>")
    }

    private mutating func open(_ name: XMLName, _ attributes: [(XMLName, String)]) throws(JSONError) {
        append("<\(try Self.checked(name.qualified))")
        try declare(name, isAttribute: false)
        for (name, _) in attributes { try declare(name, isAttribute: true) }
        for (name, value) in attributes {
            append(" \(try Self.checked(name.qualified))=\"\(try Self.escaped(value, inAttribute: true))\"")
        }
    }

    private mutating func declare(_ name: XMLName, isAttribute: Bool) throws(JSONError) {
        guard let namespace = name.namespace, scope[name.prefix] != namespace else { return }
        // The default namespace does not apply to attributes.
        if isAttribute && name.prefix.isEmpty { return }
        scope[name.prefix] = namespace
        let attribute = name.prefix.isEmpty ? "xmlns" : "xmlns:\(name.prefix)"
        append(" \(attribute)=\"\(try Self.escaped(namespace, inAttribute: true))\"")
    }

    private mutating func append(_ text: String) { bytes += Array(text.utf8) }

    /// Checks that a key can be the name of an element: XML has no way to write any other.
    private static func checked(_ name: String) throws(JSONError) -> String {
        guard var scanner = try? XMLScanner(Array(name.utf8)), (try? scanner.name()) != nil, scanner.isAtEnd else {
            throw JSONError(.unwritable("\"\(name)\" is not a valid name in XML"), path: [])
        }
        return name
    }

    private static func escaped(_ text: String, inAttribute: Bool) throws(JSONError) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"" where inAttribute: escaped += "&quot;"
            case "\r": escaped += "&#13;"
            case "\n" where inAttribute: escaped += "&#10;"
            case "\t" where inAttribute: escaped += "&#9;"
            case "\t", "\n": escaped.unicodeScalars.append(scalar)
            default:
                guard scalar.value >= 0x20, scalar.value != 0xFFFE, scalar.value != 0xFFFF else {
                    throw JSONError(.unwritable("XML cannot contain control characters"), path: [])
                }
                escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
