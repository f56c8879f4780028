// Strings that stand for values of another type.
extension JSONView {
    /// What `read` makes of a string, or `pydantic` in a document that is read as pydantic reads; nil where neither takes it.
    func withText<Value>(
        _ read: (UnsafeBufferPointer<UInt8>) -> Value?, pydantic: (UnsafeBufferPointer<UInt8>) -> Value?
    ) throws(JSONError) -> Value? {
        if let value = try withString(read) { return value }
        return document.isPydantic ? try withString(pydantic) : nil
    }

    /// Whether this is a string of which `holds` is true.
    func isText(_ holds: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
        let word = word
        return word.tag == TapeWord.string && tape.withString(word, holds)
    }
}
