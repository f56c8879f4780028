/// The issues that a schema reports for one reading of a text lead to the next reading.
extension ParameterJSON {
    /// Changes how places are read, and returns whether that may resolve any of the issues.
    mutating func rereads(_ issues: [ValidationIssue]) -> Bool {
        let written = self
        var changed = false
        var members: [Path: Int] = [:]
        for issue in issues where issue.isAboutKind {
            guard let (reading, shape) = written.reading(at: issue.path), shape == .any else { continue }
            if let conventions, case .text(let text) = reading {
                if converted[issue.path] == nil, let json = Self.json(of: text, for: issue, by: conventions) {
                    converted[issue.path] = json
                    changed = true
                    continue
                }
                // The conventions do not support objects in parameters; a parameter that is a single text is never `null`.
                if issue.path.isEmpty { continue }
            }
            if case .text(let text) = reading, isJSON(TextKind(of: text)),
                readsOtherwise(issue.path, wasLiteral: written.isLiteral(issue.path))
            {
                changed = true
                // A map's values are alike, so that not each of them needs another reading.
                members[Self.sibling(issue.path), default: 0] += 1
            } else if isXML, case .text("") = reading, issue.wantsObject {
                if objects.insert(issue.path).inserted { changed = true }
            } else if isMisread(issue, reading), toggled.insert(issue.path).inserted {
                changed = true
            }
        }
        literals.formUnion(members.filter { $0.value >= Self.manyMembers }.keys)
        return changed
    }

    /// A text that was read as a string may be valid as a number, a boolean or `null`, and vice versa.
    private mutating func readsOtherwise(_ path: Path, wasLiteral: Bool) -> Bool {
        if wasLiteral { return strings.insert(path).inserted }
        // Another element of the same array may already have led to this.
        return literals.insert(Self.general(path)).inserted || !strings.contains(path)
    }

    /// Whether the value is an array and should be a single text, or vice versa.
    private func isMisread(_ issue: ValidationIssue, _ reading: Reading) -> Bool {
        let isList = if case .list = reading { true } else { false }
        return switch issue.kind {
        case .type(let types): types.contains(.array) != isList
        case .model: isList
        case .enumeration: false
        default: true
        }
    }

    /// `tags[3]` -> `tags[any]`: what is true for one element is usually true for all.
    static func general(_ path: Path) -> Path {
        path.map { component in
            if case .index = component { .index(-1) } else { component }
        }
    }

    /// `limits.a` -> `limits.any`
    static func sibling(_ path: Path) -> Path { general(path.dropLast() + [.index(-1)]) }

    /// For a text that is not a number, "unable to parse" is more precise than "not an integer".
    func parsingIssues(_ problem: ParameterProblem) -> ParameterProblem {
        ParameterProblem(problem.issues.prefix(Validator.standardLimit).map(parsingIssue))
    }

    private func parsingIssue(_ issue: ValidationIssue) -> ValidationIssue {
        guard let kind = parsing(issue) else { return issue }
        var result = ValidationIssue(kind, path: issue.path)
        result.note = issue.note
        return result
    }

    private func parsing(_ issue: ValidationIssue) -> ValidationIssue.Kind? {
        switch issue.kind {
        case .anyOf(let branches): return .anyOf(branches.map { $0.map(parsingIssue) })
        case .type(let types):
            guard types.count == 1, case .text(let text)? = reading(at: issue.path)?.reading else { return nil }
            return switch types[0] {
            case .integer: .integerParsing
            case .number where TextKind(of: text) != .number: .numberParsing
            case .boolean: .booleanParsing
            case .null, .number, .string, .array, .object: nil
            }
        default: return nil
        }
    }
}
