/// URLs for error messages, without the parts that may contain a credential.
package enum RedactedURL {
    /// `https://user:key@host/path?key=1#end` -> `https://host/path?...`
    package static func text(_ url: String) -> String {
        let start = url.firstRange(of: "://")?.upperBound ?? url.startIndex
        let end = url[start...].firstIndex { $0 == "?" || $0 == "#" } ?? url.endIndex
        let pathStart = url[start..<end].firstIndex(of: "/") ?? end
        let hostStart = url[start..<pathStart].lastIndex(of: "@").map { url.index(after: $0) } ?? start
        let rest = url[end...].hasPrefix("?") ? "?..." : ""
        return url[..<start] + url[hostStart..<end] + rest
    }
}
