import HTTPTypes

/// The responses of FastAPI.
enum FastAPIAnswer {
    /// The number of bytes of input that a response repeats, so that a small invalid request cannot cause a large response.
    static let inputLimit = 1 << 20

    /// A plain error: `{"detail": "Not Found"}`.
    static func refusal(_ status: HTTPResponse.Status, _ detail: String?) -> ServerResponse {
        let detail = detail ?? (status == .unauthorized ? "Not authenticated" : status.reasonPhrase)
        return .json(status.code, WrittenJSON { writer in writer.object { $0.write("detail", detail) } })
    }

    /// FastAPI's `HTTPValidationError`, with an entry for each issue:
    ///
    ///     {"detail": [{"type": "string_too_short", "loc": ["body", "title"],
    ///                  "msg": "String should have at least 1 character", "input": "", "ctx": {"min_length": 1}}]}
    static func invalid(
        _ issues: [LocatedIssue], _ details: ServerErrorFormat.Details, secrets: Set<String>
    ) -> ServerResponse {
        var remaining = inputLimit
        let entries = IssueSelection.select(issues).flatMap(FastAPIIssue.issues).map { issue in
            var input: JSONValue?
            if details.contains(.input) {
                input = issue.input(hiding: secrets, limit: remaining)
                remaining -= min(input?.approximateSize ?? 0, remaining)
            }
            return WrittenJSON { [input] in
                write(issue, input, hasContext: details.contains(.context), to: &$0)
            }
        }
        return .json(422, WrittenJSON { writer in writer.object { $0.write("detail", entries) } })
    }

    private static func write(
        _ issue: FastAPIIssue, _ input: JSONValue?, hasContext: Bool, to writer: inout JSONWriter
    ) {
        let words = issue.words
        writer.object { object in
            object.write("type", words.type)
            object.write("loc", issue.loc.map { component in WrittenJSON { write(component, to: &$0) } })
            object.write("msg", words.msg)
            object.write("input", input)
            if words.context.isEmpty || !hasContext { return }
            let context = words.context.map { ($0.key, $0.value) }
            object.write("ctx", JSONValue.object(Dictionary(context) { $1 }))
        }
    }

    private static func write(_ component: JSONPathComponent, to writer: inout JSONWriter) {
        switch component {
        case .key(let key): writer.write(key)
        case .index(let index): writer.write(index)
        }
    }
}
