import Testing

/// An input that is too long to be printed as a test's argument.
struct HostileInput: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String

    init(_ testDescription: String, _ text: String) {
        self.testDescription = testDescription
        self.text = text
    }
}
