import ApusRuntime

/// One inline union in a header field of two operations.
@Sendable func sameInlineHeader(_ wire: Wire) async {
    let client = SameInlineHeader.TClient(server: "http://test", transport: wire)
    for (text, name) in [("120", "integer"), ("Wed, 21 Oct 2026 07:28:00 GMT", "string")] {
        wire.answer(429, ["Content-Type": "application/json", "Retry-After": text, "Link": "</a>, </b>"], "{}")
        await wire.row("first(), answered 429 with Retry-After: \(text)") {
            let failure = try await documentedFailure { () async throws(ClientError<SameInlineHeader.FirstFailure>) in
                try await client.first()
            }
            guard case .tooManyRequests(let response) = failure else { throw Problem("throws \(failure)") }
            wire.expect(response.retryAfter.map(caseName), name)
            wire.expect(response.link, ["</a>", "</b>"])
        }
        await wire.row("second(), answered 429 with Retry-After: \(text)") {
            let failure = try await documentedFailure { () async throws(ClientError<SameInlineHeader.SecondFailure>) in
                try await client.second()
            }
            guard case .tooManyRequests(let response) = failure else { throw Problem("throws \(failure)") }
            wire.expect(response.retryAfter.map(caseName), name)
        }
    }
}
