import ApusDiagnostics

/// Enforces the limits on a document while it is read.
struct Budget {
    private let limits: Limits
    private var nodes: Int

    init(_ limits: Limits) {
        self.limits = limits
        nodes = limits.takenNodes
    }

    func checkDepth(_ depth: Int, at location: SourceLocation) throws(Diagnostic) {
        guard depth > limits.depth else { return }
        throw Diagnostic(
            defect: .nestingTooDeep,
            message: "values are nested more than \(limits.depth) deep",
            location: location
        )
    }

    mutating func spend(_ count: Int, at location: SourceLocation) throws(Diagnostic) {
        nodes += count
        guard nodes > limits.nodes else { return }
        throw Diagnostic(
            defect: .tooManyNodes,
            message: "the document contains more than \(limits.nodes) values with its aliases expanded",
            location: location
        )
    }
}
