import HTTPTypes

/// One call on its way: credentials, redirects, middleware, transport.
struct CallExchange<API>: Sendable {
    let connection: Connection<API>
    let request: ClientRequest
    let call: ClientCall
    /// The statuses of redirects that are returned to the caller.
    let isHandedOver: @Sendable (Int) -> Bool

    /// The response. If the server answers 401 and there is another secret, the request is sent once more: the server has refused
    /// the first one.
    func response() async throws -> TransportResponse {
        if let refusal = request.refusal { throw refusal }
        let presented = connection.credentials?.presented(for: request.security) ?? []
        let known = try await self.known(presented, replacing: [])
        let response = try await followed(try request.transported(over: connection, known))
        guard response.head.status.code == 401, presented.contains(where: \.isRenewable),
            request.body?.isRepeatable ?? true
        else { return response }
        let renewed = try await self.known(presented, replacing: known)
        if renewed.map(\.text) == known.map(\.text) { return response }
        return try await followed(try request.transported(over: connection, renewed))
    }

    /// The credentials with their secrets.
    private func known(
        _ credentials: [PresentedCredential], replacing rejected: [PresentedCredential]
    ) async throws -> [PresentedCredential] {
        var known: [PresentedCredential] = []
        for (index, credential) in credentials.enumerated() {
            let rejected = rejected.indices.contains(index) ? rejected[index] : nil
            known.append(try await credential.known(replacing: rejected, over: connection.transport))
        }
        return known
    }

    /// The response, after all redirects are followed except those that the document declares.
    private func followed(_ request: TransportRequest) async throws -> TransportResponse {
        var request = request
        for _ in 0..<Redirect.limit {
            let response = try await carried(request, through: connection.middleware[...])
            guard !isHandedOver(response.head.status.code),
                let next = Redirect.request(request, after: response.head)
            else { return response }
            request = next
        }
        return try await carried(request, through: connection.middleware[...])
    }

    private func carried(
        _ request: TransportRequest, through middleware: ArraySlice<any ClientMiddleware>
    ) async throws -> TransportResponse {
        guard let first = middleware.first else { return try await connection.transport.send(request) }
        let next = NextMiddleware { try await carried($0, through: middleware.dropFirst()) }
        return try await first.send(request, in: call, next: next)
    }
}
