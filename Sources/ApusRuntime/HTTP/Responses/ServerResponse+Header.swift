import HTTPTypes

extension ServerResponse {
    /// Returns the response with a header field; `nil` and an empty array are omitted.
    ///
    /// Spaces and tabs around a value are not part of a field (RFC 9110, section 5.5), and are left out. A value that a field cannot
    /// carry results in a 500 response and is passed to ``APIRouter/onError``: a line break could be
    /// mistaken for further fields, and a comma in a list item for two items.
    public func header<Value: JSONEncodable>(
        _ name: String, _ value: Value?, style: ParameterStyle = .simple, explode: Bool = false
    ) -> Self {
        guard let value, let name = HTTPField.Name(name) else { return self }
        var response = self
        do throws(JSONError) {
            guard let text = try ParameterText.of(value, style: style) else { return self }
            let written = try Self.written(text, name, style, explode).map { String($0[...].trimmingSpaces) }
            guard written.allSatisfy(HTTPField.isValidValue) else {
                throw JSONError(.unwritable("a header field cannot carry it"), path: [])
            }
            response.headers[values: name] = written
        } catch {
            return .unwritable(JSONError(error.kind, path: [.key(name.rawName)] + error.path))
        }
        return response
    }

    /// The value of one field, or the values of several fields for cookies, which are never joined (RFC 9110, section 5.3).
    private static func written(
        _ text: ParameterText, _ name: HTTPField.Name, _ style: ParameterStyle, _ explode: Bool
    ) throws(JSONError) -> [String] {
        if case .array(let cookies) = text, name == .setCookie {
            return cookies.map { if case .primitive(let cookie) = $0 { cookie } else { "" } }
        }
        let encoder = ParameterEncoder(name.rawName, in: .header, style: style, explode: explode)
        return try encoder.encode(text).map { [$0] } ?? []
    }
}
