import ApusDiagnostics

/// A page of documentation, Markdown or plain text, whose fenced blocks may hold an OpenAPI document:
///
///     ## OpenAPI
///     ````yaml openapi/openapi.json patch /api/conversations/{conversation_id}
///     openapi: 3.1.0
///     ````
///
/// A block is known by what is in it; the info string after the fence may say anything.
struct DocumentationPage {
    private let text: SourceText
    /// The fenced blocks that have `openapi` or `swagger` as a key of their root.
    let documents: [SourceText]
    /// Whether a line outside of all blocks reads `openapi: 3…`: then the text is not a page but a document that has
    /// fenced blocks in its descriptions. (`openapi: get /pets` stands in the front matter of many pages.)
    let isDocumentItself: Bool

    init(_ text: SourceText) {
        var blocks = FencedBlocks()
        var isDocumentItself = false
        for line in TextLines(text.bytes) {
            guard blocks.add(line) == .outside else { continue }
            let key = RootKey(line: line.bytes[...])
            if let key, key.indentation == 0, key.hasVersion { isDocumentItself = true }
        }
        self.text = text
        self.isDocumentItself = isDocumentItself
        documents = blocks.finish(text).filter { RootKey.stands(in: $0.bytes) }
    }

    /// The one block that holds the document.
    func document() throws(Diagnostic) -> SourceText {
        guard let first = documents.first else {
            throw Diagnostic(
                defect: .noEmbeddedDocument,
                message: "the page has no fenced block (``` or ~~~) with the key 'openapi' at its root",
                location: text.start
            )
        }
        if documents.count > 1 {
            throw Diagnostic(
                defect: .severalEmbeddedDocuments,
                message: "a second OpenAPI document begins here; Apus reads one",
                location: documents[1].start,
                notes: [.init(message: "the first one begins here", location: first.start)]
            )
        }
        return first
    }
}
