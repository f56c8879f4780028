/// A file of generated source.
struct FileView: TemplateView {
    /// The document's file.
    var source: String
    var imports: [String]
    /// The enumeration that holds the declarations, where this file declares it.
    var namespace: String
    var declarations: [Code]

    static let schema = ViewSchema<Self>(
        "file",
        [
            .text("source", \.source), .lines("imports", \.imports), .text("namespace", \.namespace),
            .codes("declarations", \.declarations),
        ]
    )
}
