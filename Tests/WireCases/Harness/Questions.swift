import ApusRuntime

// Helpers for the cases to examine values without depending on the names in generated code.

/// The name of an enum's case: `.swipe(Swipe(x: 1))` -> `swipe`.
func caseName(_ value: Any) -> String {
    Mirror(reflecting: value).children.first?.label ?? "\(value)"
}

/// Runs a call that must throw a failure that the document declares, and returns the failure.
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

/// Makes a call and returns what the server read from the wire; `nil` if the request is refused before it is sent.
func unlessRefused<Failure, Result>(_ call: () async throws(ClientError<Failure>) -> Result) async throws -> Result? {
    do { return try await call() } catch {
        if case .invalidRequest = error { return nil }
        throw error
    }
}
