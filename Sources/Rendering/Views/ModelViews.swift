import ApusPlanning

/// Declarations as views of the model templates.
struct ModelViews: Sendable {
    let plan: Plan
    let types: TypeText

    init(plan: Plan) {
        self.plan = plan
        types = TypeText(plan: plan)
    }

    var access: String {
        plan.options.access.prefix
    }

    // MARK: Structures

    func structure(_ structure: Structure, of declaration: Declaration, nested: [String]) -> View {
        let properties = structure.properties.map { property($0, codec: structure.codec, in: declaration.id) }
        let additional = structure.additional.map {
            additionalProperties($0, codec: structure.codec, in: declaration.id)
        }
        var parameters = structure.properties.map { parameter($0, in: declaration.id) }
        if let additional = structure.additional {
            let type = types.text(additional.type(codec: structure.codec), in: declaration.id)
            let empty = structure.codec == .tuple ? "[]" : "[:]"
            parameters.append("\(Escaping.identifier(additional.name)): \(type) = \(empty)")
        }
        let codec: (conformance: String, reader: String, writer: String) =
            switch structure.codec {
            case .json: ("JSONModel", "json object: inout JSONObjectReader", "to object: inout JSONObjectWriter")
            case .tuple: ("JSONTuple", "json elements: inout JSONArrayReader", "to elements: inout JSONArrayWriter")
            case .multipart: ("MultipartModel", "form: inout MultipartReader", "to form: inout MultipartWriter")
            }
        return View([
            "documentation": documentation(declaration),
            "access": access,
            "name": Escaping.identifier(declaration.name),
            "conformance": codec.conformance,
            "encoding": encoding(structure),
            "properties": (properties + [additional].compactMap { $0 }).map { View(["property": $0]) },
            "defaults": structure.properties.compactMap { defaultAccessor(of: $0, in: declaration.id) },
            "parameters": Layout.list(parameters),
            "reader": codec.reader,
            "writer": codec.writer,
            "nested": nested,
        ])
    }

    /// `static let encoding: [String: FormEncoding] = ["size": .object(.deepObject, explode: true)]`
    private func encoding(_ structure: Structure) -> [String] {
        let styles = structure.properties.compactMap(\.part?.style)
        if styles.isEmpty { return [] }
        return ["\(access)static let encoding: [String: FormEncoding] = [\(OperationText.formEncodings(styles))]"]
    }

    private func property(_ property: Property, codec: Structure.Codec, in scope: DeclarationID) -> View {
        if codec == .tuple { return element(property, in: scope) }
        let name = Escaping.identifier(property.name)
        let source = codec == .json ? "object" : "form"
        let key = Escaping.stringLiteral(property.key)
        let demands = property.part.map { fileDemands($0, isFile: property.type.isFile) } ?? []
        let read: String =
            switch property.presence {
            case .required: "try \(source).required(\(Layout.list([key] + demands)))"
            case .optional, .nullable, .threeState: "try \(source).optional(\(Layout.list([key] + demands)))"
            }
        let contentType = property.part?.contentType.map { ["contentType: \(Escaping.stringLiteral($0))"] } ?? []
        // The codec's own parameter would be meant otherwise.
        let stored = name == source ? "self.\(name)" : name
        let write = property.presence == .nullable ? "writeNullable" : "write"
        return View([
            "documentation": Escaping.documentation(property.documentation),
            "attribute": property.isIndirect ? "@Indirect " : nil,
            "name": name,
            "member": Escaping.member(property.name),
            "type": types.text(property.type, in: scope),
            "read": "\(stored) = \(read)",
            "write": "\(source).\(write)(\(Layout.list([key, stored] + contentType)))",
        ])
    }

    /// What a file's part must be and have: `contentType: "image/png", headers: ["X-Id"]`
    private func fileDemands(_ part: PartPlan, isFile: Bool) -> [String] {
        guard isFile else { return [] }
        let headers = part.headers.map(Escaping.stringLiteral).joined(separator: ", ")
        return [
            part.contentType.map { "contentType: \(Escaping.stringLiteral($0))" },
            part.headers.isEmpty ? nil : "headers: [\(headers)]",
        ].compactMap { $0 }
    }

    /// A property that is an element of an array.
    private func element(_ property: Property, in scope: DeclarationID) -> View {
        let name = Escaping.identifier(property.name)
        let stored = name == "elements" ? "self.elements" : name
        let isRequired = property.presence == .required
        return View([
            "documentation": Escaping.documentation(property.documentation),
            "attribute": property.isIndirect ? "@Indirect " : nil,
            "name": name,
            "member": Escaping.member(property.name),
            "type": types.text(property.type, in: scope),
            "read": "\(stored) = try elements.\(isRequired ? "required" : "optional")()",
            "write": "elements.write(\(isRequired ? "" : "optional: ")\(stored))",
        ])
    }

    private func additionalProperties(
        _ additional: AdditionalProperties, codec: Structure.Codec, in scope: DeclarationID
    ) -> View {
        let name = Escaping.identifier(additional.name)
        let matching = additional.patterns.map(Escaping.patternLiteral).joined(separator: ", ")
        let arguments = matching.isEmpty ? "" : "matching: \(matching)"
        let isTuple = codec == .tuple
        let source = codec == .multipart ? "form" : "object"
        let documentation =
            switch codec {
            case .json: "/// The members that no property names."
            case .tuple: "/// The elements behind."
            case .multipart: "/// The parts that no property names."
            }
        return View([
            "documentation": [documentation],
            "name": name,
            "member": name,
            "type": types.text(additional.type(codec: codec), in: scope),
            "read": "\(name) = try \(isTuple ? "elements.rest()" : "\(source).additionalProperties(\(arguments))")",
            "write": isTuple ? "elements.write(contentsOf: \(name))" : "\(source).write(additionalProperties: \(name))",
        ])
    }

    private func parameter(_ property: Property, in scope: DeclarationID) -> String {
        let declaration = "\(Escaping.identifier(property.name)): \(types.text(property.type, in: scope))"
        guard let value = property.defaultValue else { return declaration }
        return "\(declaration) = \(TypeText.text(value))"
    }

    // MARK: Enumerations, unions, aliases

    func enumeration(_ enumeration: Enumeration, of declaration: Declaration) -> View {
        let cases = enumeration.cases.map { item in
            let value =
                switch enumeration.raw {
                case .string: Escaping.stringLiteral(item.value)
                case .integer, .number: Escaping.number(item.value)
                }
            return View([
                "case": View([
                    "documentation": Escaping.documentation(item.documentation),
                    "name": Escaping.identifier(item.name),
                    "value": value,
                    "raw": enumeration.raw == .string && item.name == item.value ? nil : " = \(value)",
                    "argument": Layout.list(["rawValue: \(value)"]),
                ])
            ])
        }
        let parts = parts(enumeration)
        return View([
            "documentation": documentation(declaration),
            "access": access,
            "name": Escaping.identifier(declaration.name),
            "raw": enumeration.raw.rawValue,
            "conformance": enumeration.conformance,
            "cases": cases,
            "all": Layout.elements(enumeration.cases.map { "." + Escaping.member($0.name) }),
            "parts": parts,
            "partNames": Layout.elements(parts.indices.map(Self.partName)),
        ])
    }

    private static func partName(_ index: Int) -> String { "allCases\(index + 1)" }

    /// The list of all cases of a large enumeration in pieces, which the compiler reads one by one.
    private func parts(_ enumeration: Enumeration) -> [View] {
        guard enumeration.isLarge else { return [] }
        let step = Enumeration.mostStored
        return stride(from: 0, to: enumeration.cases.count, by: step).map { start in
            let cases = enumeration.cases[start..<min(start + step, enumeration.cases.count)]
            return View([
                "part": View([
                    "name": Self.partName(start / step),
                    "cases": Layout.elements(cases.map { "." + Escaping.member($0.name) }),
                ])
            ])
        }
    }

    func union(_ union: Union, of declaration: Declaration, nested: [String]) -> View {
        var members = union.members
        if union.isOpen { members.append(Union.Member(name: "other", type: .builtin(.json))) }
        let views = members.map { member in
            View([
                "member": View([
                    "name": Escaping.identifier(member.name),
                    "label": Escaping.member(member.name),
                    "type": types.text(member.type, in: declaration.id),
                    "write": write(member),
                ])
            ])
        }
        return View([
            "documentation": documentation(declaration),
            "access": access,
            "modifier": union.isIndirect ? "indirect " : nil,
            "name": Escaping.identifier(declaration.name),
            "members": views,
            "read": read(union),
            "nested": nested,
        ])
    }

    private func read(_ union: Union) -> [String] {
        switch union.choice {
        case .trial: return [trial(union)]
        case .constant(let path, let values):
            return cases(union, path: path, values: values) + ["default:\(Layout.chain) \(trial(union))", "}"]
        case .discriminator(let key, let values):
            let lines = cases(union, path: [key], values: values)
            if let fallback = union.fallback {
                let member = Escaping.member(union.members[fallback].name)
                return lines + ["default: self = .\(member)(try json.decode())", "}"]
            }
            return lines + ["default:\(Layout.chain) \(trial(union))", "}"]
        }
    }

    /// `case .cat(let value): writer.write(value)`, with the tag that the value may lack.
    private func write(_ member: Union.Member) -> [String] {
        let name = Escaping.member(member.name)
        switch member.tag?.value {
        case nil: return ["case .\(name)(let value): writer.write(value)"]
        case .added(let value):
            let key = Escaping.stringLiteral(member.tag?.key ?? "")
            let arguments = ["value", "tag: \(key)", Escaping.stringLiteral(value)]
            return ["case .\(name)(let value): writer.write(\(Layout.list(arguments)))"]
        case .filled(let property, let literal):
            return write(name, filling: "value.\(Escaping.member(property))", with: literal)
        case .kept(let property, let literal):
            let map = property.map { "value.\(Escaping.member($0))" } ?? "value"
            return write(name, filling: "\(map)[\(Escaping.stringLiteral(member.tag?.key ?? ""))]", with: literal)
        }
    }

    private func write(_ name: String, filling place: String, with literal: Literal) -> [String] {
        [
            "case .\(name)(var value):", "    \(place) = \(place) ?? \(TypeText.text(literal))",
            "    writer.write(value)",
        ]
    }

    /// The first member whose type reads the value; where that does not tell them apart, the best that it is valid for.
    private func trial(_ union: Union) -> String {
        let members = union.tried.map { union.members[$0] }
        if members.isEmpty { return union.isOpen ? "self = .other(try json.decode())" : "throw json.noMember()" }
        if members.count == 1, !union.isOpen {
            return "self = .\(Escaping.member(members[0].name))(try json.decode())"
        }
        let isChecked = members.contains { $0.check != nil }
        let texts = members.map { member in
            let name = "Self." + Escaping.member(member.name)
            guard isChecked else { return name }
            let check = CheckText(types: types).closure(member.check ?? .any)
            return "(\(Layout.list([name, check])))"
        }
        let otherwise = union.isOpen ? ["otherwise: Self.other"] : []
        return "self = try json.\(isChecked ? "valid" : "first")(\(Layout.list(texts + otherwise)))"
    }

    /// `switch json.discriminator("type") {`, and a case for each member that the property tells.
    private func cases(_ union: Union, path: [String], values: [[String]]) -> [String] {
        ["switch json.discriminator(\(Layout.list(path.map(Escaping.stringLiteral)))) {"]
            + zip(union.members, values).filter { !$1.isEmpty }.map { member, names in
                let patterns = names.map(Escaping.stringLiteral).joined(separator: ", ")
                let name = Escaping.member(member.name)
                let value =
                    union.isOpen ? "try json.first(Self.\(name), otherwise: Self.other)" : ".\(name)(try json.decode())"
                return "case \(patterns):\(Layout.chain) self = \(value)"
            }
    }

    func alias(_ type: TypeReference, of declaration: Declaration, nested: [String]) -> View {
        View([
            "documentation": documentation(declaration),
            "access": access,
            "name": Escaping.identifier(declaration.name),
            "type": types.text(type, in: declaration.parent),
            "nested": nested,
        ])
    }

    private func documentation(_ declaration: Declaration) -> [String] {
        Escaping.documentation(declaration.documentation)
    }
}

extension TypeReference {
    fileprivate var isFile: Bool {
        switch self {
        case .builtin(let builtin): builtin == .filePart
        case .array(let inner), .optional(let inner): inner.isFile
        case .declared, .external, .dictionary, .nullable, .generic: false
        }
    }
}

extension PlanOptions.Access {
    /// `public `, `package ` or nothing.
    var prefix: String {
        switch self {
        case .public: "public "
        case .package: "package "
        case .internal: ""
        }
    }
}

extension AdditionalProperties {
    fileprivate func type(codec: Structure.Codec) -> TypeReference {
        codec == .tuple ? .array(value) : .dictionary(value)
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
