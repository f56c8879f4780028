import ApusDiagnostics
import ApusYAML

/// Where the other files of a document come from: reading asks for them, and touches no file system itself.
package protocol DocumentSource: AnyObject {
    /// The file with this URI, which has no fragment: relative to the document's folder, `schemas/pet.yaml`, or
    /// absolute. A file that two URIs name is loaded once.
    func load(_ uri: String) throws(SourceError) -> LoadedFile
}

package enum LoadedFile {
    /// The document itself, by another way.
    case document
    /// `nil`: it could not be made sense of, which was reported with its place in the file.
    case file(Node?)
}

/// Why there is no such file.
package struct SourceError: Error {
    package let defect: Defect
    /// Goes on where the reference's text ends: `'pet.yaml' cannot be read: ...`
    package let message: String

    package init(_ defect: Defect, _ message: String) {
        self.defect = defect
        self.message = message
    }
}
