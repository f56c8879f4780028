import ApusDiagnostics
import ApusPlanning
import ArgumentParser

extension DiagnosticRenderer.Style: ExpressibleByArgument {}
extension PlanOptions.Access: ExpressibleByArgument {}

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

struct DiagnosticsOption: ParsableArguments {
    @Option(help: "How diagnostics are written.")
    var diagnostics: DiagnosticRenderer.Style = .text

    func show(_ collected: Diagnostics) {
        StandardError.write(DiagnosticRenderer(style: diagnostics).render(collected))
    }
}
