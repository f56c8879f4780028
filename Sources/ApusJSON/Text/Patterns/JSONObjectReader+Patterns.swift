extension JSONObjectReader {
    /// Reads all members that no earlier call has asked for and whose key matches one of the patterns.
    ///
    /// - Parameter patterns: ECMA-262 patterns, as in ``StringPattern``.
    public mutating func additionalProperties<T: JSONDecodable>(
        matching patterns: StaticString...
    ) throws(JSONError) -> [String: T] {
        let patterns = patterns.map(PatternCache.pattern)
        var properties: [String: T] = [:]
        var member = member
        try members.forEachOther(in: tape) { key, value throws(JSONError) in
            let word = tape.word(at: key)
            guard patterns.contains(where: { tape.withString(word, $0.outcome) == .match }) else { return }
            member.index = value
            properties[tape.string(of: word)] = try T(json: member)
        }
        return properties
    }
}
