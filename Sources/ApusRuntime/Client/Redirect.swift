import HTTPTypes

/// Redirects, which clients follow if nothing can get lost and the request is not disclosed to anybody else.
///
/// A redirect is followed if it leads to the same scheme, host and port, and if the same request can be repeated there: always for
/// 307 and 308, for GET and HEAD also for 301, 302 and 303. The method and body of the caller are never replaced by others. A
/// redirect that is not followed is returned as the response.
enum Redirect {
    /// The maximum number of consecutive redirects that are followed for a request.
    static let limit = 5

    /// The same request with the target that a response redirects it to; `nil` if the redirect must not be followed.
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
    /// The target of a `Location` field.
    struct Target: Equatable {
        var scheme: String
        var authority: String
        /// With the query, without the fragment.
        var path: String

        /// `nil` for anything but an `http` or `https` URL, and for a URL with a user name.
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

        /// Whether the target has the scheme, host and port of the request.
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

        /// With the port, unless it is the scheme's default port.
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
            // Servers write characters that a URL cannot contain, such as spaces and non-ASCII letters.
            return PercentCoding.encode(path + reference[query...], keeping: ":/?[]@!$&'()*+,;=%")
        }
    }
}
