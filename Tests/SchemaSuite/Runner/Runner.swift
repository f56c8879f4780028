import ApusRuntime
import Foundation

/// A schema of the suite, and the validator that was generated for it.
struct Group: Sendable {
    let file: String
    let index: Int
    /// `nil` if the schema is not valid.
    let validator: (any Validated.Type)?
}

/// Runs the cases of a folder of JSON Schema's test suite through the validators that it was compiled with.
///
///     runner SUITE EXCEPTIONS
@main
struct Runner {
    private var exceptions: Exceptions
    private var passed = 0
    private var failed = 0

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst().map { URL(filePath: $0) }
        guard 1...2 ~= arguments.count else {
            print("usage: runner SUITE [EXCEPTIONS]")
            exit(2)
        }
        var runner = Runner(exceptions: try arguments.dropFirst().first.map(Exceptions.init(file:)) ?? Exceptions())
        let tests = SuiteFolder.tests(in: arguments[0])
        let files = try SuiteFolder.files(in: tests).filter { $0.hasSuffix(".json") }
        if files.isEmpty { print("\(tests.path): no files of a suite") }
        let groups = Dictionary(grouping: groups, by: \.file)
        for file in files { runner.run(groups[file] ?? [], file: file, at: tests.appending(path: file)) }
        exit(runner.finish() ? 0 : 1)
    }

    private mutating func run(_ groups: [Group], file: String, at url: URL) {
        let before = (passed, failed)
        do {
            let bytes = [UInt8](try Data(contentsOf: url))
            let document = try JSONDocument(bytes, limits: JSONLimits(depth: 10_000))
            if document.root.kind != .array { fail("\(file): is not a list of groups") }
            for group in groups { run(group, document.root[group.index]) }
        } catch {
            fail("\(file): \(error)")
        }
        print("\(file): \(passed - before.0) passed, \(failed - before.1) failed")
    }

    private mutating func run(_ group: Group, _ node: JSONView?) {
        let description = node?["description"]?.string ?? ""
        guard let tests = node?["tests"] else { return fail("\(group.file): \(description): no tests") }
        for test in tests.elements {
            let name = Exceptions.Entry(
                file: group.file, group: description, test: test["description"]?.string ?? "")
            if let data = test["data"], let isValid = test["valid"]?.boolean, let validator = group.validator {
                let issues = Validator.validate(data) { $0.value(validator) }
                record(name, passes: issues.isValid == isValid, issues)
            } else {
                fail("\(name): \(group.validator == nil ? "the schema is none" : "no data, or not said to be valid")")
            }
        }
    }

    private mutating func fail(_ message: String) {
        failed += 1
        print("    \(message)")
    }

    private mutating func record(_ name: Exceptions.Entry, passes: Bool, _ issues: ValidationIssues) {
        if exceptions.take(name) {
            if passes { print("    \(name): passes, and is on the list of exceptions") }
            if passes { failed += 1 }
        } else if passes {
            passed += 1
        } else {
            failed += 1
            let found = issues.isEmpty ? "nothing is found" : issues.map(\.description).joined(separator: "; ")
            print("    \(name): \(found)")
        }
    }

    private mutating func finish() -> Bool {
        for entry in exceptions.untaken { print("    \(entry): no such case, and on the list of exceptions") }
        failed += exceptions.untaken.count
        print("\(exceptions.count) exceptions")
        print("\(passed) passed, \(failed) failed")
        return failed == 0
    }
}

/// The cases that are known to fail, one per line: `file | group | test | reason`.
struct Exceptions {
    struct Entry: Hashable, CustomStringConvertible {
        let file: String
        let group: String
        let test: String

        var description: String { "\(group): \(test)" }
    }

    private static let limit = 30

    let count: Int
    private(set) var untaken: Set<Entry>

    /// None.
    init() { (count, untaken) = (0, []) }

    init(file: URL) throws {
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        let entries = lines.filter { !$0.hasPrefix("#") }.map { line in
            line.components(separatedBy: " | ")
        }
        guard entries.allSatisfy({ $0.count == 4 }), entries.count <= Self.limit else {
            print("\(file.path): at most \(Self.limit) lines of the form `file | group | test | reason`")
            exit(2)
        }
        untaken = Set(entries.map { Entry(file: $0[0], group: $0[1], test: $0[2]) })
        count = untaken.count
    }

    /// Whether a case is on the list.
    mutating func take(_ entry: Entry) -> Bool { untaken.remove(entry) != nil }
}
