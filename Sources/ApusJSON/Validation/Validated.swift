/// A type that knows which JSON its schema allows. It is generated from the document's constraints, each of which is in one place:
/// the `validate` function.
public protocol Validated: Sendable {
    /// Reports what is wrong with the current value of `value`.
    static func validate(_ value: inout Validator)

    /// Whether the schema allows only objects, so that `validate` is called only with an object. True for models.
    static var validatesObject: Bool { get }
}

extension Validated {
    @inlinable public static var validatesObject: Bool { false }
}

extension Validated {
    /// For a type that is known only at run time.
    package static func validate(in validator: inout Validator) { validator.model(Self.self) }
}

extension Validated where Self: JSONModel {
    @inlinable public static var validatesObject: Bool { true }
}

extension Validated where Self: JSONEncodable {
    /// Returns what is wrong with the value, validated in the JSON form in which it is sent.
    ///
    /// `limit` is the maximum number of issues that are reported; `direction` specifies whether the value is part of a request or
    /// of a response.
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

    /// Adds the issues of the value to those of other values, at `path`. A form gets the issues of a field by its property:
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
