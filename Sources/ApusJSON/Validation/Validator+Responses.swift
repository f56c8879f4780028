extension Validator {
    /// Validates the JSON text of a response against the schema of a type that is only known at run time.
    package static func validate(response bytes: [UInt8], as type: any Validated.Type) -> ValidationIssues {
        func issues<T: Validated>(_ type: T.Type, _ document: JSONDocument) -> ValidationIssues {
            validate(type, document, direction: .responses)
        }
        // Invalid JSON is reported when it is read.
        guard let document = try? JSONDocument(bytes) else { return ValidationIssues() }
        return issues(type, document)
    }
}
