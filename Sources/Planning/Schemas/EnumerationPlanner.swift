import ApusDiagnostics
import ApusYAML

extension SchemaPlanner {
    func defineEnumeration(_ id: DeclarationID, _ shape: EnumerationShape) {
        let texts = shape.values.map { value in
            value.name.flatMap { $0.isEmpty ? nil : $0 } ?? value.node.string ?? value.node.number?.spelledOut ?? ""
        }
        let names = UniqueNames.assign(
            texts, name: { SwiftName.member($0) }, reserve: ReservedNames.enumerationCase
        )
        let cases = zip(names, shape.values).map { name, value in
            Enumeration.Case(
                name: name,
                value: value.node.string ?? value.node.number?.plain ?? "",
                documentation: Documentation.paragraphs(value.description)
            )
        }
        var enumeration = Enumeration(
            raw: shape.raw, isOpen: shape.isOpen || options.enums == .open && !shape.isClosed, cases: cases)
        if enumeration.isLarge, !enumeration.isOpen {
            enumeration.isOpen = true
            diagnostics.report(
                .unsupportedKeyword,
                "an enumeration of more than \(Enumeration.mostStored) values is open: a closed one takes the compiler minutes",
                at: shape.values[0].node.location)
        }
        types.drafts.define(id, as: .enumeration(enumeration))
    }
}

extension NumberText {
    /// `1.5` -> `1 point 5`, which is unique to this number.
    fileprivate var spelledOut: String { plain.replacing(".", with: " point ") }

    /// `1.0` and `1e0` -> `1`
    fileprivate var plain: String { int.map(String.init) ?? String(double) }
}
