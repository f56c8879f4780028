import ApusRendering
import CompiledSDK
import Foundation
import Testing

/// Each operation of large documents, from the generated client to a generated server in memory, with each declared response; the
/// values are the generated samples. What was sent over the wire is checked by code that shares nothing with Apus.
@Suite(.serialized, .enabled(if: Repository.python != nil, "\(Repository.pythonMissing)"))
struct RealDocumentTests {
    struct Subject: Sendable, CustomStringConvertible {
        var description: String
        var operations: Int
        /// Takes minutes to compile, so it runs only if `APUS_ROUNDTRIP` is set, as in `make roundtrip`.
        var isLarge = false

        var isWanted: Bool {
            FileManager.default.fileExists(atPath: Repository.specs.appending(path: description).path)
                && (!isLarge || ProcessInfo.processInfo.environment["APUS_ROUNDTRIP"] != nil)
        }
    }

    static let subjects = [
        Subject(description: "nexus.json", operations: 193),
        Subject(description: "github.json", operations: 767, isLarge: true),
    ]

    @Test(arguments: subjects.filter(\.isWanted))
    func everyOperationMakesARoundTrip(subject: Subject) throws {
        let named = ProcessInfo.processInfo.environment["APUS_ROUNDTRIP_FOLDER"].map { URL(filePath: $0) }
        let folder = named ?? FileManager.default.temporaryDirectory.appending(path: "apus-trip-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { if named == nil { try? FileManager.default.removeItem(at: folder) } }

        let sdk = try GeneratedSDK.withSamples("Trip", subject.description)
        let compiled = try SDKCompiler(sdk, folder: folder).compile(["-Onone"])
        print("\(subject) compiles in \(compiled.userSeconds) s (-Onone) of CPU time")
        let driver = try SDKCompiler.link(
            driver: [RoundTripSource(sdk: sdk).text()], ["Trip"], folder: folder,
            fixed: Repository.root.appending(path: "Tests/RoundTripTests/RoundTripDriver")
        )
        let results = folder.appending(path: "results.json").path
        try Command.check([driver.path, results])
        let python = Repository.python ?? "python3"
        let judged = [sdk.document.path, results, folder.appending(path: "verdicts.json").path]
        try Command.check([python, "-B", Repository.support("judge_wire.py")] + judged)
        let verdicts = try JSONDecoder().decode(
            [Verdict].self, from: Data(contentsOf: folder.appending(path: "verdicts.json"))
        )
        for verdict in verdicts {
            for problem in verdict.problems { Issue.record("\(verdict.name) \(problem)") }
        }
        print("\(subject): \(verdicts.count) operations on \(verdicts.map(\.cases).reduce(0, +)) calls")
        #expect(verdicts.count == subject.operations)
    }
}
