/// The format of a whole query, for OpenAPI 3.2's `in: querystring`: the media type of the parameter's `content`.
public enum QueryFormat: Sendable, Hashable {
    /// `application/x-www-form-urlencoded`: an object, whose members are written according to their encodings.
    case form([String: FormEncoding])
    /// JSON text, percent-encoded.
    case json
    /// Any other text, percent-encoded.
    case text

    /// Whether an error is reported with the parameter's name; in a form, each member has a name of its own.
    var isNamed: Bool {
        switch self {
        case .form: false
        case .json, .text: true
        }
    }

    func encode(_ value: some JSONEncodable) throws(JSONError) -> String {
        switch self {
        case .form(let encodings): return try FormCoding(encodings: encodings).encode(value)
        case .json: return PercentCoding.encode(try value.jsonText())
        case .text:
            guard case .primitive(let text)? = try ParameterText.of(value, style: .simple) else {
                throw JSONError(.unwritable("the query must be a single value"), path: [])
            }
            return PercentCoding.encode(text)
        }
    }

    func decode<Value: JSONDecodable>(
        _ query: Substring, as type: Value.Type, _ check: Validator.Check?
    ) throws(ParameterProblem) -> Value {
        switch self {
        case .form(let encodings):
            let text = FormCoding(encodings: encodings).decode(RequestItems(query: query))
            return try ParameterJSON(text, shape: type.jsonShape.asObject).value(type, check)
        case .json:
            return try ParameterReader.value(type, Array(PercentCoding.decode(query).utf8), check)
        case .text:
            let text = ParameterText.primitive(PercentCoding.decode(query))
            return try ParameterJSON(text, shape: type.jsonShape).value(type, check)
        }
    }
}

extension JSONShape {
    /// A form is an object, whatever type it is decoded as.
    var asObject: JSONShape {
        if case .object = self { self } else { .object(.any) }
    }
}
