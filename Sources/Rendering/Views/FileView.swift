/// A file of generated source.
struct FileView: TemplateView {
    /// The document's file.
    var source: String
    var imports: [String]
    /// The enumeration that contains the declarations, if it is declared in this file.
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
