import ApusDiagnostics

/// A page of documentation, Markdown or plain text, whose fenced blocks may contain an OpenAPI document:
///
///     ## OpenAPI
///     ````yaml openapi/openapi.json patch /api/conversations/{conversation_id}
///     openapi: 3.1.0
///     ````
///
/// A block is recognised by its content; the info string after the fence may be anything.
struct DocumentationPage {
    private let text: SourceText
    /// The fenced blocks that have `openapi` or `swagger` as a key of their root.
    let documents: [SourceText]
    /// Whether a line outside all blocks reads `openapi: 3…`. If so, the text is not a page but a document that has fenced blocks
    /// in its descriptions. (`openapi: get /pets` is in the front matter of many pages.)
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

    /// The block that contains the document.
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
                message: "a second OpenAPI document begins here; Apus reads only one",
                location: documents[1].start,
                notes: [.init(message: "the first one begins here", location: first.start)]
            )
        }
        return first
    }
}
