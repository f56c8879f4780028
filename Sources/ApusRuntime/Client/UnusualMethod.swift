public import HTTPTypes

extension HTTPRequest.Method {
    /// A method for which HTTPTypes has no member: `.named("QUERY")`.
    ///
    /// A name that is not an HTTP token is not a method; generated code contains no such name.
    public static func named(_ name: String) -> Self {
        Self(rawValue: name) ?? .get
    }
}
