import ApusDiagnostics
import ApusRendering

/// Compares the names that two versions of an SDK provide to their users: does the users' code still compile?
struct SymbolComparison {
    private(set) var changes: [Change] = []

    init(old: [SwiftSymbol], new: [SwiftSymbol]) {
        let before = Dictionary(old.map { ($0.name, $0) }) { first, _ in first }
        let after = Dictionary(new.map { ($0.name, $0) }) { first, _ in first }
        let keys = Dictionary(new.compactMap { symbol in symbol.key.map { ($0, symbol) } }) { first, _ in first }
        for symbol in old where isTold(symbol, besides: after) {
            if let match = after[symbol.name], match.key == symbol.key || symbol.key == nil {
                compare(symbol, match)
            } else if let renamed = symbol.key.flatMap({ keys[$0] }), renamed.name != symbol.name {
                let message = "`\(symbol.name)` is called `\(renamed.name)` now"
                add(.breaking, .symbolChanged, message, at: renamed.location)
            } else {
                add(.breaking, .symbolRemoved, "`\(symbol.name)` is gone", at: symbol.location)
            }
        }
        let oldKeys = Set(old.compactMap(\.key))
        for symbol in new where before[symbol.name] == nil && isTold(symbol, besides: before) {
            if let key = symbol.key, oldKeys.contains(key) { continue }
            // Whoever implements a protocol must add the method.
            let isRequirement = symbol.key?.hasPrefix("server ") ?? false
            let (level, kind): (Change.Level, Change.Kind) =
                isRequirement
                ? (.breaking, .symbolChanged) : (.compatible, .symbolAdded)
            add(level, kind, "`\(symbol.name)` is \(isRequirement ? "a new requirement" : "new")", at: symbol.location)
        }
    }

    /// The members of a type that was added or removed are not reported one by one.
    private func isTold(_ symbol: SwiftSymbol, besides others: [String: SwiftSymbol]) -> Bool {
        guard symbol.key == nil, let dot = symbol.name.lastIndex(of: ".") else { return true }
        let parent = String(symbol.name[..<dot])
        return ["Credentials", "ServerURL"].contains(parent) || others[parent] != nil
    }

    private mutating func compare(_ old: SwiftSymbol, _ new: SwiftSymbol) {
        if old.signature != new.signature {
            let message = "`\(new.name)` was `\(old.signature)` and is `\(new.signature)`"
            add(.breaking, .symbolChanged, message, at: new.location)
        }
        let isInitialiser = new.name.hasSuffix(".init")
        for argument in new.arguments where !old.arguments.contains(where: { $0.text == argument.text }) {
            let what = "`\(new.name)` \(argument.hasDefault ? "may take" : "takes") `\(argument.text)`"
            if !argument.hasDefault {
                add(.breaking, .argumentRequired, what, at: new.location)
            } else if !isInitialiser {
                add(.compatible, .symbolAdded, what, at: new.location)
            }
        }
        for argument in old.arguments {
            if let match = new.arguments.first(where: { $0.text == argument.text }) {
                guard argument.hasDefault, !match.hasDefault else { continue }
                let message = "`\(new.name)` no longer has a default for `\(argument.text)`"
                add(.breaking, .argumentRequired, message, at: new.location)
            } else if !isInitialiser {
                let message = "`\(new.name)` no longer takes `\(argument.text)`"
                add(.breaking, .symbolChanged, message, at: new.location)
            }
        }
        let common = new.arguments.map(\.text).filter(old.arguments.map(\.text).contains)
        if common != old.arguments.map(\.text).filter(common.contains) {
            add(.breaking, .symbolChanged, "`\(new.name)` takes its arguments in another order", at: new.location)
        }
    }

    private mutating func add(_ level: Change.Level, _ kind: Change.Kind, _ message: String, at place: SourceLocation) {
        changes.append(Change(level: level, kind: kind, message: message, location: place))
    }
}
