import ApusGenerator

/// The output of `apus generate` on standard output: a line for each file.
struct ChangeReport {
    var changes: FolderChanges
    var output: String
    var wording: Wording

    var text: String {
        guard !changes.steps.isEmpty else { return "\(output): up to date" }
        return changes.steps.map(line).joined(separator: "\n")
    }

    private func line(for step: FolderChanges.Step) -> String {
        switch step {
        case .create(let path): "\(wording.creating) \(output)/\(path)"
        case .update(let path): "\(wording.updating) \(output)/\(path)"
        case .remove(let path): "\(wording.removing) \(output)/\(path)"
        }
    }
}

extension ChangeReport {
    struct Wording {
        var creating: String
        var updating: String
        var removing: String

        static let write = Wording(creating: "wrote", updating: "wrote", removing: "removed")
        static let dryRun = Wording(creating: "would write", updating: "would write", removing: "would remove")
        static let check = Wording(creating: "missing:", updating: "out of date:", removing: "left over:")
    }
}
