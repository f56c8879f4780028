/// The differences between a folder and the rendered files.
package struct FolderChanges: Sendable, Equatable {
    package enum Step: Sendable, Equatable {
        case create(String)
        case update(String)
        case remove(String)
    }

    package var steps: [Step] = []
    /// Files in the place of generated ones that Apus did not write.
    package var foreign: [String] = []
    /// Files that are no longer generated, but whose content is not what Apus wrote: they are kept.
    package var edited: [String] = []

    package var isEmpty: Bool {
        steps.isEmpty && foreign.isEmpty
    }
}
