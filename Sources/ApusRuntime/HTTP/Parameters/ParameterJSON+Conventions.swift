/// As a server with conventions of its own reads texts.
extension ParameterJSON {
    func write(
        _ text: String, _ shape: JSONShape, at path: Path, by conventions: InputConventions,
        to writer: inout JSONWriter,
        _ issues: inout [ValidationIssue]
    ) {
        let kind: ValidationIssue.Kind
        switch shape {
        case .integer: kind = .integerParsing
        case .number: kind = .numberParsing
        case .boolean: kind = .booleanParsing
        case .any, .string, .array, .object:
            let isLiteral = shape == .any && isJSON(TextKind(of: text)) && isLiteral(path)
            if let json = converted[path] ?? (isLiteral ? text : nil) { return writer.write(number: json) }
            return writer.write(text)
        }
        if let json = conventions.laxJSON(text, shape) { return writer.write(number: json) }
        if leavesTexts { return writer.write(text) }
        issues.append(ValidationIssue(kind, path: path))
    }

    /// What a text is that was taken for a string, where the schema will not have one.
    static func json(
        of text: String, for issue: ValidationIssue, by conventions: InputConventions
    ) -> String? {
        let shapes = issue.expectedTypes.compactMap { JSONShape($0) }
        if let json = shapes.lazy.compactMap({ conventions.laxJSON(text, $0) }).first { return json }
        // Nothing but a listed number is left, which is one as it stands.
        return shapes.isEmpty && TextKind(of: text) == .number ? text : nil
    }
}
