/// Streams of items. A different content type is an error that names it.
extension ClientResponse {
    /// An event stream whose data is a JSON value or text.
    public func events<Payload: JSONCodable & Sendable>(
        _ expected: ExpectedStatus = .success
    ) async throws(ClientError<Failure>) -> ItemStream<ServerSentEvent<Payload>> {
        try await items(expected, in: "text/event-stream").events()
    }

    /// An event stream whose items contain the fields of an event.
    public func eventObjects<Item: JSONCodable & Sendable>(
        _ expected: ExpectedStatus = .success
    ) async throws(ClientError<Failure>) -> ItemStream<Item> {
        try await items(expected, in: "text/event-stream").eventObjects()
    }

    /// JSON values, one per line.
    public func jsonLines<Item: JSONCodable & Sendable>(
        _ expected: ExpectedStatus = .success
    ) async throws(ClientError<Failure>) -> ItemStream<Item> {
        try await items(expected, in: "application/jsonl").jsonLines()
    }

    /// JSON values, each preceded by a record separator (RFC 7464).
    public func jsonSequence<Item: JSONCodable & Sendable>(
        _ expected: ExpectedStatus = .success
    ) async throws(ClientError<Failure>) -> ItemStream<Item> {
        try await items(expected, in: "application/json-seq").jsonSequence()
    }

    /// Whether the body has a media type, for operations whose response has one of several.
    public func has(_ mediaType: String) -> Bool { content.has(mediaType) }

    private func items(
        _ expected: ExpectedStatus, in mediaType: String
    ) async throws(ClientError<Failure>) -> ResponseContent {
        try await check(expected)
        if content.isItems(mediaType) { return content }
        let whole = try await whole()
        let found = headers.value(.contentType) ?? "missing"
        throw .decoding(whole.error("its content type is \(found), not \(mediaType)"))
    }
}

extension ResponseContent {
    func has(_ mediaType: String) -> Bool {
        guard let type = headers.value(.contentType).flatMap(MediaType.init), let range = MediaType(mediaType) else {
            return false
        }
        return type.matches(range)
    }

    /// JSON Lines have several names; a missing content type is tolerated.
    fileprivate func isItems(_ mediaType: String) -> Bool {
        headers.value(.contentType) == nil || has(mediaType)
            || (mediaType == "application/jsonl" && !has("application/json") && !has("text/html"))
    }
}
