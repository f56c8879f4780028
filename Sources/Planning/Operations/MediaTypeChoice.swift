import ApusDiagnostics
import ApusOpenAPI

/// Which of a body's media types is generated, and how it is read and written: one row a kind, the best first.
struct MediaTypeChoice {
    var entry: OrderedMap<MediaType>.Entry
    var content: ContentKind

    /// JSON before forms before text before bytes. What is not chosen is reported.
    static func choose(from content: OrderedMap<MediaType>, diagnostics: Diagnostics) -> MediaTypeChoice? {
        let ranked = self.ranked(content)
        guard let chosen = ranked.first else { return nil }
        for other in ranked.dropFirst() {
            diagnostics.report(
                .mediaTypeNotHonoured,
                "`\(other.key)` is not generated, since `\(chosen.key)` is",
                at: other.location
            )
        }
        let kind = kind(of: essence(chosen.key))
        if case .data(let mediaType) = kind, rank(chosen.key) == 4 {
            diagnostics.report(.mediaTypeNotHonoured, "`\(mediaType)` is passed on as bytes", at: chosen.location)
        }
        return MediaTypeChoice(entry: chosen, content: kind)
    }

    /// The choice alone.
    static func best(of content: OrderedMap<MediaType>) -> MediaTypeChoice? {
        ranked(content).first.map { MediaTypeChoice(entry: $0, content: kind(of: essence($0.key))) }
    }

    private static func ranked(_ content: OrderedMap<MediaType>) -> [OrderedMap<MediaType>.Entry] {
        content.entries.enumerated()
            .sorted { (rank($0.element.key), $0.offset) < (rank($1.element.key), $1.offset) }
            .map(\.element)
    }

    private static func rank(_ mediaType: String) -> Int {
        switch kind(of: essence(mediaType)) {
        case .json("application/json"): return 0
        case .json: return 1
        case .multipart: return 2
        case .text: return 3
        case .data(let type): return isBinary(type) ? 3 : 4
        }
    }

    private static func kind(of essence: String) -> ContentKind {
        if essence == "application/json" || essence == "*/*" || essence == "application/*" {
            return .json(mediaType: "application/json")
        }
        if essence.hasSuffix("+json") { return .json(mediaType: essence) }
        if essence == "multipart/form-data" { return .multipart }
        if essence == "text/event-stream" { return .data(mediaType: essence) }
        if essence.hasPrefix("text/") && essence != "text/xml" { return .text(mediaType: essence) }
        return .data(mediaType: essence)
    }

    static func isJSON(_ mediaType: String) -> Bool {
        if case .json = kind(of: essence(mediaType)) { true } else { false }
    }

    private static func isBinary(_ essence: String) -> Bool {
        ["application/octet-stream", "application/zip", "application/pdf", "application/gzip"].contains(essence)
            || ["image/", "audio/", "video/", "font/"].contains { essence.hasPrefix($0) }
    }

    /// `application/json; charset=utf-8` -> `application/json`
    static func essence(_ mediaType: String) -> String {
        let essence = mediaType.prefix { $0 != ";" }.lowercased()
        return String(essence.filter { !$0.isWhitespace })
    }
}
