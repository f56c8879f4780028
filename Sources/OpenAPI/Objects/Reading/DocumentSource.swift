import ApusDiagnostics
import ApusYAML

/// The source of the other files of a document. The reader asks for them and does not access the file system itself.
package protocol DocumentSource: AnyObject {
    /// Returns the file with this URI, which has no fragment. It is absolute or relative to the document's folder:
    /// `schemas/pet.yaml`. A file that has two URIs is loaded once.
    func load(_ uri: String) throws(SourceError) -> LoadedFile
}

package enum LoadedFile {
    /// The document itself, under another URI.
    case document
    /// `nil` if the file could not be understood, which was reported with the location in the file.
    case file(Node?)
}

/// The reason why there is no such file.
package struct SourceError: Error {
    package let defect: Defect
    /// Continues after the reference's text: `'pet.yaml' cannot be read: ...`
    package let message: String

    package init(_ defect: Defect, _ message: String) {
        self.defect = defect
        self.message = message
    }
}
