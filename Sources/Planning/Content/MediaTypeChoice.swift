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

    /// All media types, the best first. The first is the one that a client sends if it can choose.
    static func ranked(_ content: OrderedMap<MediaType>) -> [MediaTypeChoice] {
        content.entries.map(MediaTypeChoice.init).enumerated()
            .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
            .map(\.element)
    }

    /// The media types that the runtime's functions assume rank before other names of the same content, and types of bytes before
    /// unknown ones.
    private var rank: Int {
        let isUsual = content.kind == .json && content.unusualMediaType == nil
        return content.kind.rank - (isUsual || content.kind == .data && Self.isBinaryType(content.mediaType) ? 1 : 0)
    }

    /// Reports a specific media type that is not supported: its content is bytes.
    func report(to diagnostics: Diagnostics) {
        let mediaType = content.mediaType
        guard content.kind == .data, !mediaType.contains("*"), !Self.isBinaryType(mediaType) else { return }
        diagnostics.report(.unsupportedMediaType, "`\(mediaType)` is passed on as bytes", at: entry.location)
    }
}

extension MediaTypeChoice {
    static func isItems(_ mediaType: String) -> Bool { ContentPlan(mediaType: mediaType).kind.itemFormat != nil }

    static func isJSON(_ mediaType: String) -> Bool { ContentPlan(mediaType: mediaType).kind == .json }

    /// Whether all media types of a list are binary: `image/png, image/jpeg`
    static func isBinary(_ list: String) -> Bool {
        list.split(separator: ",").map { essence(String($0)) }.allSatisfy(isBinaryType)
    }

    private static func isBinaryType(_ essence: String) -> Bool {
        ["application/octet-stream", "application/zip", "application/pdf", "application/gzip"].contains(essence)
            || ["image/", "audio/", "video/", "font/"].contains { essence.hasPrefix($0) }
    }

    /// `application/json; charset=utf-8` -> `application/json`
    static func essence(_ mediaType: String) -> String {
        // Most are written so already.
        let isEssence = mediaType.utf8.allSatisfy { 0x21..<0x7F ~= $0 && $0 != UInt8(ascii: ";") && !$0.isUpper }
        if isEssence { return mediaType }
        let essence = mediaType.prefix { $0 != ";" }.lowercased()
        return String(essence.filter { !$0.isWhitespace })
    }
}

extension ContentPlan {
    /// `application/problem+json; charset=utf-8` -> JSON of `application/problem+json`. A media type that is in no row is read as
    /// bytes.
    init(mediaType: String) {
        let essence = MediaTypeChoice.essence(mediaType)
        let kind = ContentKind.recognising(essence)
        self.init(kind: kind, mediaType: kind.patterns[essence] ?? essence)
    }

    static func stream(_ mediaType: String) -> ContentPlan { ContentPlan(kind: .stream, mediaType: mediaType) }

    static func data(_ mediaType: String) -> ContentPlan { ContentPlan(kind: .data, mediaType: mediaType) }
}

extension ContentKind {
    /// The row that a media type belongs to: its full name takes precedence over its suffix, and the suffix over its prefix.
    fileprivate static func recognising(_ essence: String) -> ContentKind {
        if let kind = all.first(where: { $0.mediaTypes.contains(essence) || $0.patterns[essence] != nil }) {
            return kind
        }
        let others = all.filter { !$0.exceptions.contains { essence.hasPrefix($0) } }
        return others.first { $0.suffixes.contains { essence.hasSuffix($0) } }
            ?? others.first { $0.prefixes.contains { essence.hasPrefix($0) } } ?? .data
    }
}
