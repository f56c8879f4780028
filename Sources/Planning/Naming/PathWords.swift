/// The name that an operation without a name of its own gets from its path.
package enum PathWords {
    /// `/api/v1/pets/{petId}/toys` -> `pets toys`, `/pets/{petId}` -> `pets by petId`: without the version and without the
    /// parameters in between; if that makes two names equal, the whole path distinguishes them.
    package static func short(_ path: String) -> String {
        let segments = segments(path)
        let telling = segments.drop(while: saysNothing)
        var words = telling.filter { !isParameter($0) }.map(String.init)
        let last = telling.reversed().prefix(while: isParameter).reversed()
        if !last.isEmpty { words.append("by " + last.map(String.init).joined(separator: " and ")) }
        return words.isEmpty ? path : words.joined(separator: " ")
    }

    /// The segments between the slashes, without empty ones.
    static func segments(_ path: String) -> [Substring] {
        path.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init)
    }

    /// Whether a segment at the beginning of a path says nothing about an operation: `api`, a version.
    static func saysNothing(_ segment: Substring) -> Bool { segment.lowercased() == "api" || isVersion(segment) }

    private static func isParameter(_ segment: Substring) -> Bool {
        let bytes = segment.utf8
        return bytes.first == UInt8(ascii: "{") && bytes.firstIndex(of: UInt8(ascii: "}")) == bytes.indices.last
    }

    /// `v1`, `v2.1`, `v{version}`
    private static func isVersion(_ segment: Substring) -> Bool {
        guard segment.first == "v" || segment.first == "V" else { return false }
        let rest = segment.dropFirst()
        return isParameter(rest) || !rest.isEmpty && rest.allSatisfy { $0.isNumber || $0 == "." }
    }
}
