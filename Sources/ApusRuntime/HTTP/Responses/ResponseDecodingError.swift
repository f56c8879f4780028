#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Why the body of a documented response could not be read.
public struct ResponseDecodingError: Error, Sendable {
    /// What was wrong in one sentence; for JSON with the place.
    public var message: String
    /// What was wrong with the JSON and where; `nil` where the body is not JSON at all by its content type.
    public var json: JSONError?
    /// The response as it came.
    public var response: ReceivedResponse
    /// What validation found, where the client's connection validates answers: see ``Connection/validates``.
    public var issues: [ValidationIssue] = []
    /// Whether the response is one that never has a body.
    var lacksBody = false
}

extension ResponseDecodingError: CustomStringConvertible, LocalizedError {
    public var description: String {
        let places = issues.map { "\n  \($0)" }.joined()
        return "The response \(response.status) could not be read: \(message)\(places)"
    }

    public var errorDescription: String? { description }
}
