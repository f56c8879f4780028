import ApusDiagnostics

/// Bytes -> Node.
package struct Loader: Sendable {
    package var limits: Limits

    package init(limits: Limits = Limits()) { self.limits = limits }

    /// The document that a file holds, in YAML, in JSON, or in a fenced block of a documentation page.
    ///
    /// What is wrong is reported. Where a tree can still be made of the rest (a key that stands twice) it is returned,
    /// so that the later stages can report what they find; where it cannot, the answer is `nil`.
    package func load(file: SourceFile, diagnostics: Diagnostics) -> Node? {
        let id = diagnostics.add(file: file)
        do {
            let text = SourceText(file, id: id)
            try checkSize(file, text)
            try TextEncoding.check(file, text)
            return try read(text, SourceFormat(pathExtension: file.pathExtension), diagnostics)
        } catch {
            diagnostics.report(error)
            return nil
        }
    }

    private func checkSize(_ file: SourceFile, _ text: SourceText) throws(Diagnostic) {
        let bytes = file.bytes.count + limits.takenBytes
        guard bytes > limits.bytes else { return }
        throw Diagnostic(
            defect: .inputTooLarge,
            message: "the input has \(bytes) bytes, the limit is \(limits.bytes)",
            location: SourceLocation(file: text.file)
        )
    }

    private func read(
        _ text: SourceText,
        _ format: SourceFormat,
        _ diagnostics: Diagnostics
    ) throws(Diagnostic) -> Node {
        switch format {
        case .json: try JSONReader.read(text, limits: limits, diagnostics: diagnostics)
        case .yaml: try readYAMLOrJSON(text, diagnostics)
        case .page: try readYAMLOrJSON(DocumentationPage(text).document(), diagnostics)
        case .unknown: try readAnything(text, diagnostics)
        }
    }

    /// Text that does not say what it is: a page only if it has a block with a document and is none itself.
    private func readAnything(_ text: SourceText, _ diagnostics: Diagnostics) throws(Diagnostic) -> Node {
        if text.firstSignificantByte != UInt8(ascii: "{") {
            let page = DocumentationPage(text)
            if !page.documents.isEmpty, !page.isDocumentItself {
                return try readYAMLOrJSON(page.document(), diagnostics)
            }
        }
        return try readYAMLOrJSON(text, diagnostics)
    }

    /// JSON is tried first on what may be JSON: its reader is faster, and libyaml refuses some of it. What is not JSON
    /// may still be YAML in flow style.
    private func readYAMLOrJSON(_ text: SourceText, _ diagnostics: Diagnostics) throws(Diagnostic) -> Node {
        guard text.firstSignificantByte == UInt8(ascii: "{") || text.firstSignificantByte == UInt8(ascii: "[") else {
            return try YAMLReader.read(text, limits: limits, diagnostics: diagnostics)
        }
        do {
            return try JSONReader.read(text, limits: limits, diagnostics: diagnostics)
        } catch {
            guard error.defect == .jsonSyntax else { throw error }
            return try readFlow(text, diagnostics, orElse: error)
        }
    }

    /// Of what is neither, the reader that got further tells what is wrong.
    private func readFlow(
        _ text: SourceText,
        _ diagnostics: Diagnostics,
        orElse jsonError: Diagnostic
    ) throws(Diagnostic) -> Node {
        do {
            return try YAMLReader.read(text, limits: limits, diagnostics: diagnostics)
        } catch {
            let isAboutYAML = error.defect != .yamlSyntax || error.location > jsonError.location
            throw isAboutYAML ? error : jsonError
        }
    }
}
