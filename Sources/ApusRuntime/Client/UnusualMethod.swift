public import HTTPTypes

extension HTTPRequest.Method {
    /// A method that HTTPTypes has no member for: `.named("QUERY")`.
    ///
    /// What is no token of HTTP is no method; generated code names none such.
    public static func named(_ name: String) -> Self {
        Self(rawValue: name) ?? .get
    }
}
