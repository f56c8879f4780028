import HTTPTypes

/// FastAPI's plain error: `{"detail": "Not Found"}`.
struct FastAPIError: JSONEncodable {
    var status: HTTPResponse.Status
    var detail: String

    init(_ status: HTTPResponse.Status, _ detail: String?) {
        self.status = status
        self.detail = detail ?? (status == .unauthorized ? "Not authenticated" : status.reasonPhrase)
    }

    var response: ServerResponse { .json(status.code, self) }

    func write(to writer: inout JSONWriter) {
        writer.object { $0.write("detail", detail) }
    }
}

/// FastAPI's `HTTPValidationError`, with an entry for each issue:
///
///     {"detail": [{"type": "string_too_short", "loc": ["body", "title"],
///                  "msg": "String should have at least 1 character", "input": "", "ctx": {"min_length": 1}}]}
struct FastAPIValidationError: JSONEncodable {
    private var entries: [Entry]

    /// How many bytes of input an answer repeats: a small bad request does not ask for a large answer.
    static let inputLimit = 1 << 20

    init(_ issues: [LocatedIssue], _ details: ServerErrorFormat.Details, secrets: Set<String>) {
        let errors = PydanticSelection.select(issues).flatMap(PydanticError.errors)
        var remaining = Self.inputLimit
        entries = errors.map { error in
            var entry = Entry(error: error, hasContext: details.contains(.context))
            if details.contains(.input), let input = error.input(hiding: secrets, limit: remaining) {
                remaining -= min(input.approximateSize, remaining)
                entry.input = input
            }
            return entry
        }
    }

    var response: ServerResponse { .json(422, self) }

    func write(to writer: inout JSONWriter) {
        writer.object { $0.write("detail", entries) }
    }
}

private struct Entry: JSONEncodable {
    var error: PydanticError
    var input: JSONValue?
    var hasContext: Bool

    func write(to writer: inout JSONWriter) {
        let words = error.words
        writer.object { object in
            object.write("type", words.type)
            object.write("loc", error.loc.map(Component.init))
            object.write("msg", words.msg)
            object.write("input", input)
            if words.context.isEmpty || !hasContext { return }
            let context = words.context.map { ($0.key, $0.value) }
            object.write("ctx", JSONValue.object(Dictionary(context) { $1 }))
        }
    }

    private struct Component: JSONEncodable {
        var component: JSONPathComponent

        func write(to writer: inout JSONWriter) {
            switch component {
            case .key(let key): writer.write(key)
            case .index(let index): writer.write(index)
            }
        }
    }
}
