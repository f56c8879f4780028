/// Parses an XML document with its namespaces, strictly and without a document type: if no entity can be declared, none can refer
/// to a file or expand into others.
struct XMLDocumentParser {
    /// The limits on a document.
    struct Limits: Sendable {
        var depth = 100
        var attributes = 100
    }

    private var scanner: XMLScanner
    private let limits: Limits
    /// The namespaces of the prefixes in scope; the empty prefix stands for the default namespace.
    private typealias Scope = [String: String]

    static func parse(_ bytes: [UInt8], limits: Limits = Limits()) throws(XMLSyntaxError) -> XMLElement {
        var parser = Self(scanner: try XMLScanner(bytes), limits: limits)
        return try parser.document()
    }

    private mutating func document() throws(XMLSyntaxError) -> XMLElement {
        if scanner.take("<?xml ") { try declaration() }
        try skipMiscellany()
        guard scanner.take("<") else { throw scanner.error("An element is expected") }
        let root = try element(in: ["xml": "http://www.w3.org/XML/1998/namespace"], depth: 1)
        try skipMiscellany()
        guard scanner.isAtEnd else { throw scanner.error("Nothing may follow the root element") }
        return root
    }

    /// `version="1.0" encoding="UTF-8"?>`
    private mutating func declaration() throws(XMLSyntaxError) {
        let text = String(decoding: try scanner.text(upTo: "?>", "The declaration"), as: UTF8.self).lowercased()
        guard let start = text.firstRange(of: "encoding") else { return }
        let value = text[start.upperBound...].filter { !" =\"'".contains($0) }
        let known = ["utf-8", "us-ascii", "utf8", "ascii"]
        guard known.contains(where: { value.hasPrefix($0) }) else {
            throw scanner.error("The declared encoding is not UTF-8")
        }
    }

    /// Comments, processing instructions and white space around the root element.
    private mutating func skipMiscellany() throws(XMLSyntaxError) {
        while true {
            scanner.skipSpaces()
            if scanner.take("<!--") {
                try skipComment()
            } else if scanner.take("<?") {
                _ = try scanner.text(upTo: "?>", "A processing instruction")
            } else if scanner.take("<!DOCTYPE") {
                throw scanner.error("Document types are not supported")
            } else {
                return
            }
        }
    }

    private mutating func skipComment() throws(XMLSyntaxError) {
        _ = try scanner.text(upTo: "--", "A comment")
        guard scanner.take(">") else { throw scanner.error("A comment must not contain --") }
    }

    // MARK: Elements

    /// An element whose `<` has been read.
    private mutating func element(in outer: Scope, depth: Int) throws(XMLSyntaxError) -> XMLElement {
        if depth > limits.depth { throw scanner.error("Elements are nested deeper than \(limits.depth)") }
        let tag = try scanner.name()
        var scope = outer
        let attributes = try attributes(&scope)
        var element = XMLElement(name: try expanded(tag, in: scope, isAttribute: false))
        for attribute in attributes {
            let name = try expanded(attribute.name, in: scope, isAttribute: true)
            if element.attributes.contains(where: { $0.name == name }) {
                throw scanner.error("An attribute occurs twice")
            }
            element.attributes.append(.init(name: name, value: attribute.value))
        }
        if scanner.take("/>") { return element }
        guard scanner.take(">") else { throw scanner.error("A tag does not end") }
        try content(of: &element, in: scope, depth: depth)
        guard try scanner.name() == tag else { throw scanner.error("A closing tag does not match its opening tag") }
        scanner.skipSpaces()
        guard scanner.take(">") else { throw scanner.error("A closing tag does not end") }
        return element
    }

    /// The content up to the closing tag, whose `</` is also read.
    private mutating func content(
        of element: inout XMLElement, in scope: Scope, depth: Int
    ) throws(XMLSyntaxError) {
        var text: [UInt8] = []
        while true {
            try scanner.characters(into: &text)
            if scanner.take("</") {
                element.text = String(decoding: text, as: UTF8.self)
                return
            } else if scanner.take("<!--") {
                try skipComment()
            } else if scanner.take("<![CDATA[") {
                try scanner.cdata(into: &text)
            } else if scanner.take("<?") {
                _ = try scanner.text(upTo: "?>", "A processing instruction")
            } else if scanner.take("<!") {
                throw scanner.error("Declarations are not supported")
            } else if scanner.take("<") {
                element.children.append(try self.element(in: scope, depth: depth + 1))
            } else {
                throw scanner.error("An element is not closed")
            }
        }
    }

    /// The attributes that do not declare a namespace; those that do are added to the scope.
    private mutating func attributes(
        _ scope: inout Scope
    ) throws(XMLSyntaxError) -> [(name: Substring, value: String)] {
        var attributes: [(name: Substring, value: String)] = []
        var declared: Set<String> = []
        while scanner.skipSpaces(), let next = scanner.next, next != UInt8(ascii: "/"), next != UInt8(ascii: ">") {
            let name = try scanner.name()
            scanner.skipSpaces()
            guard scanner.take("=") else { throw scanner.error("An attribute has no value") }
            scanner.skipSpaces()
            let value = try scanner.attributeValue()
            if attributes.count + declared.count == limits.attributes {
                throw scanner.error("An element has more than \(limits.attributes) attributes")
            }
            guard name == "xmlns" || name.hasPrefix("xmlns:") else {
                attributes.append((name, value))
                continue
            }
            let prefix = String(name.dropFirst("xmlns:".count))
            guard declared.insert(prefix).inserted else { throw scanner.error("An attribute occurs twice") }
            scope[prefix] = value.isEmpty ? nil : value
        }
        return attributes
    }

    /// A prefix that stands for no namespace is omitted, for documents that use it without declaring it.
    private func expanded(
        _ name: Substring, in scope: Scope, isAttribute: Bool
    ) throws(XMLSyntaxError) -> XMLElement.ExpandedName {
        guard let (prefix, local) = name.halves(at: ":") else {
            return .init(namespace: isAttribute ? nil : scope[""], local: String(name))
        }
        guard !prefix.isEmpty, !local.isEmpty, !local.utf8.contains(UInt8(ascii: ":")) else {
            throw scanner.error("A name may have at most one colon")
        }
        return .init(namespace: scope[String(prefix)], local: String(local))
    }
}
