import CompiledSDK
import Foundation
import Testing

/// Tests what is generated from OpenHands V0, whose document is in ../shared, and from the fixtures, against independent code that
/// reads the documents, creates values from them and checks the results.
@Suite(.enabled(if: Repository.python != nil, "\(Repository.pythonMissing)"))
struct OpenHandsTests {
    static let v0Missing: Comment = "../shared/specs/openhands-v0.json is missing"

    /// Each property of a component: read from one value and written into another.
    @Test(.enabled(if: Repository.hasV0, v0Missing))
    func everyPropertyIsReadAndWritten() async throws {
        #expect(try await sound("V0", .property) == 161)
    }

    /// Each query parameter: sent by the client, on the wire under its name, received by the server.
    @Test(.enabled(if: Repository.hasV0, v0Missing))
    func everyQueryParameterIsSentAndReceived() async throws {
        #expect(try await sound("V0", .query) == 25)
    }

    /// Each operation with each documented response; the bodies on the wire are valid according to the document.
    @Test(.enabled(if: Repository.hasV0, v0Missing))
    func everyOperationMakesARoundTrip() async throws {
        #expect(try await sound("V0", .operation) == 43)
    }

    /// JSON created from each component's schema is written as it was read, and Foundation's coders agree.
    @Test(.enabled(if: Repository.hasV0, v0Missing))
    func everyModelKeepsItsJSON() async throws {
        #expect(try await sound("V0", .model) == 38)
    }

    /// The same for every shape of declaration, for closed enumerations, and for difficult names and texts.
    @Test(arguments: Harness.fixtures.keys.sorted())
    func everyShapeOfDeclarationKeepsItsJSON(subject: String) async throws {
        #expect(try await sound(subject, .model) > 0)
        #expect(try await sound(subject, .property) > 0)
    }

    /// With and without optimization; the round trips are made without it.
    @Test(.enabled(if: Repository.hasV0, v0Missing))
    func v0CompilesWithoutAWarning() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "apus-v0-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let release = try SDKCompiler(GeneratedSDK.v0(), folder: folder).compile(["-O"])
        let debug = try #require(try await Harness.shared.value.debug)
        print("V0 compiles in \(debug.userSeconds) s (-Onone) and \(release.userSeconds) s (-O) of CPU time")
        #expect(debug.output.isEmpty && release.output.isEmpty)
    }

    /// The number of verdicts of a kind, none of which may report a problem.
    private func sound(_ subject: String, _ kind: Verdict.Kind) async throws -> Int {
        let verdicts = try await Harness.shared.value.verdicts.filter { $0.subject == subject && $0.kind == kind }
        for verdict in verdicts {
            for problem in verdict.problems { Issue.record("\(verdict.name) \(problem)") }
            if verdict.cases == 0 { Issue.record("\(verdict.name) has no case") }
        }
        print("\(subject): \(verdicts.count) \(kind) verdicts on \(verdicts.map(\.cases).reduce(0, +)) cases")
        return verdicts.count
    }
}
