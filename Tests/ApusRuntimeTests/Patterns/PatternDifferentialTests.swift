import Foundation
import Testing

@testable import ApusJSON
@testable import ApusRuntime

/// Apus and Node.js give the same results, for patterns of real documents and for patterns generated from a grammar.
@Suite(.enabled(if: ECMAScript.isPresent, "there is no Node.js: `node` is not in the PATH"))
struct PatternDifferentialTests {
    @Test(arguments: 0..<12)
    func patternsOfAGrammar(seed: Int) throws {
        let patterns = (0..<1000).map { index in
            var grammar = PatternGrammar(seed: UInt64(seed * 1000 + index))
            return grammar.pattern()
        }
        try compare(patterns, textCount: 8)
    }

    @Test(.enabled(if: !RealPatterns.all.isEmpty, "the folders ../shared/specs and json-schema-suite are missing"))
    func patternsOfRealDocuments() throws {
        try compare(RealPatterns.all, textCount: 200)
    }

    private func compare(_ patterns: [String], textCount: Int) throws {
        var cases: [(pattern: String, texts: [String])] = []
        for (index, pattern) in patterns.enumerated() {
            guard var sampler = try? PatternSampler(pattern, seed: UInt64(index)) else {
                Issue.record("not parsed: \(pattern)")
                continue
            }
            cases.append((pattern, sampler.strings(textCount)))
        }
        var (hits, misses, undecided) = (0, 0, 0)
        for ((pattern, texts), verdicts) in zip(cases, try ECMAScript.judge(cases)) {
            // Patterns that are not valid with the `u` flag are read differently.
            guard let verdicts else { continue }
            let compiled = try StringPattern(pattern)
            for (text, isMatch) in zip(texts, verdicts) {
                var text = text
                let outcome = text.withUTF8 { compiled.outcome($0) }
                guard let isMatch, outcome != .undecided else {
                    undecided += 1
                    continue
                }
                if isMatch { hits += 1 } else { misses += 1 }
                #expect(
                    (outcome == .match) == isMatch,
                    "\(pattern.debugDescription) on \(text.debugDescription): \(outcome)")
            }
        }
        // The strings are generated so that some match and some do not.
        #expect(hits * 10 > misses && misses * 10 > hits, "\(hits) hits, \(misses) misses")
        #expect(undecided * 200 <= hits + misses, "\(undecided) undecided")
        if ProcessInfo.processInfo.environment["APUS_VERBOSE"] != nil {
            print("\(cases.count) patterns: \(hits) hits, \(misses) misses, \(undecided) undecided")
        }
    }
}

/// The patterns of the documents next to the repository.
enum RealPatterns {
    static let all: [String] = {
        let shared = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "shared")
        let folders = [
            "specs", "json-schema-suite/tests/draft2020-12", "json-schema-suite/tests/draft2020-12/optional",
        ]
        var found: Set<String> = []
        for folder in folders.map({ shared.appending(path: $0) }) {
            for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] {
                let text = (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
                found.formUnion(patterns(in: text))
            }
        }
        // `(?i)` at the start belongs to other dialects: planning reads it as a flag, but no ECMAScript engine does.
        return found.filter { !$0.hasPrefix("(?i)") }.sorted()
    }()

    /// The quoted strings after `pattern:`.
    private static func patterns(in text: String) -> [String] {
        guard
            let keyword = try? Regex(#""?pattern"?:\s*("(?:[^"\\]|\\.)*"|'[^'\n]*')"#, as: (Substring, Substring).self)
        else { return [] }
        return text.matches(of: keyword).compactMap { match in
            let literal = match.output.1
            if literal.hasPrefix("'") { return String(literal.dropFirst().dropLast()).replacing("''", with: "'") }
            return try? JSONDecoder().decode(String.self, from: Data(literal.utf8))
        }
    }
}
