import HTTPTypes

extension ClientRequest {
    /// The request as it is sent to the server, with the credentials that its operation requires. Their secrets are known.
    func transported<API>(
        over connection: Connection<API>, _ credentials: [PresentedCredential]
    ) throws(InvalidRequest) -> TransportRequest {
        let url = connection.url(of: self)
        guard let server = ServerAddress(url.text) else {
            throw InvalidRequest("\"\(RedactedURL.text(url.text))\" is not an absolute http or https URL")
        }
        var request = self
        for credential in credentials { request.present(credential) }
        for (name, value) in connection.headers where request.lacksHeader(name) { request.setHeader(name, value) }
        if let refusal = request.refusal { throw refusal }
        if connection.validates.contains(.requests) { try validated() }
        var path = server.prefix + (try expandedTemplate())
        if !request.query.isEmpty { path += "?" + request.query.joined(separator: "&") }
        if request.headers[.accept] == nil, !accepted.isEmpty {
            request.headers[.accept] = mediaTypes(among: connection.accepts).joined(separator: ", ")
        }
        // "The user agent MUST NOT attach more than one Cookie header field." [RFC 6265, section 5.4]
        let cookies = [request.headers.value(.cookie)].compactMap { $0 } + request.cookies
        if !cookies.isEmpty {
            request.headers[.cookie] = nil
            request.headers.append(HTTPField(name: .cookie, value: cookies.joined(separator: "; ")))
        }
        let head = HTTPRequest(
            method: operation.method,
            scheme: server.scheme,
            authority: server.authority,
            path: path,
            headerFields: request.headers
        )
        var sent = TransportRequest(head: head, body: request.body)
        if let name = idempotencyHeader.flatMap({ HTTPField.Name($0) }), head.headerFields[name] != nil {
            sent.isIdempotent = true
        }
        return sent
    }

    /// The media types that the client requests: those of the wanted ones that the operation can read or, if there are none, all
    /// that it can read.
    private func mediaTypes(among wanted: [String]) -> [String] {
        let wanted = wanted.filter { wanted in accepted.contains { MediaType.overlap(wanted, $0) } }
        return wanted.isEmpty ? accepted : wanted
    }

    private func lacksHeader(_ name: String) -> Bool {
        guard let field = HTTPField.Name(name) else { return true }
        return headers[field] == nil
    }

    private mutating func present(_ credential: PresentedCredential) {
        guard let secret = credential.text else { return }
        switch credential.place {
        case .header(let name, let prefix): setHeader(name, prefix + secret)
        case .query(let name): query(name, secret)
        // The server determines the form of its key: the key is sent unchanged if a cookie can carry it.
        case .cookie(let name):
            cookie(name, secret, style: ParameterText.primitive(secret).isCookieValue ? .cookie : .form)
        case .connection: break
        }
    }

    /// `/a/{b}` -> `/a/value`
    private func expandedTemplate() throws(InvalidRequest) -> String {
        var path = ""
        for part in PathTemplate(operation.template).parts {
            switch part {
            case .literal(let text): path += text
            case .variable(let name):
                guard let segment = segments[name] else {
                    throw InvalidRequest("The path parameter \(name) is missing")
                }
                path += segment
            }
        }
        return path
    }
}

extension Connection {
    /// The server of a request: that of its operation or the replacement for it, otherwise the client's.
    fileprivate func url(of request: ClientRequest) -> ServerURL<API> {
        guard let text = request.server, !isServerFixed else { return server }
        let own = ServerURL<API>(text)
        return ServerURL((operationServers[own] ?? own).text, relativeTo: server)
    }
}
