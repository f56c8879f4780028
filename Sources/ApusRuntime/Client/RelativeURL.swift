/// References relative to an `http` or `https` URL (RFC 3986, section 5.2), for the URLs of servers.
enum RelativeURL {
    static func resolve(_ reference: String, against base: String) -> String {
        guard reference.firstRange(of: "://") == nil, let start = base.firstRange(of: "://") else { return reference }
        if reference.hasPrefix("//") { return base[..<start.lowerBound] + ":" + reference }
        let rest = base[start.upperBound...]
        let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
        let path = rest[end...].prefix { $0 != "?" && $0 != "#" }
        return base[..<end] + self.path(reference[...], against: path)
    }

    /// The path that a reference refers to, which is absolute or relative to another path:
    ///
    ///     c against /a/b  ->  /a/c
    static func path(_ reference: Substring, against base: Substring) -> String {
        let merged =
            reference.hasPrefix("/") ? reference : base[..<(base.lastIndex(of: "/") ?? base.endIndex)] + "/" + reference
        return withoutDots(merged)
    }

    /// `/a/../b/./c` -> `/b/c`
    private static func withoutDots(_ path: Substring) -> String {
        var segments: [Substring] = []
        let all = path.split(on: "/").dropFirst()
        for segment in all {
            switch segment {
            case ".": continue
            case "..": _ = segments.popLast()
            default: segments.append(segment)
            }
        }
        // A path that ends in dots refers to a folder: `/a/..` -> `/`
        let endsInDots = all.last == "." || all.last == ".."
        return "/" + segments.joined(separator: "/") + (endsInDots && !segments.isEmpty ? "/" : "")
    }
}
