extension ResponsePlan.Status {
    package var code: Int? {
        if case .code(let code) = self { code } else { nil }
    }

    /// Whether the status is part of the response's value: `4XX`, `default`.
    package var isOpen: Bool {
        code == nil
    }

    /// The status that a server sends if its author does not specify one: one in the range, 200 for `default`.
    package var typical: Int {
        switch self {
        case .code(let code): code
        case .range(let hundred): hundred * 100
        case .default: 200
        }
    }

    /// The statuses that a client treats as this success if the operation has several.
    package var successes: Range<Int> {
        switch self {
        case .code(let code): code..<(code + 1)
        case .range(let hundred): hundred * 100..<(hundred + 1) * 100
        case .default: 200..<300
        }
    }

    /// The statuses that a client treats as this failure, unless something else is declared for them.
    package var failures: Range<Int> {
        switch self {
        case .code(let code): code..<(code + 1)
        case .range(let hundred): hundred * 100..<(hundred + 1) * 100
        case .default: 100..<600
        }
    }
}

extension Plan {
    /// The check of a value that a client sends; `nil` if its type guarantees the check, or if validators are not generated.
    package func clientCheck(_ check: Check?, of type: TypeReference) -> Check? {
        guard let check, options.parts.contains(.validators), check.exceeds(type) else { return nil }
        return check
    }
}
