import ApusPlanning
import ApusRendering
import CompiledSDK
import Foundation
import Testing

/// A body created from its required members contains exactly these: neither defaults nor nulls for other members are sent. A member
/// of a union also contains the value that distinguishes it from the others.
struct RequestBodiesTests {
    private static let document = Repository.specs.appending(path: "github.json")
    private static let exists = FileManager.default.fileExists(atPath: document.path)

    @Test(.enabled(if: exists, "../shared/specs/github.json is missing"))
    func requiredMembersAreAllThatIsSent() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "apus-bodies-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let bodies = try RequestBodies(of: Self.document)
        let file = folder.appending(path: "bodies.json")
        try bodies.document.write(to: file)

        let sdk = try GeneratedSDK("Bodies", file, parts: [.models, .samples])
        _ = try SDKCompiler(sdk, folder: folder).compile(["-Onone"])
        let source = RequestBodiesSource(sdk: sdk, required: bodies.required)
        let fixed = Repository.root.appending(path: "Tests/RoundTripTests/BodyDriver")
        let driver = try SDKCompiler.link(driver: [source.text()], ["Bodies"], folder: folder, fixed: fixed)
        let lines = try Command.check([driver.path]).output.split(separator: "\n")
        for problem in lines.dropFirst() { Issue.record("\(problem)") }
        print("github.json: \(bodies.count) bodies, \(source.tried.count) structures of these tried")
        #expect(lines.first.flatMap { Int($0) } == source.tried.count(where: source.hasSample))
        // For two of them, no value satisfies everything that the document states: [no-sample].
        #expect(source.tried.count - source.tried.count(where: source.hasSample) <= 2)
        // Every body that is an object, and the objects among the alternatives of other bodies.
        #expect(bodies.required.keys.filter { !source.operations.contains($0) } == [])
        #expect(bodies.count == 191)
    }
}

/// Writes a program that creates every body from the required members of its sample.
private struct RequestBodiesSource {
    struct Trial {
        var name: String
        var structure: DeclarationID
        /// The required members according to the document; `nil` for a member of a union, for which the plan is used.
        var keys: Set<String>?
    }

    let sdk: GeneratedSDK
    private(set) var tried: [Trial] = []
    var operations: Set<String> { Set(tried.map(\.name)) }

    init(sdk: GeneratedSDK, required: [String: Set<String>]) {
        self.sdk = sdk
        for operation in sdk.plan.operations {
            guard let type = operation.body?.contents.first?.type else { continue }
            let name = "\(operation.method.uppercased()) \(operation.path)"
            tried += structures(of: type).map { Trial(name: name, structure: $0, keys: required[name]) }
        }
    }

    private func structures(of type: TypeReference) -> [DeclarationID] {
        guard case .declared(let id) = type.withoutNull else { return [] }
        return switch sdk.plan[id].kind {
        case .structure: [id]
        case .union(let union): union.members.flatMap { structures(of: $0.type) }
        case .alias(let target): structures(of: target)
        case .enumeration: []
        }
    }

    func text() -> String {
        let calls = tried.compactMap(call)
        let lines = ["import ApusRuntime", "import Foundation", "import \(sdk.module)", "", "@main enum Driver {"]
        let parts = calls.enumerated().map { index, call in
            "    static func try\(index)(_ trials: inout Trials) throws {\n        \(call)\n    }"
        }
        let main = calls.indices.map { "        try try\($0)(&trials)" }
        return
            (lines + parts + ["    static func main() throws {", "        var trials = Trials()"] + main
            + ["        print(trials.report)", "    }", "}", ""]).joined(separator: "\n")
    }

    func hasSample(_ trial: Trial) -> Bool { sdk.plan.samples?.name(of: trial.structure) != nil }

    private func call(_ trial: Trial) -> String? {
        guard case .structure(let structure) = sdk.plan[trial.structure].kind,
            let sample = sdk.plan.samples?.name(of: trial.structure)
        else { return nil }
        let type = sdk.text(.declared(trial.structure))
        let required = structure.properties.filter { $0.presence == .required || $0.presence == .nullable }
        // A member of a union states which one it is.
        let told = structure.properties.filter { $0.presence == .optional && $0.constant != nil }
        let keys = trial.keys.map { $0.sorted() } ?? (required + told).map(\.key)
        let arguments = required.filter { $0.constant == nil }.map {
            "\(Escaping.label($0.name)): $0.\(Escaping.member($0.name))"
        }
        let closure = arguments.isEmpty ? "{ _ in \(type)() }" : "{ \(type)(\(arguments.joined(separator: ", "))) }"
        let list = keys.map(Escaping.stringLiteral).joined(separator: ", ")
        let name = Escaping.stringLiteral(trial.name)
        return "try trials.add(\(name), [\(list)], \(type).\(Escaping.member(sample))) \(closure)"
    }
}
