import ApusDiagnostics
import ApusGenerator
import ApusRendering
import Testing

/// `documents` of apus.yaml: several documents whose sources share a folder and a module.
struct SeveralDocumentsTests {
    private func generate(_ settings: String) -> (paths: [String], report: [String]) {
        let diagnostics = Diagnostics()
        let file = SourceFile(name: "apus.yaml", bytes: Array(settings.utf8))
        let configuration = ConfigurationReader(diagnostics: diagnostics).read(file)
        let documents = configuration.documentPaths.map { path in
            let title = path == "b.yaml" ? "Beta API" : "Alpha API"
            let text = """
                openapi: 3.1.0
                info: {title: \(title), version: "1"}
                paths: {/x: {get: {operationId: get, responses: {'200': {description: It.}}}}}
                """
            return SourceFile(name: path, bytes: Array(text.utf8))
        }
        let files = Pipeline(configuration: configuration, diagnostics: diagnostics).sources(of: documents) ?? []
        let report = diagnostics.all.map { "\($0.location.line):\($0.location.column): \($0.message)" }
        return (files.map(\.path).sorted(), report)
    }

    @Test(
        arguments: [
            ("documents: [a.yaml, b.yaml]", ["Alpha", "Beta"]),
            ("documents: [a.yaml, {document: c.yaml, namespace: Second}]", ["Alpha", "Second"]),
            ("namespace: Ignored\ndocuments: [a.yaml, b.yaml]", ["Alpha", "Beta"]),
        ])
    func filesAreNamedForTheNamespaces(_ settings: String, _ namespaces: [String]) {
        let (paths, report) = generate(settings)
        #expect(paths.filter { $0.hasSuffix("Client.swift") } == namespaces.map { "\($0)Client.swift" })
        #expect(paths.allSatisfy { path in namespaces.contains { path.hasPrefix($0) } })
        #expect(report == [])
    }

    @Test
    func anEntryHasSettingsOfItsOwn() {
        let (paths, _) = generate("emit: [client]\ndocuments: [a.yaml, {document: b.yaml, emit: [server]}]")
        #expect(paths == ["AlphaClient.swift", "BetaServer.swift"])
    }

    @Test(arguments: [
        (
            "documents: [a.yaml, c.yaml]",
            "1:21: two documents have the namespace 'Alpha': give one of them another with 'namespace'"
        ),
        ("documents: a.yaml", "1:12: 'documents' is expected to be a list of documents, not 'a.yaml'"),
        ("documents: [{namespace: X}]", "1:13: the entry has no 'document'"),
        (
            "documents: [{document: a.yaml, output: x}]",
            "1:40: 'output' applies to all documents: it belongs beside 'documents'"
        ),
        ("overlays: a.yaml", "1:11: 'overlays' is expected to be a list of files, not 'a.yaml'"),
    ])
    func aClashOfDocumentsIsReported(_ settings: String, _ message: String) {
        #expect(generate(settings).report == [message])
    }
}
