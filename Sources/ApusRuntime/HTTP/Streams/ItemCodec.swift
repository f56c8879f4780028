/// How one item is read: leniently by a client, after validation by a server.
struct ItemCodec<Value: JSONDecodable>: Sendable {
    /// The validation of each item by a server.
    struct Demands: Sendable {
        var validate: @Sendable (JSONDocument) -> ValidationIssues?
        /// The error to throw for an item with issues.
        var rejection: @Sendable ([ValidationIssue]) -> any Error
    }

    /// `nil` for a client.
    var demands: Demands?
    /// Whether a client validates items against the schema of their type.
    var isValidated = false

    /// - Throws: for a client, ``ItemStreamError``; for a server, an error to which the router responds with 422.
    func value(_ json: [UInt8], index: Int) throws -> Value {
        guard let demands else {
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
            throw rejection([ValidationIssue(.malformedJSON(error), path: [])], index, demands)
        }
        if let issues = demands.validate(document), !issues.isEmpty { throw rejection(Array(issues), index, demands) }
        do { return try document.root.decode() } catch {
            throw rejection([ValidationIssue(undecodable: error)], index, demands)
        }
    }

    private func rejection(_ issues: [ValidationIssue], _ index: Int, _ demands: Demands) -> any Error {
        demands.rejection(
            issues.map { issue in
                var issue = issue
                issue.path.insert(.index(index), at: 0)
                return issue
            })
    }
}
