import ApusDiagnostics

/// Where the API is reached. [Server Object]
package struct Server: Readable {
    static let kind = "server"

    /// May contain `{variables}` and may be relative to the document's own location.
    package let url: String
    package let description: String?
    package let name: String?
    /// Variables that are in the URL but are not defined are not among them.
    package let variables: OrderedMap<ServerVariable>
    package let source: ObjectSource

    /// `nil` for a URL that cannot be used as a base for paths, which is reported.
    init?(from object: inout ObjectReader) {
        guard let url: Located<String> = object.required("url") else { return nil }
        self.url = PercentEncoding.nonASCII(url.value)
        description = object.annotation("description")
        name = object.value("name", since: .v32)
        variables = object.map("variables")
        source = object.source
        guard let reason = Self.reasonAgainst(url.value) else { return }
        let message = "'\(url.value)' cannot be used as a base for paths, since \(reason); the server is left out"
        object.context.report(.invalidServer, message, at: url.location)
        return nil
    }

    private static func reasonAgainst(_ url: String) -> String? {
        if url.unicodeScalars.contains(where: { $0.properties.isWhitespace || $0.value < 0x20 || $0.value == 0x7F }) {
            return "it contains a space"
        }
        if url.contains("?") { return "it has a query" }
        if url.contains("#") { return "it has a fragment" }
        let authority = url.firstRange(of: "://").map { url[$0.upperBound...].prefix { $0 != "/" } } ?? ""
        if !authority.utf8.allSatisfy({ $0 < 0x80 }) { return "its host is not in ASCII" }
        do {
            _ = try PathTemplate.parts(url)
            return nil
        } catch { return error.message }
    }
}
