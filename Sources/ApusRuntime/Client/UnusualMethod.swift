public import HTTPTypes

extension HTTPRequest.Method {
    /// A method that HTTPTypes has no member for: `.named("QUERY")`.
    ///
    /// What is not a token of HTTP is not a method; generated code names none such.
    public static func named(_ name: String) -> Self {
        Self(rawValue: name) ?? .get
    }
}
