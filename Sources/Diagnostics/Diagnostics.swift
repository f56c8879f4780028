#if canImport(os)
    import os
#else
    import Synchronization
#endif

/// Collects what every stage finds, and owns the source files so that locations can be shown.
///
/// Stages report problems and continue, so that one run shows all of them. A finding that is equal to an earlier one is dropped.
/// The first 1,000 of each severity are kept and the rest are only counted, since a hostile document could have millions.
package final class Diagnostics: Sendable {
    package static let keptOfEachSeverity = 1_000

    private struct State: Sendable {
        var weighing = Weighing.generation
        var files: [SourceFile] = []
        var kept: [Diagnostic] = []
        var seen: Set<Diagnostic> = []
        var counts: [Severity: Int] = [:]
        var defects: [Defect: Int] = [:]
    }

    // macOS has `Mutex` from version 15 on; both locks have the same `withLock`.
    #if canImport(os)
        private let state = OSAllocatedUnfairLock(initialState: State())
    #else
        private let state = Mutex(State())
    #endif

    package init(weighing: Weighing = .generation) { self.weighing = weighing }

    /// How findings are weighed from now on.
    package var weighing: Weighing {
        get { state.withLock { $0.weighing } }
        set { state.withLock { $0.weighing = newValue } }
    }

    package func add(file: SourceFile) -> FileID {
        state.withLock { state in
            state.files.append(file)
            return FileID(rawValue: UInt32(clamping: state.files.count - 1))
        }
    }

    package func file(_ id: FileID) -> SourceFile? {
        state.withLock { state in
            let index = Int(id.rawValue)
            return state.files.indices.contains(index) ? state.files[index] : nil
        }
    }

    package func report(
        _ defect: Defect,
        _ message: String,
        at location: SourceLocation,
        notes: [(String, SourceLocation)] = []
    ) {
        let notes = notes.map { Diagnostic.Note(message: $0.0, location: $0.1) }
        report(Diagnostic(defect: defect, message: message, location: location, notes: notes))
    }

    package func report(_ diagnostic: Diagnostic) {
        state.withLock { state in
            var diagnostic = diagnostic
            diagnostic.severity = state.weighing.severity(of: diagnostic.defect)
            guard !state.seen.contains(diagnostic) else { return }
            let count = state.counts[diagnostic.severity, default: 0] + 1
            state.counts[diagnostic.severity] = count
            state.defects[diagnostic.defect, default: 0] += 1
            guard count <= Self.keptOfEachSeverity else { return }
            state.seen.insert(diagnostic)
            state.kept.append(diagnostic)
        }
    }

    /// Removes the diagnostics about parts that are of no concern.
    package func forget(_ isOfNoConcern: (Diagnostic) -> Bool) {
        state.withLock { state in
            for diagnostic in state.kept where isOfNoConcern(diagnostic) {
                state.counts[diagnostic.severity, default: 0] -= 1
                state.defects[diagnostic.defect, default: 0] -= 1
                if state.defects[diagnostic.defect] == 0 { state.defects[diagnostic.defect] = nil }
                state.seen.remove(diagnostic)
            }
            state.kept.removeAll(where: isOfNoConcern)
        }
    }

    /// The diagnostics that were kept, in the order of the reports.
    package var all: [Diagnostic] { state.withLock { $0.kept } }

    package var hasErrors: Bool { errorCount > 0 }
    package var errorCount: Int { count(.error) }
    package var warningCount: Int { count(.warning) }

    /// The defects that were found, in the order of their table, and how often. Diagnostics that were not kept are included.
    package var counts: [(defect: Defect, count: Int)] {
        let counts = state.withLock { $0.defects }
        return Defect.allCases.compactMap { defect in counts[defect].map { (defect, $0) } }
    }

    /// The number of diagnostics that were reported, including those that were not kept.
    package func count(_ severity: Severity) -> Int { state.withLock { $0.counts[severity, default: 0] } }
}
