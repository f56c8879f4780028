import ApusOpenAPI
import ApusYAML

/// What the objects of the specification state besides their descriptions, as list items in Swift's markup: `- Version: 1.2.3`.
extension Documentation {
    /// The paragraphs with a list of fields below them: `- Version: 1.2.3` directly below, since a list needs no blank line.
    static func paragraphs(_ paragraphs: [String], fields: [String?]) -> [String] {
        let list = fields.compactMap { $0 }.map { "- " + $0 }.joined(separator: "\n")
        if list.isEmpty { return paragraphs }
        guard let last = paragraphs.last else { return [list] }
        // A list below another list, or below a block of code, would be taken as a part of it.
        let isPlain = !last.contains("\n") && !last.hasPrefix(" ") && !last.hasPrefix("-") && !last.hasPrefix("*")
        return isPlain ? paragraphs.dropLast() + [last + "\n" + list] : paragraphs + [list]
    }

    /// `SeeAlso: [The whole manual](https://example.com/docs)`
    static func seeAlso(_ link: ExternalDocumentation?) -> String? {
        guard let link, !link.url.isEmpty else { return nil }
        return "SeeAlso: " + (link.description.map { "[\(line($0))](\(link.url))" } ?? "<\(link.url)>")
    }

    /// The text, which may have several lines, on one line.
    static func line(_ text: String) -> String {
        if text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 || 0x09...0x0D ~= $0 }) {
            return text.utf8.split { $0 <= 0x20 }.map { String(Substring($0)) }.joined(separator: " ")
        }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

// MARK: The API

extension Documentation {
    static func fields(of document: Document) -> [String?] {
        let info = document.info
        let license = [info.license?.name, info.license?.identifier, info.license?.url]
        let contact = [info.contact?.name, info.contact?.url, info.contact?.email]
        return [
            field("Version", [info.version]),
            field("License", license),
            field("Contact", contact),
            field("Terms of service", [info.termsOfService]),
            seeAlso(document.externalDocs),
        ]
    }

    /// `Contact: Ann, ann@example.com`; repeated values are left out.
    private static func field(_ name: String, _ values: [String?]) -> String? {
        var told: [String] = []
        for value in values {
            if let value = value.map(line), !value.isEmpty, !told.contains(value) { told.append(value) }
        }
        return told.isEmpty ? nil : "\(name): \(told.joined(separator: ", "))"
    }
}

// MARK: Parameters and bodies

extension Documentation {
    /// `conversationID: The conversation's number.`, the first paragraph on one line; `nil` if the text says no more than the name.
    static func parameter(
        _ name: String, _ description: String?, isDeprecated: Bool = false, default node: Node? = nil,
        examples: String? = nil
    ) -> String? {
        let text = paragraphs(description).first.map(line) ?? ""
        let note = node.map(defaultNote).flatMap { text.contains($0.dropLast()) ? nil : $0 }
        let said = Set(Words(name).words.map { $0.lowercased() }).union(["the", "a", "an", "of"])
        let isTelling = text.utf8.split(separator: UInt8(ascii: " ")).contains { words in
            Words(String(Substring(words))).words.contains { !said.contains($0.lowercased()) }
        }
        let isOpen = (note ?? examples) != nil && text.last.map { !".!?:;".contains($0) } ?? false
        let told = isTelling ? text + (isOpen ? "." : "") : nil
        let parts = [isDeprecated ? "Deprecated." : nil, told, note, examples].compactMap { $0 }
        return parts.isEmpty ? nil : "\(name): \(parts.joined(separator: " "))"
    }

    /// `- Parameter id: ...`, or the list of several.
    static func parameters(_ lines: [String]) -> [String] {
        switch lines.count {
        case 0: []
        case 1: ["- Parameter \(lines[0])"]
        default: [(["- Parameters:"] + lines.map { "  - \($0)" }).joined(separator: "\n")]
        }
    }
}

// MARK: Defaults

extension Documentation {
    /// ``Default: `0`.``
    static func defaultNote(_ node: Node) -> String { "Default: \(ExampleText.code(of: node))." }

    /// The paragraphs with a note on what the receiver assumes for an absent value, directly below the last sentence if there is
    /// one.
    static func paragraphs(_ paragraphs: [String], default node: Node?) -> [String] {
        guard let note = node.map(defaultNote), !paragraphs.contains(where: { $0.contains(note.dropLast()) }) else {
            return paragraphs
        }
        guard let last = paragraphs.last, last.last == ".", let line = last.split(separator: "\n").last,
            line.first?.isUppercase == true
        else { return paragraphs + [note] }
        return paragraphs.dropLast() + [last + "\n" + note]
    }
}

// MARK: Security

extension Documentation {
    static func fields(of scheme: SecurityScheme) -> [String?] {
        var fields: [String?] = [scheme.deprecated ? "Deprecated." : nil]
        switch scheme.kind {
        case .apiKey, .mutualTLS: break
        case .http(_, let format): fields.append(format.map { "Format: \(line($0))" })
        case .openIDConnect(let url): fields.append("OpenID Connect: <\(url)>")
        case .oauth2(let flows, let metadata):
            fields += [
                flow("Implicit flow", flows.implicit),
                flow("Password flow", flows.password),
                flow("Client credentials flow", flows.clientCredentials),
                flow("Authorization code flow", flows.authorizationCode),
                flow("Device authorization flow", flows.deviceAuthorization),
                metadata.map { "Metadata: <\($0)>" },
            ]
        }
        return fields
    }

    /// `Password flow: token at <https://a>; scopes read, write`
    private static func flow(_ name: String, _ flow: OAuthFlow?) -> String? {
        guard let flow else { return nil }
        let places = [
            flow.authorizationURL.map { "authorization at <\($0)>" },
            flow.deviceAuthorizationURL.map { "device authorization at <\($0)>" },
            flow.tokenURL.map { "token at <\($0)>" },
            flow.refreshURL.map { "refresh at <\($0)>" },
        ]
        let scopes = flow.scopes.isEmpty ? [] : ["scopes " + flow.scopes.keys.map { "`\($0)`" }.joined(separator: ", ")]
        return "\(name): \((places.compactMap { $0 } + scopes).joined(separator: "; "))"
    }
}
