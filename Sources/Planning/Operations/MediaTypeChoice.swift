import ApusDiagnostics
import ApusOpenAPI

/// One of a body's media types, and how it is read and written: one row a kind, the best first.
struct MediaTypeChoice {
    var entry: OrderedMap<MediaType>.Entry
    var content: ContentKind

    /// All that a caller may be answered with, the best first. What says the same as one before it is left out.
    static func offered(in content: OrderedMap<MediaType>, schemas: SchemaPlanner) -> [MediaTypeChoice] {
        var offered: [MediaTypeChoice] = []
        for choice in ranked(content) {
            guard let known = offered.first(where: { choice.isSame(as: $0, schemas) }) else {
                offered.append(choice)
                continue
            }
            // JSON is JSON by every name, and a framework's formatters for text know no objects.
            switch (known.content, choice.content) {
            case (.json, .json), (.json, .text): break
            case (.json, _), (.form, _), (.multipart, _), (.xml, _), (.text, _), (.data, _), (.stream, _), (.items, _):
                schemas.diagnostics.report(
                    .mediaTypeNotHonoured,
                    "`\(choice.entry.key)` is not generated, since `\(known.entry.key)` is",
                    at: choice.entry.location
                )
            }
        }
        return offered
    }

    /// Whether it tells a caller no more than `other`, which is better.
    private func isSame(as other: MediaTypeChoice, _ schemas: SchemaPlanner) -> Bool {
        let (essence, known) = (Self.essence(entry.key), Self.essence(other.entry.key))
        if essence == known { return true }
        if case (.items(let format, _), .items(let otherFormat, _)) = (content, other.content) {
            return format == otherFormat
        }
        guard let schema = entry.value.schema, let otherSchema = other.entry.value.schema, other.content.isStructured
        else { return false }
        let (target, otherTarget) = (schemas.document.target(of: schema), schemas.document.target(of: otherSchema))
        guard target === otherTarget || target.isEqual(to: otherTarget) else { return false }
        return content.isStructured || target.types != [.string] && !schemas.isFile(target)
    }

    /// All of them, the best first, which is what a client sends if it has the choice.
    static func ranked(_ content: OrderedMap<MediaType>) -> [MediaTypeChoice] {
        content.entries.enumerated()
            .sorted { (rank($0.element.key), $0.offset) < (rank($1.element.key), $1.offset) }
            .map { MediaTypeChoice(entry: $0.element, content: kind(of: essence($0.element.key))) }
    }

    /// A type that is known and that nothing reads is bytes.
    func report(to diagnostics: Diagnostics) {
        guard case .data(let mediaType) = content, !mediaType.contains("*"), Self.rank(entry.key) == 4 else { return }
        diagnostics.report(.mediaTypeNotHonoured, "`\(mediaType)` is passed on as bytes", at: entry.location)
    }

    private static func rank(_ mediaType: String) -> Int {
        switch kind(of: essence(mediaType)) {
        case .json("application/json"), .json("*/*"), .json("application/*"): return 0
        case .json: return 1
        case .multipart, .form, .xml, .items: return 2
        case .text: return 3
        case .data(let type), .stream(let type): return isBinaryType(type) ? 3 : 4
        }
    }

    static func kind(of essence: String) -> ContentKind {
        // A framework's pattern for all JSON is not a media type that can be sent.
        if essence == "application/json" || essence == "application/*+json" {
            return .json(mediaType: "application/json")
        }
        if essence == "*/*" || essence == "application/*" { return .json(mediaType: essence) }
        if essence == "text/json" || essence.hasSuffix("+json") { return .json(mediaType: essence) }
        if essence == "application/x-www-form-urlencoded" { return .form([]) }
        if essence == "multipart/form-data" { return .multipart }
        if essence == "application/*+xml" { return .xml(mediaType: "application/xml", .unknown) }
        if essence.hasSuffix("/xml") || essence.hasSuffix("+xml") && !essence.hasPrefix("image/") {
            return .xml(mediaType: essence, .unknown)
        }
        if let format = itemFormats[essence] { return .items(format, mediaType: essence) }
        if essence.hasSuffix("+json-seq") { return .items(.jsonSequence, mediaType: essence) }
        if essence.hasPrefix("text/") { return .text(mediaType: essence) }
        return .data(mediaType: essence)
    }

    static func isItems(_ mediaType: String) -> Bool {
        if case .items = kind(of: essence(mediaType)) { true } else { false }
    }

    static func isJSON(_ mediaType: String) -> Bool {
        if case .json = kind(of: essence(mediaType)) { true } else { false }
    }

    private static let itemFormats: [String: ItemFormat] = [
        "text/event-stream": .events, "application/jsonl": .jsonLines, "application/x-jsonl": .jsonLines,
        "text/jsonl": .jsonLines, "application/jsonlines": .jsonLines, "application/x-jsonlines": .jsonLines,
        "application/json-lines": .jsonLines, "application/ndjson": .jsonLines, "application/x-ndjson": .jsonLines,
        "application/json-seq": .jsonSequence,
    ]

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

extension MediaTypeChoice {
    /// How the body is read where it is the only one of its kind: bytes come as a stream. A `string` of format `binary` is
    /// bytes in any media type, and so is a body of any type at all (`*/*`) that no schema describes.
    func kind(in schemas: SchemaPlanner) -> ContentKind {
        let essence = Self.essence(entry.key)
        switch content {
        case .json:
            guard let schema = entry.value.schema else {
                return essence.hasSuffix("/*") ? .stream(mediaType: essence) : content
            }
            return schemas.isFile(schema) ? .stream(mediaType: essence) : content
        case .text:
            return entry.value.schema.map(schemas.isFile) == true ? .stream(mediaType: essence) : content
        case .data(let mediaType): return .stream(mediaType: mediaType)
        case .form, .xml, .multipart, .stream, .items: return content
        }
    }
}
