import ApusOpenAPI

/// Names a value of a request or its response [Runtime Expressions]: `$request.body#/callbackUrl`.
enum RuntimeExpression: Equatable {
    case url
    case method
    case statusCode
    case request(Source)
    case response(Source)

    enum Source: Equatable {
        case header(String)
        case query(String)
        case path(String)
        /// The tokens of a JSON pointer. If empty, it stands for the whole body.
        case body([String])
    }

    init?(_ text: some StringProtocol) {
        let text = Substring(text)
        switch text {
        case "$url": self = .url
        case "$method": self = .method
        case "$statusCode": self = .statusCode
        default:
            if text.hasPrefix("$request."), let source = Source(text.dropFirst("$request.".count)) {
                self = .request(source)
            } else if text.hasPrefix("$response."), let source = Source(text.dropFirst("$response.".count)) {
                self = .response(source)
            } else {
                return nil
            }
        }
    }

    enum Part: Equatable {
        case literal(String)
        case expression(RuntimeExpression)
        /// The text in braces that is not an expression.
        case unknown(String)
    }

    /// `https://{$request.query.host}/x` -> its parts; a string that is itself an expression, without braces, is a single part.
    static func parts(of text: String) -> [Part] {
        if let whole = RuntimeExpression(text) { return [.expression(whole)] }
        var parts: [Part] = []
        var rest = text[...]
        while let start = rest.firstRange(of: "{"), let end = rest[start.upperBound...].firstIndex(of: "}") {
            if start.lowerBound > rest.startIndex { parts.append(.literal(String(rest[..<start.lowerBound]))) }
            let inside = rest[start.upperBound..<end]
            parts.append(RuntimeExpression(inside).map(Part.expression) ?? .unknown(String(inside)))
            rest = rest[rest.index(after: end)...]
        }
        if !rest.isEmpty { parts.append(.literal(String(rest))) }
        return parts
    }
}

extension RuntimeExpression.Source {
    fileprivate init?(_ text: Substring) {
        if text == "body" {
            self = .body([])
        } else if text.hasPrefix("body#") {
            guard let pointer = JSONPointer(fragment: String(text.dropFirst("body#".count))) else { return nil }
            self = .body(pointer.tokens)
        } else if let dot = text.firstIndex(of: "."), text.index(after: dot) < text.endIndex {
            let name = String(text[text.index(after: dot)...])
            switch text[..<dot] {
            case "header": self = .header(name)
            case "query": self = .query(name)
            case "path": self = .path(name)
            default: return nil
            }
        } else {
            return nil
        }
    }
}
