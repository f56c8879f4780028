extension JSONObjectReader {
    /// Reads every member that no call before has named and whose key one of the patterns matches.
    ///
    /// - Parameter patterns: of ECMA-262, as in ``StringPattern``.
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
