import HTTPTypes

/// Redirects, which clients follow where nothing can get lost and nobody else learns of the request.
///
/// A redirect is followed if it leads to the same scheme, host and port, and if the same request can be made again there: always
/// for 307 and 308, for GET and HEAD after 301, 302 and 303 too. Never is another method or another body sent in the place of
/// the caller's. A redirect that is not followed is the response.
enum Redirect {
    /// How many redirects of a request are followed, one after another.
    static let limit = 5

    /// The same request where a response redirects it to; `nil` where it must not be followed.
    static func request(_ request: TransportRequest, after response: HTTPResponse) -> TransportRequest? {
        guard repeats(request, after: response.status.code),
            let location = response.headerFields[values: .location].first,
            let target = Target(location, from: request.head), target.isSameOrigin(as: request.head)
        else { return nil }
        var request = request
        request.head.path = target.path
        return request
    }

    private static func repeats(_ request: TransportRequest, after status: Int) -> Bool {
        let isSafe = request.head.method == .get || request.head.method == .head
        switch status {
        case 307, 308: return request.body?.isRepeatable ?? true
        case 301, 302, 303: return isSafe && request.body?.isRepeatable ?? true
        default: return false
        }
    }
}

extension Redirect {
    /// What a `Location` names.
    struct Target: Equatable {
        var scheme: String
        var authority: String
        /// With the query, without the fragment.
        var path: String

        /// `nil` for what is not an `http` or `https` URL, or holds a user name.
        init?(_ location: String, from head: HTTPRequest) {
            guard let scheme = head.scheme, let authority = head.authority else { return nil }
            var rest = location[...].prefix { $0 != "#" }
            guard !rest.isEmpty else { return nil }
            self.scheme = scheme
            self.authority = authority
            if let scheme = Self.scheme(of: rest) {
                self.scheme = scheme.lowercased()
                rest = rest[scheme.endIndex...].dropFirst()
                guard rest.hasPrefix("//"), ["http", "https"].contains(self.scheme) else { return nil }
            }
            if rest.hasPrefix("//") {
                let start = rest.dropFirst(2)
                let end = start.firstIndex { $0 == "/" || $0 == "?" } ?? start.endIndex
                self.authority = String(start[..<end])
                guard !self.authority.isEmpty, !self.authority.contains("@") else { return nil }
                rest = start[end...].hasPrefix("/") ? start[end...] : "/" + start[end...]
            }
            path = Self.path(rest, from: head.path ?? "/")
        }

        /// Whether it is where the request went: of scheme, host and port.
        func isSameOrigin(as head: HTTPRequest) -> Bool {
            guard let scheme = head.scheme, let authority = head.authority else { return false }
            return self.scheme == scheme.lowercased()
                && Self.host(self.authority, scheme: self.scheme) == Self.host(authority, scheme: self.scheme)
        }

        /// `https://host/path` -> `https`
        private static func scheme(of reference: Substring) -> Substring? {
            guard let end = reference.firstIndex(where: { ":/?".contains($0) }), reference[end] == ":" else {
                return nil
            }
            return reference[..<end]
        }

        /// With the port, where it is not the scheme's own.
        private static func host(_ authority: String, scheme: String) -> String {
            let standard = scheme == "https" ? ":443" : ":80"
            let host = authority.lowercased()
            return host.hasSuffix(standard) ? String(host.dropLast(standard.count)) : host
        }

        private static func path(_ reference: Substring, from base: String) -> String {
            let basePath = base[...].prefix { $0 != "?" }
            let query = reference.firstIndex(of: "?") ?? reference.endIndex
            let path =
                query == reference.startIndex
                ? String(basePath) : RelativeURL.path(reference[..<query], against: basePath)
            // Servers write what a URL cannot hold, such as spaces and letters that are not English ones.
            return PercentCoding.encode(path + reference[query...], keeping: ":/?[]@!$&'()*+,;=%")
        }
    }
}
