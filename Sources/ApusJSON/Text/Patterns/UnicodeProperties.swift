/// The sets that `\p{...}` names [ECMA-262, tables 67 to 70], from Swift's own Unicode data.
enum UnicodeProperties {
    /// `L`, `General_Category=Letter`, `Script=Greek`, `Alphabetic`
    static func set(named name: String) -> CodePointSet? {
        if let known = known.withLock({ $0[name] }) { return known }
        guard let set = find(name) else { return nil }
        known.withLock { $0[name] = set }
        return set
    }

    /// The sets that are already known; finding one takes a pass over all code points.
    private static let known = Lock<[String: CodePointSet]>([:])

    private static func find(_ name: String) -> CodePointSet? {
        let parts = name.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        switch parts.count {
        case 1: return category(name) ?? binary(name)
        case 2 where ["General_Category", "gc"].contains(parts[0]): return category(parts[1])
        case 2 where ["Script", "sc"].contains(parts[0]): return script("Script", parts[1])
        case 2 where ["Script_Extensions", "scx"].contains(parts[0]): return script("Script_Extensions", parts[1])
        default: return nil
        }
    }

    private static func category(_ name: String) -> CodePointSet? {
        guard let categories = UnicodeTables.categories[name] else { return nil }
        if name == "Any" { return .all }
        // A text has no surrogates, but a class may name them.
        var set = collect { categories.contains($0.generalCategory) }
        if categories.contains(.surrogate) { set = set.union(CodePointSet([0xD800...0xDFFF])) }
        return set
    }

    private static func binary(_ name: String) -> CodePointSet? {
        if let set = UnicodeTables.fixed[name] { return set }
        if name == "Assigned" { return collect { $0.generalCategory == .unassigned }.inverted }
        return UnicodeTables.binary[name].map { property in collect { $0[keyPath: property] } }
    }

    /// Swift's regular expressions support scripts, its scalars do not.
    private static func script(_ property: String, _ name: String) -> CodePointSet? {
        guard let first = name.utf8.first, UInt8(ascii: "A")...UInt8(ascii: "Z") ~= first,
            name.utf8.allSatisfy({ $0 == UInt8(ascii: "_") || UInt8(ascii: "A")...UInt8(ascii: "z") ~= $0 }),
            let regex = try? Regex("\\p{\(property)=\(name)}+", as: Substring.self)
        else { return nil }
        var text = String.UnicodeScalarView()
        for range in inspected { text.append(contentsOf: range.lazy.compactMap(Unicode.Scalar.init)) }
        var found: [ClosedRange<UInt32>] = []
        for match in String(text).matches(of: regex.matchingSemantics(.unicodeScalar)) {
            found += match.output.unicodeScalars.map { $0.value...$0.value }
        }
        return CodePointSet(found)
    }

    /// Planes 4 to 13 have no characters, and planes 15 and 16 have only those for private use: one code point represents all
    /// others there, except for the two at the end of each plane.
    private static let inspected: [ClosedRange<UInt32>] = [0...0x3FFFF, 0xE0000...0xE0FFF]
    private static let uniform: [ClosedRange<UInt32>] = {
        var ranges: [ClosedRange<UInt32>] = []
        for plane in 4...16 as ClosedRange<UInt32> {
            let start = plane << 16
            ranges.append((plane == 14 ? 0xE1000 : start)...start + 0xFFFD)
            ranges.append(start + 0xFFFE...start + 0xFFFF)
        }
        return ranges
    }()

    private static func collect(_ isMember: (Unicode.Scalar.Properties) -> Bool) -> CodePointSet {
        var ranges: [ClosedRange<UInt32>] = []
        for range in inspected {
            var start: UInt32?
            for value in range {
                let isIn = Unicode.Scalar(value).map { isMember($0.properties) } ?? false
                if isIn {
                    start = start ?? value
                } else if let first = start {
                    ranges.append(first...value - 1)
                    start = nil
                }
            }
            if let start { ranges.append(start...range.upperBound) }
        }
        for range in uniform where Unicode.Scalar(range.lowerBound).map({ isMember($0.properties) }) ?? false {
            ranges.append(range)
        }
        return CodePointSet(ranges)
    }
}
