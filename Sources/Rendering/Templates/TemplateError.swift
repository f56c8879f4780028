/// A template that cannot be used.
package struct TemplateError: Error, CustomStringConvertible, Sendable {
    package var path: String
    package var line: Int?
    package var message: String

    package var description: String {
        line.map { "\(path):\($0): error: \(message)" } ?? "\(path): error: \(message)"
    }
}
