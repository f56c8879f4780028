import ApusDiagnostics
import ApusGenerator
import ApusPlanning
import ArgumentParser

extension DiagnosticRenderer.Style: ExpressibleByArgument {}
extension PlanOptions.Access: ExpressibleByArgument {}
extension PlanOptions.Grouping: ExpressibleByArgument {}

/// `models,client`
struct PartList: ExpressibleByArgument {
    var parts: Set<PlanOptions.Part>

    init?(argument: String) {
        let names = argument.split(separator: ",", omittingEmptySubsequences: false)
        let parts = names.compactMap { PlanOptions.Part(rawValue: String($0)) }
        guard parts.count == names.count else { return nil }
        self.parts = Set(parts)
    }

    static var allValueStrings: [String] {
        PlanOptions.Part.allCases.map(\.rawValue)
    }
}

/// `https://example.com/schemas/=vendor/schemas`
struct URLMapping: ExpressibleByArgument {
    var url: String
    var folder: String

    init?(argument: String) {
        guard let equals = argument.lastIndex(of: "=") else { return nil }
        url = String(argument[..<equals])
        folder = String(argument[argument.index(after: equals)...])
        if url.isEmpty || folder.isEmpty { return nil }
    }
}

/// What belongs to a document besides its own file.
struct ReferenceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("A folder outside the document's own folder that its $refs may lead to.", valueName: "dir")
    )
    var allowFolder: [String] = []

    @Option(
        help: ArgumentHelp("A folder that stands for the URLs in $refs that begin with this URL.", valueName: "url=dir")
    )
    var mapUrl: [URLMapping] = []

    @Option(help: ArgumentHelp("An overlay to apply to the document first.", valueName: "file"))
    var overlay: [String] = []

    func set(in configuration: inout Configuration) {
        if !overlay.isEmpty { configuration.overlays = overlay }
        if !allowFolder.isEmpty { configuration.folders = allowFolder }
        if mapUrl.isEmpty { return }
        configuration.urls = Dictionary(mapUrl.map { ($0.url, $0.folder) }) { _, last in last }
    }
}

struct DiagnosticsOption: ParsableArguments {
    @Option(help: "How diagnostics are written.")
    var diagnostics: DiagnosticRenderer.Style = .text

    func show(_ collected: Diagnostics, from severity: Severity = .note) {
        StandardError.write(DiagnosticRenderer(style: diagnostics).render(collected, from: severity))
    }
}
