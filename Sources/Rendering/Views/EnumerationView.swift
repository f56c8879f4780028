import ApusPlanning

/// An enumeration, for any of the three templates that write enumerations.
struct EnumerationView: TemplateView {
    var documentation: [String]
    var access: String
    var name: String
    /// `String`
    var raw: String
    /// `StringEnum`
    var conformance: String
    var cases: [Case]
    /// `.cat, .dog`
    var all: Code
    /// The list of all cases of a large enumeration in pieces, which the compiler reads one by one.
    var parts: [Part]
    var partNames: Code

    static let schema = ViewSchema<Self>(
        "enumeration",
        [
            .lines("documentation", \.documentation), .text("access", \.access), .text("name", \.name),
            .text("raw", \.raw), .text("conformance", \.conformance), .views("cases", \.cases), .code("all", \.all),
            .views("parts", \.parts), .code("partNames", \.partNames),
        ]
    )

    struct Case: TemplateView {
        var documentation: [String]
        var name: String
        /// `"cat"`
        var value: String
        /// ` = "cat"` if the value differs from the name.
        var raw: String
        /// `rawValue: "cat"`
        var argument: Code

        static let schema = ViewSchema<Self>(
            "case",
            [
                .lines("documentation", \.documentation), .text("name", \.name), .text("value", \.value),
                .text("raw", \.raw), .code("argument", \.argument),
            ]
        )
    }

    struct Part: TemplateView {
        var name: String
        var cases: Code

        static let schema = ViewSchema<Self>("part", [.text("name", \.name), .code("cases", \.cases)])
    }
}

extension ModelViews {
    func enumeration(_ enumeration: Enumeration, of declaration: Declaration) -> EnumerationView {
        let cases = enumeration.cases.map { item in
            let value =
                switch enumeration.raw {
                case .string: Escaping.stringLiteral(item.value)
                case .integer, .number: Escaping.number(item.value)
                }
            return EnumerationView.Case(
                documentation: Escaping.documentation(item.documentation),
                name: Escaping.identifier(item.name),
                value: value,
                raw: enumeration.raw == .string && item.name == item.value ? "" : " = \(value)",
                argument: .list(["rawValue: \(value)"])
            )
        }
        let parts = parts(enumeration)
        return EnumerationView(
            documentation: documentation(declaration),
            access: access,
            name: Escaping.identifier(declaration.name),
            raw: enumeration.raw.rawValue,
            conformance: enumeration.conformance,
            cases: cases,
            all: .elements(of: enumeration.cases.map { "." + Escaping.member($0.name) }),
            parts: parts,
            partNames: .elements(of: parts.map(\.name))
        )
    }

    private func parts(_ enumeration: Enumeration) -> [EnumerationView.Part] {
        guard enumeration.isLarge else { return [] }
        let step = Enumeration.mostStored
        return stride(from: 0, to: enumeration.cases.count, by: step).map { start in
            let cases = enumeration.cases[start..<min(start + step, enumeration.cases.count)]
            return EnumerationView.Part(
                name: "allCases\(start / step + 1)",
                cases: .elements(of: cases.map { "." + Escaping.member($0.name) })
            )
        }
    }
}

extension Enumeration {
    /// ApusRuntime's protocol: `StringEnum`, `ClosedIntegerEnum`.
    fileprivate var conformance: String {
        let kind =
            switch raw {
            case .string: "StringEnum"
            case .integer: "IntegerEnum"
            case .number: "NumberEnum"
            }
        return isOpen ? kind : "Closed" + kind
    }
}
