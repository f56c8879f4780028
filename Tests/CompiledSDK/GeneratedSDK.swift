internal import ApusDiagnostics
internal import ApusGenerator
internal import ApusOpenAPI
package import ApusPlanning
package import ApusRendering
package import Foundation

/// The sources that Apus generates from one document, and the plan behind them.
package struct GeneratedSDK: Sendable {
    /// The name of the compiled module, and of the driver's subject.
    package var module: String
    package var document: URL
    package var plan: Plan
    package var files: [RenderedFile]
    /// The top-level declarations, keyed by the component that each declares.
    package var components: [String: DeclarationID]

    package static func v0() throws -> GeneratedSDK { try GeneratedSDK("V0", Repository.v0) }

    package static func fixture(_ module: String, _ name: String) throws -> GeneratedSDK {
        let folder = Repository.root.appending(path: "Fixtures/\(name)")
        let names = ["openapi.yaml", "openapi.txt"].map { folder.appending(path: $0) }
        let document = names.first { FileManager.default.fileExists(atPath: $0.path) } ?? names[0]
        return try GeneratedSDK(module, document, configuration: folder.appending(path: "apus.yaml"))
    }

    /// A document next to the repository, with samples: `nexus.json`.
    package static func withSamples(_ module: String, _ name: String) throws -> GeneratedSDK {
        try GeneratedSDK(module, Repository.specs.appending(path: name), parts: Set(PlanOptions.Part.allCases))
    }

    package init(
        _ module: String, _ file: URL, configuration: URL? = nil, parts: Set<PlanOptions.Part>? = nil
    ) throws {
        let diagnostics = Diagnostics()
        var settings = Configuration()
        if let configuration, let data = try? Data(contentsOf: configuration) {
            let source = SourceFile(name: "apus.yaml", bytes: [UInt8](data))
            settings = ConfigurationReader(diagnostics: diagnostics).read(source)
        }
        if let parts {
            settings.emit = parts
            // If formats are not asserted, no value satisfies the `oneOf` of an IPv4 and an IPv6 range.
            settings.formats = .all
        }
        let source = SourceFile(name: file.lastPathComponent, bytes: [UInt8](try Data(contentsOf: file)))
        let pipeline = Pipeline(configuration: settings, diagnostics: diagnostics)
        guard let document = pipeline.document(in: source), let files = pipeline.sources(of: source) else {
            throw GenerationFailure(messages: diagnostics.all.map(\.message))
        }
        let plan = Planner(document: document, options: settings.planOptions, diagnostics: diagnostics).plan()
        let roots = Dictionary(plan.roots.map { (plan[$0].location, $0) }) { first, _ in first }
        self.module = module
        self.document = file
        self.plan = plan
        self.files = files
        components = document.components.schemas.reduce(into: [:]) { $0[$1.key] = roots[$1.value.location] }
    }
}

struct GenerationFailure: Error {
    package var messages: [String]
}
