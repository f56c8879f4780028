import ApusDiagnostics
import ApusOpenAPI

/// A response that an operation declares: its role for a caller, and the content that it can have.
struct DeclaredAnswer {
    enum Role {
        case success, failure
    }

    var entry: OrderedMap<Referenced<Response>>.Entry
    var status: ResponsePlan.Status
    var response: Response
    /// Both for a `default` that stands for success and failure.
    var roles: Set<Role>
    var content: OrderedMap<MediaType>

    /// In the document's order.
    static func all(of operation: Operation, document: Document, diagnostics: Diagnostics) -> [DeclaredAnswer] {
        let entries = operation.responses.entries
        let hasSuccess = entries.contains { $0.key.first == "2" }
        return entries.compactMap { entry in
            guard let status = ResponsePlan.Status(key: entry.key), let response = document.resolve(entry.value) else {
                return nil
            }
            var content = response.content
            if let first = content.entries.first, operation.method == "HEAD" || !status.allowsBody {
                let answer =
                    operation.method == "HEAD" ? "a response to HEAD" : "a response with the status \(entry.key)"
                diagnostics.report(.bodyNotAllowed, "\(answer) never has a body", at: first.location)
                content = OrderedMap()
            }
            let roles = roles(of: status, isAlone: !hasSuccess)
            return DeclaredAnswer(entry: entry, status: status, response: response, roles: roles, content: content)
        }
    }

    /// `default` stands for every status without a key of its own: if no success is declared, for success and failure alike.
    private static func roles(of status: ResponsePlan.Status, isAlone: Bool) -> Set<Role> {
        switch status {
        case .code(let code): code < 400 ? [.success] : [.failure]
        case .range(let hundred): hundred < 4 ? [.success] : [.failure]
        case .default: isAlone ? [.success, .failure] : [.failure]
        }
    }
}

extension ResponsePlan.Status {
    /// Creates a status from a key of `responses`; `nil` if the key is not a status, a range or `default`.
    init?(key: String) {
        if key == "default" {
            self = .default
        } else if key.count == 3, key.hasSuffix("XX") || key.hasSuffix("xx"), let hundred = key.first?.wholeNumberValue
        {
            self = .range(hundred)
        } else if let code = Int(key), (100..<600).contains(code) {
            self = .code(code)
        } else {
            return nil
        }
    }

    /// Whether responses with this status may have a body: RFC 9110, section 6.4.1, and for 205 section 15.3.6.
    fileprivate var allowsBody: Bool {
        switch self {
        case .code(let code): code >= 200 && ![204, 205, 304].contains(code)
        case .range(let hundred): hundred > 1
        case .default: true
        }
    }
}
