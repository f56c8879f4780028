import ApusPlanning
import CompiledSDK
import Foundation

/// Generates sources, compiles a driver, runs it with cases created by Python, and lets Python check the results.
struct Harness: Sendable {
    var verdicts: [Verdict]
    /// The debug compilation of V0's sources.
    var debug: Command?

    static let shared = Task { try Harness() }

    /// The fixtures, keyed by the names of their modules.
    static let fixtures = [
        "Shapes": "shapes", "Configured": "configured", "UnkindNames": "unkind-names", "UnkindTexts": "unkind-texts",
        "Formats": "formats", "Enumerations": "enumerations", "ArraysAndMaps": "arrays-and-maps",
        "Combinations": "combinations", "ReadAndWrite": "read-and-write",
    ]

    private init() throws {
        let named = ProcessInfo.processInfo.environment["APUS_V0_FOLDER"].map { URL(filePath: $0) }
        let folder = named ?? FileManager.default.temporaryDirectory.appending(path: "apus-v0-\(UUID().uuidString)")
        defer { if named == nil { try? FileManager.default.removeItem(at: folder) } }
        let v0 = Repository.hasV0 ? [try GeneratedSDK.v0()] : []
        let subjects = v0 + (try Self.fixtures.sorted { $0.key < $1.key }.map(GeneratedSDK.fixture))

        var driver = [DriverSource.subjects(subjects.map(\.module))]
        verdicts = []
        for subject in subjects {
            let compiled = try SDKCompiler(subject, folder: folder).compile(["-Onone"])
            if subject.module == "V0" { debug = compiled }
            driver.append(DriverSource(sdk: subject).text(withOperations: subject.module == "V0"))
        }
        let fixed = Repository.root.appending(path: "Tests/RoundTripTests/Driver")
        let executable = try SDKCompiler.link(driver: driver, subjects.map(\.module), folder: folder, fixed: fixed)
        for subject in subjects { verdicts += try Self.verdicts(on: subject, executable, folder) }
    }

    private static func verdicts(on subject: GeneratedSDK, _ driver: URL, _ folder: URL) throws -> [Verdict] {
        let file = { (name: String) in folder.appending(path: "\(subject.module)-\(name).json").path }
        var options = subject.plan.options.enums == .closed ? ["closed"] : []
        if subject.module != "V0" { options.append("models") }
        let python = Repository.python ?? "python3"
        let document = subject.document.path
        try Command.check([python, "-B", Repository.support("make_cases.py"), document, file("cases")] + options)
        try Command.check([driver.path, subject.module, file("cases"), file("results")])
        let judged = [document, file("cases"), file("results"), file("verdicts")]
        try Command.check([python, "-B", Repository.support("judge.py")] + judged)
        let data = try Data(contentsOf: URL(filePath: file("verdicts")))
        return try JSONDecoder().decode([Verdict].self, from: data).map { verdict in
            var verdict = verdict
            verdict.subject = subject.module
            return verdict
        }
    }
}

/// The result of an independent reader of the document for one component, property, query parameter or operation.
struct Verdict: Sendable, Decodable {
    enum Kind: String, Sendable, Decodable {
        case model, property, query, operation
    }

    var subject: String?
    var kind: Kind
    var name: String
    var cases: Int
    var problems: [String]
}
