/// How one item is read: by a client leniently, by a server after it was validated.
struct ItemCodec<Value: JSONDecodable>: Sendable {
    typealias Validation = @Sendable (JSONDocument) -> ValidationIssues?

    /// What a server demands of each item; `nil` for a client.
    var validation: Validation?
    /// Whether a client validates items against the schema of their type.
    var isValidated = false

    /// - Throws: for a client ``ItemStreamError``, for a server what makes the router answer 422.
    func value(_ json: [UInt8], index: Int) throws -> Value {
        guard let validation else {
            let text = { String(decoding: json.prefix(1_000), as: UTF8.self) }
            if isValidated, let type = Value.self as? any Validated.Type {
                let issues = Validator.validate(response: json, as: type)
                guard issues.isValid else { throw ItemStreamError.invalid(index: index, text: text(), Array(issues)) }
            }
            do { return try Value(jsonBytes: json) } catch {
                throw ItemStreamError.malformed(index: index, text: text(), error)
            }
        }
        let document: JSONDocument
        do { document = try JSONDocument(json) } catch {
            throw rejection([ValidationIssue(.malformedJSON(error), path: [])], index)
        }
        if let issues = validation(document), !issues.isEmpty { throw rejection(Array(issues), index) }
        do { return try document.root.decode() } catch {
            throw rejection([ValidationIssue(undecodable: error)], index)
        }
    }

    private func rejection(_ issues: [ValidationIssue], _ index: Int) -> InputRejection {
        let located = issues.map { issue in
            var issue = issue
            issue.path.insert(.index(index), at: 0)
            return LocatedIssue(issue, in: .body)
        }
        return InputRejection(refusal: nil, issues: located)
    }
}
