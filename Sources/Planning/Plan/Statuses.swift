extension ResponsePlan.Status {
    package var code: Int? {
        if case .code(let code) = self { code } else { nil }
    }

    /// Whether the status is part of the answer's value: `4XX`, `default`.
    package var isOpen: Bool {
        code == nil
    }

    /// The status that a server sends if its author names none: one of the range, 200 for `default`.
    package var typical: Int {
        switch self {
        case .code(let code): code
        case .range(let hundred): hundred * 100
        case .default: 200
        }
    }

    /// The statuses that a client takes for a success, of an operation that has several.
    package var successes: Range<Int> {
        switch self {
        case .code(let code): code..<(code + 1)
        case .range(let hundred): hundred * 100..<(hundred + 1) * 100
        case .default: 200..<300
        }
    }

    /// The statuses that a client takes for a failure, where nothing else is declared for them.
    package var failures: Range<Int> {
        switch self {
        case .code(let code): code..<(code + 1)
        case .range(let hundred): hundred * 100..<(hundred + 1) * 100
        case .default: 100..<600
        }
    }
}

extension Plan {
    /// What a client checks of a value that it sends: what its type does not guarantee, if validators are generated.
    package func clientCheck(_ check: Check?, of type: TypeReference) -> Check? {
        guard let check, options.parts.contains(.validators), check.exceeds(type) else { return nil }
        return check
    }
}
