import ApusRuntime

/// `default` stands for every status that is not listed; if it is alone, it also describes success.
@Sendable func defaultOnly(_ wire: Wire) async {
    let client = DefaultOnly.TClient(server: "http://test", transport: wire)

    wire.answer(200, "\"x\"")
    await wire.row("only(), answered 200") { wire.expect(try await client.only(), "x") }
    for status in [404, 500] {
        wire.answer(status, "\"x\"")
        await wire.row("only(), answered \(status)") {
            do {
                _ = try await client.only()
                wire.problem("returns what is a failure")
            } catch {
                wire.expect(caseName(error), "documented")
                wire.expect("\(error)".contains("x"), "throws \(error)")
            }
        }
    }

    wire.answer(200, "\"x\"")
    await wire.row("both(), answered 200") { wire.expect(try await client.both(), "x") }
    for status in [201, 400, 503] {
        wire.answer(status, #"{"m":"why"}"#)
        await wire.row("both(), answered \(status)") {
            let failure = try await documentedFailure { () async throws(ClientError<DefaultOnly.BothFailure>) in
                try await client.both()
            }
            guard case .other(status, let body) = failure else { throw Problem("throws \(failure)") }
            wire.expect(body.m, "why")
        }
    }

    wire.answer(200, "7")
    await wire.row("err(), answered 200") { wire.expect(try await client.err(), 7) }
    wire.answer(404, [:])
    await wire.row("err(), answered 404") {
        let failure = try await documentedFailure { () async throws(ClientError<DefaultOnly.ErrFailure>) in
            try await client.err()
        }
        wire.expect("\(failure)", "notFound")
    }
    await exactBeforeRange(wire, client)
}

/// 201 takes precedence over 2XX, 404 over 4XX; a redirect that the document declares is returned to the caller.
private func exactBeforeRange(_ wire: Wire, _ client: DefaultOnly.TClient) async {
    wire.answer(201, "5")
    await wire.row("range(), answered 201") {
        guard case .created(5) = try await client.range() else { throw Problem("is not what 201 declares") }
    }
    for status in [200, 202] {
        wire.answer(status, "\"x\"")
        await wire.row("range(), answered \(status)") {
            guard case .success(status, "x") = try await client.range() else { throw Problem("is not 2XX") }
        }
    }
    wire.answer(302, ["Location": "/there"])
    await wire.row("range(), answered 302") {
        guard case .found(let found) = try await client.range() else { throw Problem("is not what 302 declares") }
        wire.expect(found.location, "/there")
    }
    wire.answer(404, "\"x\"")
    await wire.row("range(), answered 404") {
        let failure = try await documentedFailure { () async throws(ClientError<DefaultOnly.RangeFailure>) in
            try await client.range()
        }
        guard case .notFound("x") = failure else { throw Problem("throws \(failure)") }
    }
    wire.answer(409, [:])
    await wire.row("range(), answered 409") {
        let failure = try await documentedFailure { () async throws(ClientError<DefaultOnly.RangeFailure>) in
            try await client.range()
        }
        guard case .clientError(409) = failure else { throw Problem("throws \(failure)") }
    }
}
