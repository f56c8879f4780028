// Equality of JSON values as JSON Schema defines it: numbers by value, strings by code points, objects regardless of the order of
// their members.

extension JSONView {
    /// Whether two values, of one or two documents, are equal.
    func isEqual(to other: JSONView) -> Bool {
        let (word, otherWord) = (word, other.word)
        guard word.tag == otherWord.tag else { return false }
        switch word.tag {
        case TapeWord.null: return true
        case TapeWord.boolean: return word.bits & TapeWord.isTrue == otherWord.bits & TapeWord.isTrue
        case TapeWord.number:
            return isEqualNumber(tape.text(of: word), other.tape.text(of: otherWord))
        case TapeWord.string:
            return other.tape.withString(otherWord) { tape.string(word, equals: $0) }
        case TapeWord.array:
            return count == other.count && zip(elements, other.elements).allSatisfy { $0.isEqual(to: $1) }
        default: return isEqual(object: other)
        }
    }

    private func isEqualNumber(_ text: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>) -> Bool {
        if let parts = DecimalParts(text), let otherParts = DecimalParts(other) {
            return parts.normalized == otherParts.normalized
        }
        return DecimalDigits(text) == DecimalDigits(other)
    }

    private func isEqual(object other: JSONView) -> Bool {
        let (values, otherValues) = (valuesByKey, other.valuesByKey)
        return values.count == otherValues.count
            && values.allSatisfy { key, value in otherValues[key].map { value.isEqual(to: $0) } ?? false }
    }

    /// The values by key; if a key occurs twice, the last value counts.
    private var valuesByKey: [[UInt8]: JSONView] {
        Dictionary(members.map { (tape.utf8(of: $0.keyWord), $0.value) }) { $1 }
    }

    /// Hashes what equal values have in common.
    fileprivate func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        switch kind {
        case .null: break
        case .boolean: hasher.combine(boolean)
        case .number: hasher.combine(DecimalDigits(tape.text(of: word)))
        case .string: tape.withString(word) { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        case .array: for element in elements { element.hash(into: &hasher) }
        case .object: hasher.combine(membersHash)
        }
    }

    /// A hash that is the same for every order of the members.
    private var membersHash: Int {
        var sum = 0
        for (key, value) in valuesByKey {
            var hasher = Hasher()
            hasher.combine(key)
            value.hash(into: &hasher)
            sum &+= hasher.finalize()
        }
        return sum
    }

    /// The positions of the first two elements of an array that are equal; `nil` if all differ.
    func equalElements() -> (Int, Int)? { count <= 12 ? equalElementsPairwise() : equalElementsByHash() }

    private func equalElementsPairwise() -> (Int, Int)? {
        for (second, element) in elements.enumerated() {
            for (first, other) in elements.prefix(second).enumerated() where other.isEqual(to: element) {
                return (first, second)
            }
        }
        return nil
    }

    private func equalElementsByHash() -> (Int, Int)? {
        let elements = Array(elements)
        var seen: [Int: [Int]] = [:]
        for (second, element) in elements.enumerated() {
            var hasher = Hasher()
            element.hash(into: &hasher)
            let hash = hasher.finalize()
            for first in seen[hash, default: []] where elements[first].isEqual(to: element) { return (first, second) }
            seen[hash, default: []].append(second)
        }
        return nil
    }
}

// Equality with Swift values.
extension JSONView {
    /// Whether the value equals the JSON form of `value`.
    @usableFromInline
    func isEqual(_ value: some JSONEncodable) -> Bool {
        guard let bytes = try? value.jsonBytes(), let other = try? JSONDocument(bytes) else { return false }
        return isEqual(to: other.root)
    }

    /// Whether the value equals the value of `text`, a JSON text.
    func isEqual(json text: StaticString) -> Bool {
        text.withUTF8Buffer { bytes in
            let range = byteRange
            if range.count == bytes.count, let start = bytes.baseAddress,
                equalBytes(tape.bytes + range.lowerBound, start, count: range.count)
            {
                return true
            }
            guard let other = try? JSONDocument(UnsafeRawBufferPointer(bytes)) else { return false }
            return isEqual(to: other.root)
        }
    }
}

extension JSONTape {
    /// Whether a word is a string with this content.
    @usableFromInline
    func isString(_ word: TapeWord, _ content: StaticString) -> Bool {
        word.tag == TapeWord.string && content.withUTF8Buffer { string(word, equals: $0) }
    }

    /// Whether a word is a string with this content, code point by code point.
    @usableFromInline
    func isString(_ word: TapeWord, _ content: String) -> Bool {
        guard word.tag == TapeWord.string else { return false }
        var content = content
        return content.withUTF8 { string(word, equals: $0) }
    }
}
