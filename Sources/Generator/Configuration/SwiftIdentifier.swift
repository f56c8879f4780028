/// Whether `text` can be used as a name in Swift source: nothing else from a configuration gets into the generated code.
package func isIdentifier(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first == "_" || first.properties.isXIDStart else { return false }
    return text != "_" && text.unicodeScalars.allSatisfy(\.properties.isXIDContinue)
}
