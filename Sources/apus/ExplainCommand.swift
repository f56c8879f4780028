import ApusDiagnostics
import ArgumentParser

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explains the identifier in brackets at the end of a diagnostic.",
        discussion: "Without an identifier, it lists all of them."
    )

    @Argument(help: "The identifier, for example unknown-reference, with or without brackets.")
    var identifier: String?

    func run() throws {
        guard let identifier else { return print(Defect.list) }
        let name = identifier.trimmingBrackets
        guard let defect = Defect(identifier: name) else {
            let hint =
                nearest(to: name, among: Defect.allCases.map(\.identifier)).map { "; did you mean '\($0)'?" } ?? ""
            throw ValidationError("There is no diagnostic with the identifier '\(name)'\(hint)")
        }
        print(defect.fullExplanation)
    }
}

extension String {
    fileprivate var trimmingBrackets: String {
        hasPrefix("[") && hasSuffix("]") ? String(dropFirst().dropLast()) : self
    }
}
