/// URLs as pydantic parses them: according to the URL standard of WHATWG, which accepts more than RFC 3986, such as
/// `http:example.com`.
enum LaxURLs {
    /// `HttpUrl` is recognized by its length limit.
    private static let httpLimit = 2083

    static func words(_ text: UnsafeBufferPointer<UInt8>, maxLength: Int?) -> IssueWording? {
        let text = String(decoding: text, as: UTF8.self)
        if let maxLength, text.unicodeScalars.count > maxLength {
            let limit = IssueWording.count(maxLength, "character")
            return IssueWording(
                "url_too_long", "URL should have at most \(limit)", ["max_length": JSONValue(integerLiteral: maxLength)]
            )
        }
        if let problem = WebURL.problem(text) {
            let reason = reason(problem)
            return IssueWording("url_parsing", "Input should be a valid URL, \(reason)", ["error": .string(reason)])
        }
        guard maxLength == httpLimit, !["http", "https"].contains(WebURL.scheme(text)) else { return nil }
        let schemes = "'http' or 'https'"
        return IssueWording("url_scheme", "URL scheme should be \(schemes)", ["expected_schemes": .string(schemes)])
    }

    private static func reason(_ problem: WebURLProblem) -> String {
        switch problem {
        case .empty: "input is empty"
        case .relative: "relative URL without a base"
        case .emptyHost: "empty host"
        case .port: "invalid port number"
        case .ipv4: "invalid IPv4 address"
        case .ipv6: "invalid IPv6 address"
        case .hostCharacter: "invalid domain character"
        case .internationalName: "invalid international domain name"
        }
    }
}
