/// Swift names for several things that share a scope.
package enum UniqueNames {
    /// One name for each text. Where texts become equal in camel case, all of them are named letter by letter
    /// (`add`, `Add`), so that no name depends on which came first.
    package static func assign(
        _ texts: [String],
        name: (String) -> String,
        reserve: (String) -> String = { $0 },
        taken: Set<String> = []
    ) -> [String] {
        var names = texts.map { reserve(name($0)) }
        for spelling in [SwiftName.verbatim, SwiftName.spelled] {
            let clashing = duplicates(names).union(taken)
            for index in texts.indices where clashing.contains(names[index]) {
                names[index] = reserve(spelling(texts[index]))
            }
        }
        var all = taken
        for index in names.indices {
            while !all.insert(names[index]).inserted { names[index] += "_" }
        }
        return names
    }

    /// `Location`, or `Location2` where that is taken.
    static func numbered(_ name: String, beside taken: Set<String>) -> String {
        guard taken.contains(name) else { return name }
        var number = 2
        while taken.contains("\(name)\(number)") { number += 1 }
        return "\(name)\(number)"
    }

    private static func duplicates(_ names: [String]) -> Set<String> {
        var seen: Set<String> = []
        var duplicates: Set<String> = []
        for name in names where !seen.insert(name).inserted { duplicates.insert(name) }
        return duplicates
    }
}
