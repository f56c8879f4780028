/// The messages of Python's `json` module for text that is not JSON; FastAPI repeats them.
enum PythonJSON {
    private static let messages: [String: String] = [
        "expected a value": "Expecting value",
        "expected a key in quotes": "Expecting property name enclosed in double quotes",
        "expected ':'": "Expecting ':' delimiter",
        "expected ',' or '}'": "Expecting ',' delimiter",
        "expected ',' or ']'": "Expecting ',' delimiter",
        "expected the end of the document": "Extra data",
        "the string has no closing quote": "Unterminated string starting at",
        "a control character must be escaped in a string": "Invalid control character at",
        "unknown escape sequence": "Invalid \\escape",
        "expected four hexadecimal digits after '\\u'": "Invalid \\uXXXX escape",
    ]

    static func message(of error: JSONSyntaxError) -> String { messages[error.message] ?? error.message }
}
