import ApusRuntime
import ApusURLSession
import Foundation
import OpenHandsSDK

/// Calls the server at `URL` with the generated client, and shows each kind of answer.
@main
struct Main {
    static func main() async {
        let environment = ProcessInfo.processInfo.environment
        let server = ServerURL<OpenHandsClient>(environment["URL"] ?? "http://127.0.0.1:3000")
        let client = OpenHandsClient(server: server, credentials: .apiKeyHeader(environment["KEY"] ?? "secret"))
        let stranger = OpenHandsClient(server: server, credentials: .apiKeyHeader("wrong"))

        let outcomes = [
            ("200", await update("42", title: "Ship it", with: client)),
            ("422", await update("42", title: "", with: client)),
            ("404", await update("missing", title: "Ship it", with: client)),
            ("401", await update("42", title: "Ship it", with: stranger)),
        ]
        for (_, outcome) in outcomes { print(outcome) }
        exit(outcomes.allSatisfy { status, outcome in outcome.hasPrefix(status) } ? 0 : 1)
    }

    private static func update(_ id: String, title: String, with client: OpenHandsClient) async -> String {
        do {
            let updated = try await client.updateConversation(conversationID: id, body: .init(title: title))
            return "200: updated: \(updated)"
        } catch .documented(.unprocessableContent(let error), _) {
            let details = error.detail ?? []
            return "422: " + details.map { "\($0.path): \($0.msg) (\($0.type))" }.joined(separator: ", ")
        } catch .undocumented(let response) {
            return "\(response.status), which the document does not mention: \(response.text ?? "")"
        } catch {
            return "\(error)"
        }
    }
}

extension ValidationError {
    /// `body.title`
    var path: String {
        loc.map { component in
            switch component {
            case .string(let key): key
            case .integer(let index): "\(index)"
            case .other: "?"
            }
        }
        .joined(separator: ".")
    }
}
