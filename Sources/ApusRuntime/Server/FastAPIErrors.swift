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
        entries = issues.flatMap { issue in
            let loc = [JSONPathComponent.key(issue.location.rawValue)] + issue.issue.path
            return PydanticError.errors(for: issue.issue, at: loc)
        }
    }

    var response: ServerResponse { .json(422, self) }

    func write(to writer: inout JSONWriter) {
        writer.object { $0.write("detail", entries) }
    }
}

extension PydanticError: JSONEncodable {
    func write(to writer: inout JSONWriter) {
        writer.object { object in
            object.write("type", type)
            object.write("loc", loc.map(Component.init))
            object.write("msg", msg)
            if let context { object.write("ctx", [context.key: context.value]) }
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
