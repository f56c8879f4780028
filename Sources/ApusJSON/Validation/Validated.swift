/// A type that knows what JSON its schema allows. Generated from the document's constraints, each of which stands in one
/// place: its `validate` function.
public protocol Validated: Sendable {
    /// Reports what is wrong with the value that `value` stands on.
    static func validate(_ value: inout Validator)

    /// Whether the schema allows nothing but objects, so that `validate` is only called with one. True for models.
    static var validatesObject: Bool { get }
}

extension Validated {
    @inlinable public static var validatesObject: Bool { false }
}

extension Validated {
    /// For a type that is only known when the program runs.
    package static func validate(in validator: inout Validator) { validator.model(Self.self) }
}

extension Validated where Self: JSONModel {
    @inlinable public static var validatesObject: Bool { true }
}

extension Validated where Self: JSONEncodable {
    /// What is wrong with the value, checked as the JSON that it is sent as.
    ///
    /// `limit` is how many issues are reported at most; `direction` tells whether it is part of a request or of a response.
    public func validate(
        limit: Int = Validator.standardLimit, direction: Validator.Direction? = .requests
    ) -> ValidationIssues {
        do {
            let document = try JSONDocument(try jsonBytes(), limits: JSONLimits(depth: .max))
            return Validator.validate(Self.self, document, limit: limit, direction: direction)
        } catch {
            let reason = (error as? JSONError)?.message ?? "\(error)"
            return ValidationIssues([ValidationIssue(.unwritable(reason), path: [])], isTruncated: false)
        }
    }

    /// Adds what is wrong with the value to that of others, at `path`. A form asks for a field by its property:
    ///
    ///     var issues = ValidationIssues()
    ///     author.validate(into: &issues, at: "author")
    ///     body.validate(into: &issues, at: "body")
    ///     issues.at("body", "title").first?.message        // must have at least 1 character
    public func validate(
        into issues: inout ValidationIssues, at path: JSONPathComponent..., limit: Int = Validator.standardLimit
    ) {
        issues.append(validate(limit: max(0, limit - issues.count)), at: path)
    }
}
