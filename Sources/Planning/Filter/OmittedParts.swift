import ApusDiagnostics
import ApusOpenAPI
import ApusYAML

/// The operations and components of a document's own file that a filter leaves out, as ranges of places.
struct OmittedParts {
    private var ranges: [(start: SourceLocation, end: SourceLocation?)] = []

    init(of document: Document, in filtered: Document) {
        var reach = SchemaReach(document: filtered)
        for path in filtered.paths { reach.add(path.item) }
        for webhook in filtered.webhooks { reach.add(webhook.value) }
        let kept = Set(
            (filtered.paths.map(\.item) + filtered.webhooks.map(\.value)).flatMap(\.operations).map(\.location))
        let fields = document.source.fields

        var marks: [(place: SourceLocation, isOmitted: Bool)] = fields.entries.map { ($0.keyLocation, false) }
        for field in ["paths", "webhooks"] {
            for path in fields[field]?.mapping?.entries ?? [] {
                let members = path.value.mapping?.entries ?? []
                let isEmpty = !members.contains { kept.contains($0.value.location) }
                marks.append((path.keyLocation, isEmpty))
                marks += members.map { ($0.keyLocation, isEmpty || Self.isOmitted($0, kept: kept)) }
            }
        }
        for section in fields["components"]?.mapping?.entries ?? [] {
            marks.append((section.keyLocation, false))
            for entry in section.value.mapping?.entries ?? [] {
                let isKept = Self.isKept(entry, in: section.key, reach, of: filtered)
                marks.append((entry.keyLocation, !isKept))
            }
        }
        marks.sort { $0.place.isBefore($1.place) }
        for (index, mark) in marks.enumerated() where mark.isOmitted {
            ranges.append((mark.place, marks[(index + 1)...].first?.place))
        }
    }

    /// Whether a field of a path item is an operation that is not kept.
    private static func isOmitted(_ field: Mapping.Entry, kept: Set<SourceLocation>) -> Bool {
        let others: Set = ["parameters", "servers", "summary", "description", "$ref"]
        return !others.contains(field.key) && !kept.contains(field.value.location)
    }

    /// Components for which it is not known whether an operation needs them are kept.
    private static func isKept(
        _ entry: Mapping.Entry, in section: String, _ reach: SchemaReach, of document: Document
    ) -> Bool {
        switch section {
        case "schemas": document.components.schemas[entry.key] != nil
        case "parameters", "responses", "requestBodies", "headers": reach.objects.contains(entry.value.location)
        default: true
        }
    }

    func contain(_ location: SourceLocation) -> Bool {
        ranges.contains { range in
            location.file == range.start.file && !location.isBefore(range.start)
                && range.end.map(location.isBefore) ?? true
        }
    }
}
