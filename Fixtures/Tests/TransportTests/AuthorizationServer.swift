import ApusRuntime
import Foundation

/// A small authorization server and the resource `/a` that it protects, as replies of a scripted server.
///
/// It issues `token-1`, `token-2` and so on, of which only the newest is accepted, and a refresh token that can be used once.
final class AuthorizationServer: Sendable {
    struct State: Sendable {
        var issued = 0
        var refreshToken = "refresh-0"
        var forms: [String] = []
        var clients: [String?] = []
    }

    let state = Counter(State())
    /// Whether tokens expire at once.
    let isHasty: Bool

    init(isHasty: Bool = false) { self.isHasty = isHasty }

    /// Makes the newest token invalid.
    func revoke() { state.change { $0.issued += 1 } }

    func reply(to request: WireRequest) -> Reply {
        guard request.path == "/token" else { return resource(request) }
        guard request.method == "POST", request.values("Content-Type") == ["application/x-www-form-urlencoded"] else {
            return Self.json(400, #"{"error":"invalid_request"}"#)
        }
        let form = String(decoding: request.body, as: UTF8.self)
        let fields = Set(form.split(separator: "&").map(String.init))
        var reply = Self.json(400, #"{"error":"invalid_grant","error_description":"used before"}"#)
        state.change { state in
            state.forms.append(fields.sorted().joined(separator: "&"))
            state.clients.append(request.values("Authorization").first.flatMap(Self.basic))
            let isRefresh = fields.contains("grant_type=refresh_token")
            guard !isRefresh || fields.contains("refresh_token=\(state.refreshToken)") else { return }
            state.issued += 1
            if isRefresh { state.refreshToken = "refresh-\(state.issued)" }
            let rest = isRefresh ? #","refresh_token":"\#(state.refreshToken)""# : ""
            reply = Self.json(
                200,
                #"{"access_token":"token-\#(state.issued)","token_type":"Bearer","expires_in":\#(isHasty ? 0 : 3600)\#(rest)}"#
            )
        }
        return reply
    }

    private func resource(_ request: WireRequest) -> Reply {
        request.values("Authorization") == ["Bearer token-\(state.value.issued)"]
            ? .text("ok") : Reply(status: 401, fields: [("WWW-Authenticate", "Bearer")], body: .bytes([]))
    }

    private static func basic(_ value: String) -> String? {
        Data(base64Encoded: String(value.dropFirst("Basic ".count))).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func json(_ status: Int, _ text: String) -> Reply {
        Reply(status: status, fields: [("Content-Type", "application/json")], body: .bytes(Array(text.utf8)))
    }
}
