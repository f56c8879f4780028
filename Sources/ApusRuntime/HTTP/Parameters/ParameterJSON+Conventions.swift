/// Reading texts in a server with its own conventions.
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

    /// The JSON for a text that was read as a string although the schema does not allow a string.
    static func json(
        of text: String, for issue: ValidationIssue, by conventions: InputConventions
    ) -> String? {
        let shapes = issue.expectedTypes.compactMap { JSONShape($0) }
        if let json = shapes.lazy.compactMap({ conventions.laxJSON(text, $0) }).first { return json }
        // The only remaining case is a number that the schema lists, which is used as it is.
        return shapes.isEmpty && TextKind(of: text) == .number ? text : nil
    }
}
