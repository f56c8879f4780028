import ApusRuntime

// What cases ask of values without depending on how the generated code spells them.

/// The name of an enum's case: `.swipe(Swipe(x: 1))` -> `swipe`.
func caseName(_ value: Any) -> String {
    Mirror(reflecting: value).children.first?.label ?? "\(value)"
}

/// Runs what must throw a failure that the document declares, and gives its value.
func documentedFailure<Failure, Result>(
    _ call: () async throws(ClientError<Failure>) -> Result
) async throws -> Failure {
    let result: Result
    do { result = try await call() } catch {
        if case .documented(let failure, _) = error { return failure }
        throw error
    }
    throw Problem("returns \(result), is to throw what the document declares")
}

/// Calls, and gives what the server read back from the wire; nil where the request is refused before it is sent.
func unlessRefused<Failure, Result>(_ call: () async throws(ClientError<Failure>) -> Result) async throws -> Result? {
    do { return try await call() } catch {
        if case .invalidRequest = error { return nil }
        throw error
    }
}
