import ApusDiagnostics
import ApusOpenAPI
import ApusPlanning
import ApusRendering
import ApusYAML

/// bytes -> Node -> Document -> Plan -> files: the stages in their order, each with the same collector of diagnostics.
package struct Pipeline: Sendable {
    package enum Mode: Sendable {
        case write
        /// Compares what would be written with what is there.
        case compare
    }

    package var configuration: Configuration
    package var diagnostics: Diagnostics

    package init(configuration: Configuration, diagnostics: Diagnostics) {
        self.configuration = configuration
        self.diagnostics = diagnostics
        if configuration.isStrict == true { diagnostics.weighing = .strict }
    }

    /// Updates the folder `output` to match the documents, or returns the changes that this would need. `nil`, with the reasons in
    /// `diagnostics`, if nothing could be generated or written.
    package func run(_ documents: [SourceFile], output: String, mode: Mode) -> FolderChanges? {
        guard let files = sources(of: documents) else { return nil }
        return write(files, from: documents, to: OutputFolder(path: output), mode: mode)
    }

    /// The sources for one document, or for those of `Configuration.documents`; `nil`, with the reasons in `diagnostics`,
    /// if there can be none.
    package func sources(of documents: [SourceFile]) -> [RenderedFile]? {
        guard let entries = configuration.documents else {
            return documents.first.flatMap { namespaced($0)?.files }
        }
        var namespaces: Set<String> = []
        var files: [RenderedFile] = []
        for (entry, document) in zip(entries, documents) {
            var pipeline = self
            pipeline.configuration = configuration.forDocument(entry)
            guard let (namespace, sources) = pipeline.namespaced(document) else { continue }
            if !namespaces.insert(namespace).inserted {
                let message =
                    "two documents have the namespace '\(namespace)': give one of them another with 'namespace'"
                diagnostics.report(.invalidConfiguration, message, at: entry.location)
            }
            files += sources.map { RenderedFile(path: namespace + $0.path, text: $0.text) }
        }
        return maySucceed ? files : nil
    }

    package func sources(of document: SourceFile) -> [RenderedFile]? { sources(of: [document]) }

    private func namespaced(_ file: SourceFile) -> (namespace: String, files: [RenderedFile])? {
        guard let document = document(in: file), maySucceed else { return nil }
        let plan = plan(document)
        guard maySucceed, let files = render(plan) else { return nil }
        return (plan.namespace ?? plan.api.name, files)
    }

    /// Loads and reads the document, leaves out what filters exclude, and checks the rest.
    package func document(in file: SourceFile) -> Document? {
        guard var node = Loader().load(file: file, diagnostics: diagnostics) else { return nil }
        for path in configuration.overlays ?? [] {
            guard let overlay = overlay(path) else { return nil }
            node = overlay.applied(to: node, diagnostics: diagnostics)
        }
        let reader = DocumentReader(diagnostics: diagnostics, source: source(of: file, root: node))
        guard let document = reader.read(node, sourceName: file.lastPathComponent) else { return nil }
        let options = configuration.planOptions
        PinChecks(document: document, options: options, diagnostics: diagnostics).check()
        let filtered = FilteredDocument(document: document, filter: options.filter, diagnostics: diagnostics).filtered()
        filtered.check(diagnostics)
        return filtered
    }

    private func overlay(_ path: String) -> Overlay? {
        guard let file = DocumentFile.read(path, diagnostics: diagnostics),
            let root = Loader().load(file: file, diagnostics: diagnostics)
        else { return nil }
        return Overlay(root, diagnostics: diagnostics)
    }

    /// The other files of the document. A document from standard input is not in a folder.
    private func source(of file: SourceFile, root: Node) -> ReferencedFiles? {
        guard file.name != DocumentFile.standardInputName else { return nil }
        let folders = configuration.referenceFolders
        return ReferencedFiles(document: file, root: root, folders: folders, diagnostics: diagnostics)
    }

    package func plan(_ document: Document) -> Plan {
        Planner(document: document, options: configuration.planOptions, diagnostics: diagnostics).plan()
    }

    package func render(_ plan: Plan) -> [RenderedFile]? {
        do throws(TemplateError) {
            let templates = try TemplateSet(overrides: configuration.templates)
            let files = Renderer(templates: templates).render(plan)
            let complete = configuration.shards.map { OutputNames.complete(files, shards: $0) } ?? files
            guard let prefix = configuration.filePrefix else { return complete }
            return complete.map { RenderedFile(path: prefix + $0.path, text: $0.text) }
        } catch {
            diagnostics.report(.invalidTemplate, error.message, inFile: error.path, line: error.line)
            return nil
        }
    }

    private func write(
        _ files: [RenderedFile],
        from documents: [SourceFile],
        to folder: OutputFolder,
        mode: Mode
    ) -> FolderChanges? {
        let source = Manifest.Source(
            name: documents.map(\.lastPathComponent).joined(separator: ", "),
            hash: ContentHash(documents.flatMap(\.bytes))
        )
        let writer = FileWriter(folder: folder, version: apusVersion, source: source)
        do throws(FileError) {
            let changes = mode == .write ? try writer.write(files) : try writer.changes(for: files)
            report(changes, in: folder)
            return changes.foreign.isEmpty ? changes : nil
        } catch {
            diagnostics.report(.unwritableOutput, "cannot be written: \(error.reason)", inFile: error.path)
            return nil
        }
    }

    private func report(_ changes: FolderChanges, in folder: OutputFolder) {
        for path in changes.foreign {
            let message =
                "Apus did not write this file, but would write one with its name: move it, or choose another output"
            diagnostics.report(.foreignFile, message, inFile: folder.path + "/" + path)
        }
        for path in changes.edited {
            let message =
                "this file is no longer generated, but was edited, so it is kept: remove it if nothing needs it"
            diagnostics.report(.editedFile, message, inFile: folder.path + "/" + path)
        }
    }

    private var maySucceed: Bool {
        configuration.allowsErrors == true || !diagnostics.hasErrors
    }
}
