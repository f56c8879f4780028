// Strings that represent values of another type.
extension JSONView {
    /// The value that `read` returns for a string, or that a lax document returns; `nil` if neither accepts it.
    func withText<Value>(_ read: (UnsafeBufferPointer<UInt8>) -> Value?) throws(JSONError) -> Value? {
        if let value = try withString(read) { return value }
        guard let lax = document.laxStrings else { return nil }
        return try withString { lax(Value.self, $0) as? Value }
    }

    /// Whether this is a string for which `holds` returns true.
    func isText(_ holds: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
        let word = word
        return word.tag == TapeWord.string && tape.withString(word, holds)
    }
}
