import ApusDiagnostics

/// Bytes -> Node.
package struct Loader: Sendable {
    package var limits: Limits

    package init(limits: Limits = Limits()) { self.limits = limits }

    /// Returns the document in a file: as YAML, as JSON, or in a fenced block of a documentation page.
    ///
    /// Errors are reported. If a tree can still be made of the rest (for example, if a key appears twice), it is returned, so that
    /// later stages can report what they find. Otherwise, the result is `nil`.
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

    /// Reads text of unknown format. It is a page only if it has a block with a document and is not a document itself.
    private func readAnything(_ text: SourceText, _ diagnostics: Diagnostics) throws(Diagnostic) -> Node {
        if text.firstSignificantByte != UInt8(ascii: "{") {
            let page = DocumentationPage(text)
            if !page.documents.isEmpty, !page.isDocumentItself {
                return try readYAMLOrJSON(page.document(), diagnostics)
            }
        }
        return try readYAMLOrJSON(text, diagnostics)
    }

    /// Text that may be JSON is read as JSON first: the JSON reader is faster, and libyaml rejects some JSON. Text that is not JSON
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

    /// If the text is neither, the reader that got further reports what is wrong.
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
