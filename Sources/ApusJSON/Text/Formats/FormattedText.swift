// Strings that stand for values of another type.
extension JSONView {
    /// What `read` makes of a string, or the document where it is lax; nil where neither takes it.
    func withText<Value>(_ read: (UnsafeBufferPointer<UInt8>) -> Value?) throws(JSONError) -> Value? {
        if let value = try withString(read) { return value }
        guard let lax = document.laxStrings else { return nil }
        return try withString { lax(Value.self, $0) as? Value }
    }

    /// Whether this is a string of which `holds` is true.
    func isText(_ holds: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
        let word = word
        return word.tag == TapeWord.string && tape.withString(word, holds)
    }
}
