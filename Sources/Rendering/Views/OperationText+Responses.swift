import ApusPlanning

/// Responses: what they contain, how a server writes them and a client reads them.
extension OperationText {
    /// Whether a response has neither a body nor declared headers.
    func isEmpty(_ response: ResponsePlan) -> Bool {
        response.value == nil && response.content == nil
    }

    /// The type of a response's content: `[Pet]`, or `ListPetsOutput` if there are headers beside the body.
    func payload(_ response: ResponsePlan) -> String {
        if let value = response.value {
            return types.qualified(Escaping.identifier(plan.responseTypes[value].name))
        }
        return types.text(response.type, in: nil)
    }

    /// `.json(200, body)`
    func answer(_ response: ResponsePlan, status: String, body: Code) -> Code {
        if response.value != nil { return "\(body).response(\(status))" }
        return answer(response.content, status: status, body: body)
    }

    func answer(_ content: ContentPlan?, status: String, body: Code) -> Code {
        guard let content else { return ".noContent(\(status))" }
        var arguments = [.text(status), body] + encoding(content)
        if let mediaType = content.statedMediaType {
            arguments.append("contentType: \(Escaping.stringLiteral(mediaType))")
        } else if status == "200", content.kind.assumesOK {
            arguments.removeFirst()
        }
        return ".\(content.kind.function)(\(.list(arguments)))"
    }

    /// `.json(422, Self.unprocessableContent)`
    func tableEntry(_ response: ResponsePlan) -> Code {
        let statuses = response.status.failures
        let status =
            statuses.count == 1
            ? "\(statuses.lowerBound)" : "range: \(statuses.lowerBound)..<\(statuses.upperBound)"
        let arguments: [Code] = [.text(status), "Self.\(Escaping.member(response.name))"] + encoding(of: response)
        let distinction = response.distinction.map { ".matching(\(Escaping.stringLiteral($0)))" } ?? ""
        return ".\(reader(response))(\(arguments.joined(separator: ", ")))\(check(of: response))\(distinction)"
    }

    /// The arguments that describe a response's content: none if a type of its own reads it.
    func encoding(of response: ResponsePlan) -> [Code] { response.value == nil ? encoding(response.content) : [] }

    /// The arguments that describe the content in addition to its type: `encoding: ["size": .json]` for a form that is not all
    /// text, `"pets", item: "pet"` for XML.
    func encoding(_ content: ContentPlan?) -> [Code] {
        switch content?.details {
        case .form(let encodings, _): encodings.isEmpty ? [] : ["encoding: [\(Self.formEncodings(encodings))]"]
        case .xml(let root): [.text(name(root.name))] + (root.item.map { ["item: \(name($0))"] } ?? [])
        case nil, .some(.none): []
        }
    }

    /// `"tag"`, `.named("smp:tag", in: "http://example.com")`
    func name(_ name: XMLNamePlan) -> String {
        let qualified = Escaping.stringLiteral(name.qualified)
        return name.namespace.map { ".named(\(qualified), in: \(Escaping.stringLiteral($0)))" } ?? qualified
    }

    /// ` { $0.string(maxLength: 3) }`: the requirements on a string beyond its type.
    func check(of response: ResponsePlan) -> Code { response.value == nil ? closure(response.check) : .empty }

    func closure(_ check: Check?) -> Code { check.map { " \(CheckText(types: types).closure($0))" } ?? .empty }

    /// The runtime's function that reads a response: `json`
    func reader(_ response: ResponsePlan) -> String {
        response.value == nil ? response.content?.answerFunction ?? "noContent" : "value"
    }
}
