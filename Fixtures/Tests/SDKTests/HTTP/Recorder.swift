import ApusRuntime
import HTTPTypes

/// Answers every request with the same response and records what was sent.
actor Recorder: ClientTransport {
    var sent: [TransportRequest] = []
    let response: TransportResponse

    init(
        _ status: Int, _ body: String = "", contentType: String? = "application/json", headers: [String: String] = [:]
    ) {
        var fields = HTTPFields()
        for (name, value) in headers { if let name = HTTPField.Name(name) { fields[name] = value } }
        fields[.contentType] = contentType
        response = TransportResponse(
            head: HTTPResponse(status: .init(code: status), headerFields: fields), body: HTTPBody(body))
    }

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        sent.append(request)
        return response
    }
}
