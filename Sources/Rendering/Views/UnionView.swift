import ApusPlanning

struct UnionView: TemplateView {
    var documentation: [String]
    var access: String
    /// `indirect `
    var modifier: String
    var name: String
    var members: [Member]
    /// Whether it can also contain values that match no member.
    var isOpen: Bool
    /// The property that distinguishes the members, if there is one.
    var choice: Choice?
    /// The statement that tries the members in turn: `self = try json.first(Self.cat, Self.dog)`
    var trial: Code
    var nested: [Code]

    static let schema = ViewSchema<Self>(
        "union",
        [
            .lines("documentation", \.documentation), .text("access", \.access), .text("modifier", \.modifier),
            .text("name", \.name), .views("members", \.members), .flag("isOpen", \.isOpen), .view("choice", \.choice),
            .code("trial", \.trial), .codes("nested", \.nested),
        ]
    )

    struct Member: TemplateView {
        var name: String
        /// The name after a full stop.
        var label: String
        var type: String
        /// `value`, with the tag if its type may lack it.
        var written: Code
        /// The assignment before the value is written.
        var filled: Filled?

        static let schema = ViewSchema<Self>(
            "member",
            [
                .text("name", \.name), .text("label", \.label), .text("type", \.type), .code("written", \.written),
                .view("filled", \.filled),
            ]
        )
    }

    /// `value.kind = value.kind ?? "cat"`
    struct Filled: TemplateView {
        var place: String
        var value: Code

        static let schema = ViewSchema<Self>("filled", [.text("place", \.place), .code("value", \.value)])
    }

    /// `switch json.discriminator("type") {`
    struct Choice: TemplateView {
        var path: Code
        var cases: [Case]
        /// The member for all other values, if there is one.
        var fallback: String

        static let schema = ViewSchema<Self>(
            "choice", [.code("path", \.path), .views("cases", \.cases), .text("fallback", \.fallback)]
        )
    }

    struct Case: TemplateView {
        /// `"cat", "kitten"`
        var values: String
        /// The member.
        var label: String

        static let schema = ViewSchema<Self>("case", [.text("values", \.values), .text("label", \.label)])
    }
}

extension ModelViews {
    func union(_ union: Union, of declaration: Declaration, nested: [Code]) -> UnionView {
        var members = union.members
        if union.isOpen { members.append(Union.Member(name: "other", type: .builtin(.json))) }
        return UnionView(
            documentation: documentation(declaration),
            access: access,
            modifier: union.isIndirect ? "indirect " : "",
            name: Escaping.identifier(declaration.name),
            members: members.map { self.member($0, of: declaration) },
            isOpen: union.isOpen,
            choice: choice(union),
            trial: trial(union),
            nested: nested
        )
    }

    private func choice(_ union: Union) -> UnionView.Choice? {
        switch union.choice {
        case .trial: nil
        case .constant(let path, let values): choice(union, path: path, values: values, fallback: nil)
        case .discriminator(let key, let values):
            choice(union, path: [key], values: values, fallback: union.fallback.map { union.members[$0] })
        }
    }

    private func choice(
        _ union: Union, path: [String], values: [[String]], fallback: Union.Member?
    ) -> UnionView.Choice {
        UnionView.Choice(
            path: .list(of: path.map(Escaping.stringLiteral)),
            cases: zip(union.members, values).filter { !$1.isEmpty }.map { member, values in
                UnionView.Case(
                    values: values.map(Escaping.stringLiteral).joined(separator: ", "),
                    label: Escaping.member(member.name)
                )
            },
            fallback: fallback.map { Escaping.member($0.name) } ?? ""
        )
    }

    private func member(_ member: Union.Member, of declaration: Declaration) -> UnionView.Member {
        let key = Escaping.stringLiteral(member.tag?.key ?? "")
        var view = UnionView.Member(
            name: Escaping.identifier(member.name),
            label: Escaping.member(member.name),
            type: types.text(member.type, in: declaration.id),
            written: "value"
        )
        switch member.tag?.value {
        case nil: break
        case .added(let value): view.written = .list(of: ["value", "tag: \(key)", Escaping.stringLiteral(value)])
        case .filled(let property, let literal):
            view.filled = UnionView.Filled(
                place: "value.\(Escaping.member(property))", value: TypeText.text(literal))
        case .kept(let property, let literal):
            let map = property.map { "value.\(Escaping.member($0))" } ?? "value"
            view.filled = UnionView.Filled(place: "\(map)[\(key)]", value: TypeText.text(literal))
        }
        return view
    }

    /// The first member whose type reads the value; if that does not distinguish them, the best one that the value is valid for.
    private func trial(_ union: Union) -> Code {
        let members = union.tried.map { union.members[$0] }
        if members.isEmpty { return union.isOpen ? "self = .other(try json.decode())" : "throw json.noMember()" }
        if members.count == 1, !union.isOpen {
            return "self = .\(Escaping.member(members[0].name))(try json.decode())"
        }
        let isChecked = members.contains { $0.check != nil }
        let texts = members.map { member -> Code in
            let name = "Self." + Escaping.member(member.name)
            guard isChecked else { return .text(name) }
            let check = CheckText(types: types).closure(member.check ?? .any)
            return "(\(.list([.text(name), check])))"
        }
        let otherwise: [Code] = union.isOpen ? ["otherwise: Self.other"] : []
        return "self = try json.\(isChecked ? "valid" : "first")(\(.list(texts + otherwise)))"
    }
}
