/// A string as a dictionary key that is compared byte by byte. In Swift, `é` as one scalar and `é` as two scalars are equal
/// strings; in YAML, JSON and URIs they are different.
package struct ByteExact: Hashable, Sendable {
    let text: String

    init(_ text: String) { self.text = text }

    package static func == (left: Self, right: Self) -> Bool {
        guard left.text.utf8.count == right.text.utf8.count else { return false }
        var (left, right) = (left.text, right.text)
        return left.withUTF8 { left in right.withUTF8 { left.elementsEqual($0) } }
    }

    package func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
