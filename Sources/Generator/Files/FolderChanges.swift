/// What separates a folder from what was rendered.
package struct FolderChanges: Sendable, Equatable {
    package enum Step: Sendable, Equatable {
        case create(String)
        case update(String)
        case remove(String)
    }

    package var steps: [Step] = []
    /// Files that stand where a generated one belongs and that Apus did not write.
    package var foreign: [String] = []
    /// Files that are no longer generated, but whose content is not what Apus wrote: they stay.
    package var edited: [String] = []

    package var isEmpty: Bool {
        steps.isEmpty && foreign.isEmpty
    }
}
