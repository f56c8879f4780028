/// How a finding is shown. Errors stop the run before anything is written.
package enum Severity: String, Comparable, CaseIterable, Sendable {
    case note, warning, error

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rank < rhs.rank }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// The purpose for which findings are weighed.
package enum Weighing: Sendable {
    /// The aim is code: only a defect that prevents correct code is an error.
    case generation
    /// The aim is to check the document itself: every broken MUST is an error.
    case validation
    /// The user asks for stricter rules: every warning is an error.
    case strict

    package func severity(of defect: Defect) -> Severity {
        switch defect.level {
        case .error: .error
        case .leftOut, .warning: makesError(defect) ? .error : .warning
        case .note: .note
        }
    }

    private func makesError(_ defect: Defect) -> Bool {
        switch self {
        case .generation: false
        case .validation: defect.rule?.isRequirement == true
        case .strict: true
        }
    }
}
