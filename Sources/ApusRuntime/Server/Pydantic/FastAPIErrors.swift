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
///                  "msg": "String should have at least 1 character", "ctx": {"min_length": 1}}]}
struct FastAPIValidationError: JSONEncodable {
    var entries: [PydanticError]

    init(_ issues: [LocatedIssue]) {
        entries = PydanticSelection.select(issues).flatMap(PydanticError.errors)
    }

    var response: ServerResponse { .json(422, self) }

    func write(to writer: inout JSONWriter) {
        writer.object { $0.write("detail", entries) }
    }
}

extension PydanticError: JSONEncodable {
    func write(to writer: inout JSONWriter) {
        writer.object { object in
            object.write("type", words.type)
            object.write("loc", loc.map(Component.init))
            object.write("msg", words.msg)
            if words.context.isEmpty { return }
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
