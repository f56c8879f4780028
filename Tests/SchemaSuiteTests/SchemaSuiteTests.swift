import CompiledSDK
import Foundation
import Testing

/// Folders in the layout of JSON Schema's test suite, tested with the generator and the runner of `make schema-suite`.
@Suite(.enabled(if: Repository.python != nil, "\(Repository.pythonMissing)"))
struct SchemaSuiteTests {
    private static let pairs = 10_000

    /// Random schemas with the whole vocabulary of assertions, and random values: generated validators and an independent
    /// implementation, PyPI's `jsonschema`, give the same result for each pair.
    ///
    /// `make random-schemas` does the same with 100,000 pairs.
    @Test(arguments: [1, 2])
    func validatorsAgreeWithAnotherImplementation(seed: Int) throws {
        let passed = try withFolder { folder in
            let suite = folder.appending(path: "suite").path
            let makeSuite = Repository.support("RandomSchemas/make_suite.py")
            try Command.check([python, "-B", makeSuite, "\(seed)", "\(Self.pairs)", suite])
            return try run(suite, in: folder)
        }
        #expect(passed >= Self.pairs)
    }

    /// The rules of the specification, keyword by keyword and reference by reference.
    @Test func validatorsFollowTheSpecification() throws {
        let suite = Repository.root.appending(path: "Tests/SchemaSuite/Cases").path
        #expect(try withFolder { try run(suite, in: $0) } > 450)
    }

    private var python: String { Repository.python ?? "python3" }

    private func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "apus-suite-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }

    /// The number of passed cases; each failed case is recorded as an issue.
    private func run(_ suite: String, in folder: URL) throws -> Int {
        let script = "import jsonschema_specifications, os; print(os.path.dirname(jsonschema_specifications.__file__))"
        let specifications = try Command.check([python, "-c", script]).output.trimmingCharacters(
            in: .whitespacesAndNewlines)
        let run = try Command.run([
            Repository.root.appending(path: "Scripts/run-schema-suite").path, Repository.products.path, suite,
            "\(specifications)/schemas/draft202012", folder.appending(path: "runner").path,
        ])
        #expect(run.status == 0, "\(run.output.suffix(4_000))")
        return run.output.split(separator: "\n").last?.split(separator: " ").first.flatMap { Int($0) } ?? 0
    }
}
