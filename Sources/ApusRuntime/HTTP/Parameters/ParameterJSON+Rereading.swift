/// What a schema has against one reading of a text leads to the next.
extension ParameterJSON {
    /// Whether any of the issues may go away when its place is read in another way.
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
                // They have no objects in parameters; a parameter that is one text is never `null`.
                if issue.path.isEmpty { continue }
            }
            if case .text(let text) = reading, isJSON(TextKind(of: text)),
                readsOtherwise(issue.path, wasLiteral: written.isLiteral(issue.path))
            {
                changed = true
                // A map's values are alike: not each of them costs a reading.
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

    /// A text that was taken for a string might do as a number, a boolean or `null`, and the other way round.
    private mutating func readsOtherwise(_ path: Path, wasLiteral: Bool) -> Bool {
        if wasLiteral { return strings.insert(path).inserted }
        // Another element of the same array may have said so before.
        return literals.insert(Self.general(path)).inserted || !strings.contains(path)
    }

    /// Whether the value is an array and should be one text, or the other way round.
    private func isMisread(_ issue: ValidationIssue, _ reading: Reading) -> Bool {
        let isList = if case .list = reading { true } else { false }
        return switch issue.kind {
        case .type(let types): types.contains(.array) != isList
        case .model: isList
        case .enumeration: false
        default: true
        }
    }

    /// `tags[3]` -> `tags[any]`: what holds for one element mostly holds for all.
    static func general(_ path: Path) -> Path {
        path.map { component in
            if case .index = component { .index(-1) } else { component }
        }
    }

    /// `limits.a` -> `limits.any`
    static func sibling(_ path: Path) -> Path { general(path.dropLast() + [.index(-1)]) }

    /// For a text that is not a number, "unable to parse" says more than "not an integer".
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
