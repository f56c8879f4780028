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

    /// All that a caller may be answered with, the best first. What says the same as one before it is left out.
    static func offered(in content: OrderedMap<MediaType>, schemas: SchemaPlanner) -> [MediaTypeChoice] {
        var offered: [MediaTypeChoice] = []
        for choice in ranked(content) {
            guard let known = offered.first(where: { choice.isSame(as: $0, schemas) }) else {
                offered.append(choice)
                continue
            }
            // JSON is JSON by every name, and a framework's formatters for text know no objects.
            if known.content.kind == .json, [.json, .text].contains(choice.content.kind) { continue }
            schemas.diagnostics.report(
                .mediaTypeNotHonoured,
                "`\(choice.entry.key)` is not generated, since `\(known.entry.key)` is",
                at: choice.entry.location
            )
        }
        return offered
    }

    /// Whether it tells a caller no more than `other`, which is better.
    private func isSame(as other: MediaTypeChoice, _ schemas: SchemaPlanner) -> Bool {
        if Self.essence(entry.key) == Self.essence(other.entry.key) { return true }
        let (kind, otherKind) = (content.kind, other.content.kind)
        if let format = kind.itemFormat, let otherFormat = otherKind.itemFormat { return format == otherFormat }
        guard let schema = entry.value.schema, let otherSchema = other.entry.value.schema, otherKind.isStructured
        else { return false }
        let (target, otherTarget) = (schemas.document.target(of: schema), schemas.document.target(of: otherSchema))
        guard target === otherTarget || target.isEqual(to: otherTarget) else { return false }
        return kind.isStructured || target.types != [.string] && !schemas.shapes.isFile(target)
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

    /// How the body is read where it is the only one of its kind: bytes come as a stream. A `string` of format `binary` is
    /// bytes in any media type, and so is a body of any type at all (`*/*`) that no schema describes.
    func content(in schemas: SchemaPlanner) -> ContentPlan {
        let essence = Self.essence(entry.key)
        let schema = entry.value.schema
        let isAnything = content.kind == .json && schema == nil && essence.hasSuffix("/*")
        let isFile = content.kind.mayBeBytes && schema.map(schemas.shapes.isFile) == true
        return content.kind == .data || isAnything || isFile ? .stream(essence) : content
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
