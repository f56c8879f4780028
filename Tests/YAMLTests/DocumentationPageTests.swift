import ApusDiagnostics
import ApusYAML
import Foundation
import Testing

struct DocumentationPageTests {
    @Test(arguments: [
        "````yaml openapi/openapi.json patch /api/x\n①openapi: 3.1.0\n````\n",
        "```\n①openapi: 3.1.0\n```\n",
        "```json\n①{\"info\": {}, \"openapi\": \"3.1.0\"}\n```\n",
        "```json\n```\n~~~~ yaml\n①swagger: '2.0'\nx: |\n  ~~~\n~~~~\n",
        "~~~\n# comment\n---\n①openapi: 3.1.0\n~~~~~\n",
        "```yaml\nopenapi2: x\na:\n  openapi: 3\n```\n\n```yaml\n①'openapi': 3.1.0\n```",
        "```json\n{\"a\": {\"openapi\": 1}, \"b\": \"{\\\"openapi\\\": 1\"}\n```\n```\n①openapi: 3.1.0\n",
        "- a list\n\n    ```yaml\n    ①openapi: 3.1.0\n    info: {}\n    ```\n",
        "---\nopenapi: get /pets\n---\n```yaml\n①openapi: 3.1.0\n```\r\n",
        "`openapi: 3`\n``` not a ` fence\n```yaml\r\n①openapi: 3.1.0\r\n```\r\n",
    ])
    func theBlockWithTheDocumentIsRead(block: String) {
        for name in ["page.md", "page.txt", "<stdin>"] {
            let marked = MarkedText("# Update\n\nThis endpoint…\n\n" + block)
            let loaded = Loaded(marked.text, name: name)
            #expect(loaded.findings.isEmpty)
            #expect(loaded.node?.location.text == marked.resolve("①"))
        }
    }

    @Test(arguments: [
        ("# Title\n\nNo block.", "error 1:1 no-embedded-document"),
        ("openapi: 3.1.0", "error 1:1 no-embedded-document"),
        ("```\na: 1\n```", "error 1:1 no-embedded-document"),
        ("```\n①openapi: 3\n```\n\n```\n②openapi: 3\n```", "error ② several-embedded-documents, note ①"),
        ("```\nopenapi: 3\na: ①@\n```", "error ① yaml-syntax, note ①"),
        ("```\n{\"openapi\": ①x}\n```", nil),
        ("```\n{\"openapi\": [①}\n```", "error ① json-syntax"),
    ])
    func whatIsWrongHasItsPlaceInThePage(marked: String, finding: String?) {
        let marked = MarkedText(marked)
        #expect(Loaded(marked.text, name: "page.md").findings == (finding.map { [marked.resolve($0)] } ?? []))
    }

    /// Descriptions are Markdown, so a document may contain fenced code blocks, even with documents in them.
    @Test(arguments: ["test.yaml", "test.txt", "<stdin>"])
    func aDocumentWithBlocksInItsDescriptionsIsNotAPage(name: String) {
        let yaml = """
            openapi: 3.1.0
            info:
              description: |
                ```yaml
                openapi: 2.0.0
                ```
            """
        let loaded = Loaded(yaml, name: name)
        #expect(loaded.findings.isEmpty)
        #expect(loaded.node?["openapi"]?.string == "3.1.0")
    }

    /// The page for which Apus was made, as its documentation site serves it.
    @Test func theSeedIsRead() throws {
        let file = Repository.root.appending(path: "Fixtures/update-conversation/openapi.txt")
        let loaded = Loaded(bytes: Array(try Data(contentsOf: file)), name: "openapi.txt")
        #expect(loaded.findings.isEmpty)
        #expect(loaded.node?["openapi"]?.string == "3.1.0")
        #expect(loaded.node?["openapi"]?.location.text == "13:10")
        #expect(
            loaded.node?["components"]?["schemas"]?.mapping?.entries.map(\.key) == [
                "UpdateConversationRequest", "HTTPValidationError", "ValidationError",
            ])
    }
}
