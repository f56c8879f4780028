/// The capturing groups of a pattern, which escapes may name before they come: `\1(a)`, `\k<n>(?<n>a)`.
struct PatternGroups {
    private(set) var count = 0
    private(set) var names: Set<String> = []

    init(_ scalars: [Unicode.Scalar]) {
        var reader = PatternReader(scalars)
        var isInClass = false
        while let scalar = reader.next() {
            switch scalar {
            case "\\": _ = reader.next()
            case "[": isInClass = true
            case "]": isInClass = false
            case "(" where !isInClass:
                guard reader.skip("?") else {
                    count += 1
                    continue
                }
                guard !reader.skip("<="), !reader.skip("<!"), reader.skip("<") else { continue }
                count += 1
                if let name = try? reader.groupName() { names.insert(name) }
            default: break
            }
        }
    }
}
