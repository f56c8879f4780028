/// References relative to an `http` or `https` URL (RFC 3986, section 5.2), for the URLs of servers.
enum RelativeURL {
    static func resolve(_ reference: String, against base: String) -> String {
        guard reference.firstRange(of: "://") == nil, let start = base.firstRange(of: "://") else { return reference }
        if reference.hasPrefix("//") { return base[..<start.lowerBound] + ":" + reference }
        let rest = base[start.upperBound...]
        let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
        let path = rest[end...].prefix { $0 != "?" && $0 != "#" }
        let merged =
            reference.hasPrefix("/")
            ? reference[...] : path[..<(path.lastIndex(of: "/") ?? path.endIndex)] + "/" + reference
        return base[..<end] + withoutDots(merged)
    }

    /// `/a/../b/./c` -> `/b/c`
    private static func withoutDots(_ path: Substring) -> String {
        var segments: [Substring] = []
        for segment in path.split(on: "/").dropFirst() {
            switch segment {
            case ".": continue
            case "..": _ = segments.popLast()
            default: segments.append(segment)
            }
        }
        return "/" + segments.joined(separator: "/")
    }
}
