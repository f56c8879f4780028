import HTTPTypes

/// One call on its way: credentials, redirects, middleware, transport.
struct CallExchange<API>: Sendable {
    let connection: Connection<API>
    let request: ClientRequest
    let call: ClientCall
    /// The statuses of redirects that are returned to the caller.
    let isHandedOver: @Sendable (Int) -> Bool

    /// The response, after all redirects are followed except those that the document declares.
    func response() async throws -> TransportResponse {
        try await followed(try request.transported(over: connection))
    }

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
        return try await first.send(request, in: call) { request in
            try await carried(request, through: middleware.dropFirst())
        }
    }
}
