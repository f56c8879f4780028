import ApusDiagnostics
import ApusOpenAPI

/// One of a body's media types, and how it is read and written.
struct MediaTypeChoice {
    var entry: OrderedMap<MediaType>.Entry
    var content: ContentPlan

    private init(_ entry: OrderedMap<MediaType>.Entry) {
        self.entry = entry
        content = ContentPlan(mediaType: entry.key)
    }

    /// All of them, the best first, which is what a client sends if it has the choice.
    static func ranked(_ content: OrderedMap<MediaType>) -> [MediaTypeChoice] {
        content.entries.map(MediaTypeChoice.init).enumerated()
            .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
            .map(\.element)
    }

    /// What the runtime's functions assume is better than other names of the same, and types of bytes than unknown ones.
    private var rank: Int {
        let isUsual = content.kind == .json && content.unusualMediaType == nil
        return content.kind.rank - (isUsual || content.kind == .data && Self.isBinaryType(content.mediaType) ? 1 : 0)
    }

    /// A type that is known and that nothing reads is bytes.
    func report(to diagnostics: Diagnostics) {
        let mediaType = content.mediaType
        guard content.kind == .data, !mediaType.contains("*"), !Self.isBinaryType(mediaType) else { return }
        diagnostics.report(.mediaTypeNotHonoured, "`\(mediaType)` is passed on as bytes", at: entry.location)
    }
}

extension MediaTypeChoice {
    static func isItems(_ mediaType: String) -> Bool { ContentPlan(mediaType: mediaType).kind.itemFormat != nil }

    static func isJSON(_ mediaType: String) -> Bool { ContentPlan(mediaType: mediaType).kind == .json }

    /// Whether all media types of a list are of bytes: `image/png, image/jpeg`
    static func isBinary(_ list: String) -> Bool {
        list.split(separator: ",").map { essence(String($0)) }.allSatisfy(isBinaryType)
    }

    private static func isBinaryType(_ essence: String) -> Bool {
        ["application/octet-stream", "application/zip", "application/pdf", "application/gzip"].contains(essence)
            || ["image/", "audio/", "video/", "font/"].contains { essence.hasPrefix($0) }
    }

    /// `application/json; charset=utf-8` -> `application/json`
    static func essence(_ mediaType: String) -> String {
        let essence = mediaType.prefix { $0 != ";" }.lowercased()
        return String(essence.filter { !$0.isWhitespace })
    }
}

extension ContentPlan {
    /// `application/problem+json; charset=utf-8` -> JSON of `application/problem+json`; bytes, where no row knows it.
    init(mediaType: String) {
        let essence = MediaTypeChoice.essence(mediaType)
        let kind = ContentKind.recognising(essence)
        self.init(kind: kind, mediaType: kind.patterns[essence] ?? essence)
    }

    static func stream(_ mediaType: String) -> ContentPlan { ContentPlan(kind: .stream, mediaType: mediaType) }

    static func data(_ mediaType: String) -> ContentPlan { ContentPlan(kind: .data, mediaType: mediaType) }
}

extension ContentKind {
    /// The row that a media type belongs to: its name counts more than its end, and that more than its beginning.
    fileprivate static func recognising(_ essence: String) -> ContentKind {
        if let kind = all.first(where: { $0.mediaTypes.contains(essence) || $0.patterns[essence] != nil }) {
            return kind
        }
        let others = all.filter { !$0.exceptions.contains { essence.hasPrefix($0) } }
        return others.first { $0.suffixes.contains { essence.hasSuffix($0) } }
            ?? others.first { $0.prefixes.contains { essence.hasPrefix($0) } } ?? .data
    }
}
