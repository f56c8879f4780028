#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The error for a documented response whose body could not be read.
public struct ResponseDecodingError: Error, Sendable {
    /// What was wrong, in one sentence; for JSON, with the location.
    public var message: String
    /// What was wrong with the JSON, and where; `nil` if the body is not JSON according to its content type.
    public var json: JSONError?
    /// The response as it was received.
    public var response: ReceivedResponse
    /// The issues that validation found, if the client's connection validates responses: see ``Connection/validates``.
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
