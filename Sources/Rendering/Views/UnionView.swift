import ApusPlanning

struct UnionView: TemplateView {
    var documentation: [String]
    var access: String
    /// `indirect `
    var modifier: String
    var name: String
    var members: [Member]
    /// Statements that choose the member for a value.
    var read: [Code]
    var nested: [Code]

    static let schema = ViewSchema<Self>(
        "union",
        [
            .lines("documentation", \.documentation), .text("access", \.access), .text("modifier", \.modifier),
            .text("name", \.name), .views("members", \.members), .codes("read", \.read), .codes("nested", \.nested),
        ]
    )

    struct Member: TemplateView {
        var name: String
        /// The name behind a full stop.
        var label: String
        var type: String
        var write: [Code]

        static let schema = ViewSchema<Self>(
            "member",
            [.text("name", \.name), .text("label", \.label), .text("type", \.type), .codes("write", \.write)]
        )
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
            members: members.map { member in
                UnionView.Member(
                    name: Escaping.identifier(member.name),
                    label: Escaping.member(member.name),
                    type: types.text(member.type, in: declaration.id),
                    write: write(member)
                )
            },
            read: read(union),
            nested: nested
        )
    }

    private func read(_ union: Union) -> [Code] {
        switch union.choice {
        case .trial: return [trial(union)]
        case .constant(let path, let values):
            return cases(union, path: path, values: values) + ["default:\(.chain) \(trial(union))", "}"]
        case .discriminator(let key, let values):
            let lines = cases(union, path: [key], values: values)
            if let fallback = union.fallback {
                let member = Escaping.member(union.members[fallback].name)
                return lines + ["default: self = .\(member)(try json.decode())", "}"]
            }
            return lines + ["default:\(.chain) \(trial(union))", "}"]
        }
    }

    /// `case .cat(let value): writer.write(value)`, with the tag that the value may lack.
    private func write(_ member: Union.Member) -> [Code] {
        let name = Escaping.member(member.name)
        switch member.tag?.value {
        case nil: return ["case .\(name)(let value): writer.write(value)"]
        case .added(let value):
            let key = Escaping.stringLiteral(member.tag?.key ?? "")
            let arguments = ["value", "tag: \(key)", Escaping.stringLiteral(value)]
            return ["case .\(name)(let value): writer.write(\(.list(of: arguments)))"]
        case .filled(let property, let literal):
            return write(name, filling: "value.\(Escaping.member(property))", with: literal)
        case .kept(let property, let literal):
            let map = property.map { "value.\(Escaping.member($0))" } ?? "value"
            return write(name, filling: "\(map)[\(Escaping.stringLiteral(member.tag?.key ?? ""))]", with: literal)
        }
    }

    private func write(_ name: String, filling place: String, with literal: Literal) -> [Code] {
        [
            "case .\(name)(var value):", "    \(place) = \(place) ?? \(TypeText.text(literal))",
            "    writer.write(value)",
        ]
    }

    /// The first member whose type reads the value; where that does not tell them apart, the best that it is valid for.
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

    /// `switch json.discriminator("type") {`, and a case for each member that the property tells.
    private func cases(_ union: Union, path: [String], values: [[String]]) -> [Code] {
        ["switch json.discriminator(\(.list(of: path.map(Escaping.stringLiteral)))) {"]
            + zip(union.members, values).filter { !$1.isEmpty }.map { member, names -> Code in
                let patterns = names.map(Escaping.stringLiteral).joined(separator: ", ")
                let name = Escaping.member(member.name)
                let value =
                    union.isOpen ? "try json.first(Self.\(name), otherwise: Self.other)" : ".\(name)(try json.decode())"
                return "case \(patterns):\(.chain) self = \(value)"
            }
    }
}
