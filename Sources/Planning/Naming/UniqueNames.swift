/// Swift names for several things that share a scope.
package enum UniqueNames {
    /// One name for each string. Strings that become equal in camel case are all spelled letter by letter (`add`, `Add`), so that
    /// no name depends on which came first.
    package static func assign(
        _ texts: [String],
        name: (String) -> String,
        reserve: (String) -> String = { $0 },
        spellings: [(String) -> String] = [SwiftName.verbatim, SwiftName.spelled],
        taken: Set<String> = []
    ) -> [String] {
        let whole = texts.map(name)
        var names = whole.map { reserve(SwiftName.shortened($0)) }
        for spelling in spellings {
            let clashing = duplicates(names).union(taken)
            for index in texts.indices where clashing.contains(names[index]) {
                // Sentences with the same beginning may have different endings.
                let isSentence = whole[index].count > SwiftName.mostCharacters
                names[index] = reserve(isSentence ? SwiftName.ends(of: whole[index]) : spelling(texts[index]))
            }
        }
        var all = taken
        for index in names.indices {
            while !all.insert(names[index]).inserted { names[index] += "_" }
        }
        return names
    }

    /// One name for each of several things, from the candidates of each: if two of them claim the same name, neither gets it, so
    /// that no name depends on which came first.
    package static func settle(_ candidates: [[String]], beside taken: Set<String> = []) -> [String] {
        settle(first: candidates.map { $0.first ?? "" }, beside: taken) { candidates[$0].dropFirst() }
    }

    /// The same for candidates of which nearly always only the first is needed: `others` returns the rest.
    package static func settle(
        first: [String], beside taken: Set<String> = [], others: (Int) -> ArraySlice<String>
    ) -> [String] {
        var names = first
        var rest: [Int: ArraySlice<String>] = [:]
        while true {
            var counts: [String: Int] = [:]
            for name in names { counts[name, default: 0] += 1 }
            var isSettled = true
            for index in names.indices where counts[names[index], default: 0] > 1 || taken.contains(names[index]) {
                guard let next = rest[index, default: others(index)].popFirst() else { continue }
                names[index] = next
                isSettled = false
            }
            if isSettled { break }
        }
        var all = taken
        for index in names.indices {
            names[index] = numbered(names[index], beside: all)
            all.insert(names[index])
        }
        return names
    }

    /// The first name that is free; if there is none, the last name with a number.
    static func first(of names: [String], beside taken: Set<String>) -> String {
        names.first { !taken.contains($0) } ?? numbered(names.last ?? "", beside: taken)
    }

    /// `Location`, or `Location2` if that is taken.
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
