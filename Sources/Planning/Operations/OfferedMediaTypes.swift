import ApusDiagnostics
import ApusOpenAPI

extension MediaTypeChoice {
    /// Everything that a caller may receive, the best first. A media type that is equivalent to an earlier one is left out.
    static func offered(in content: OrderedMap<MediaType>, schemas: SchemaPlanner) -> [MediaTypeChoice] {
        var offered: [MediaTypeChoice] = []
        for choice in ranked(content) {
            guard let known = offered.first(where: { choice.isSame(as: $0, schemas) }) else {
                offered.append(choice)
                continue
            }
            // JSON is the same under every name, and a framework's text formatters do not support objects.
            if known.content.kind == .json, [.json, .text].contains(choice.content.kind) { continue }
            schemas.diagnostics.report(
                .unsupportedMediaType,
                "`\(choice.entry.key)` is not generated, since `\(known.entry.key)` is",
                at: choice.entry.location
            )
        }
        return offered
    }

    /// Whether it tells a caller no more than `other`, which is a better choice.
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

    /// How the body is read if it is the only one of its kind: bytes are read as a stream. A `string` with the format `binary` is
    /// bytes in any media type, and so is a body of any media type (`*/*`) without a schema.
    func content(in schemas: SchemaPlanner) -> ContentPlan {
        let essence = Self.essence(entry.key)
        let schema = entry.value.schema
        let isAnything = content.kind == .json && schema == nil && essence.hasSuffix("/*")
        let isFile = content.kind.mayBeBytes && schema.map(schemas.shapes.isFile) == true
        return content.kind == .data || isAnything || isFile ? .stream(essence) : content
    }
}
