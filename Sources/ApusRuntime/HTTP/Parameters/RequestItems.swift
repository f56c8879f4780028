/// The `name=value` items of a query, a form or cookies, in order; values are still percent-encoded, since a style may have to
/// split them first.
struct RequestItems: Sendable {
    struct Pair: Sendable {
        var name: String
        var raw: Substring
    }

    private(set) var pairs: [Pair] = []

    init() {}

    /// `a=1&b=2&c` -> a: 1, b: 2, c: (empty)
    init(query: Substring) {
        for item in query.utf8.split(separator: UInt8(ascii: "&")) {
            append(Substring(item)) { PercentCoding.decode($0, plusIsSpace: true) }
        }
    }

    /// `a=1; b="2"` -> a: 1, b: 2 (RFC 6265, section 5.4; quotes are not part of the value)
    init(cookies: String) {
        for item in cookies.utf8.split(separator: UInt8(ascii: ";")) {
            append(Substring(item).trimmingSpaces, name: { PercentCoding.decode($0) })
        }
        for index in pairs.indices {
            let raw = pairs[index].raw
            if raw.utf8.count >= 2, raw.hasPrefix("\""), raw.hasSuffix("\"") {
                pairs[index].raw = raw.dropFirst().dropLast()
            }
        }
    }

    /// Whether the name occurs, but never with a value: `name`, `name=`
    func isEmpty(_ name: String) -> Bool {
        let values = pairs.filter { $0.name == name }
        return !values.isEmpty && values.allSatisfy(\.raw.isEmpty)
    }

    func count(of name: String) -> Int { pairs.count { $0.name == name } }

    func last(_ name: String) -> Substring? { pairs.last { $0.name == name }?.raw }

    mutating func append(name: String, raw: Substring) { pairs.append(Pair(name: name, raw: raw)) }

    private mutating func append(_ item: Substring, name decode: (Substring) -> String) {
        let (name, value) = item.halves(at: "=") ?? (item, item[item.endIndex...])
        append(name: decode(name), raw: value)
    }
}
