import HTTPTypes

/// A problem as defined in RFC 9457, without a type of its own (`about:blank`):
///
///     {"title": "Unprocessable Content", "status": 422,
///      "errors": [{"pointer": "#/title", "detail": "...", "kind": "minLength"}]}
struct ProblemDetails {
    var status: HTTPResponse.Status
    var detail: String?
    var issues: [LocatedIssue] = []

    var response: ServerResponse {
        .json(status.code, WrittenJSON { write(to: &$0) }, contentType: "application/problem+json")
    }

    private func write(to writer: inout JSONWriter) {
        writer.object { object in
            object.write("title", status.reasonPhrase)
            object.write("status", status.code)
            object.write("detail", detail)
            object.write("errors", issues.isEmpty ? nil : entries)
        }
    }

    /// For the body, `pointer`. For a parameter, `in` and `name`, and also `pointer` for a location inside the value.
    private var entries: [WrittenJSON] {
        issues.map { issue in
            WrittenJSON { writer in
                writer.object { object in
                    var path = issue.issue.path[...]
                    if issue.location != .body {
                        object.write("in", issue.location.rawValue)
                        if case .key(let name) = path.popFirst() { object.write("name", name) }
                    }
                    if issue.location == .body || !path.isEmpty { object.write("pointer", Self.pointer(path)) }
                    object.write("detail", issue.issue.message)
                    object.write("kind", issue.issue.kind.name)
                }
            }
        }
    }

    /// A JSON pointer as a URI fragment (RFC 6901, section 6): `#/items/0/a~1b`.
    private static func pointer(_ path: ArraySlice<JSONPathComponent>) -> String {
        path.reduce(into: "#") { pointer, component in
            switch component {
            case .index(let index): pointer += "/\(index)"
            case .key(let key):
                let escaped = key[...].split(on: "~").joined(separator: "~0")[...]
                    .split(on: "/").joined(separator: "~1")
                pointer += "/" + PercentCoding.encode(escaped)
            }
        }
    }
}
