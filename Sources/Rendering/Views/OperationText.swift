import ApusPlanning

/// What client and server share of an operation: signatures, responses, failures.
struct OperationText: Sendable {
    let plan: Plan
    let types: TypeText

    // MARK: Signatures

    /// `conversationID: String`, `limit: Int = 20`, `body: UpdateConversationRequest`
    func parameters(_ operation: OperationPlan, withDefaults: Bool) -> [String] {
        var parameters = operation.parameters.map { parameter in
            let name = Escaping.identifier(parameter.name)
            let type = types.text(parameter.type, in: nil)
            switch parameter.presence {
            case .required: return "\(name): \(type)"
            case .optional: return "\(name): \(type)?" + (withDefaults ? " = nil" : "")
            case .defaulted(let literal):
                return "\(name): \(type)" + (withDefaults ? " = \(TypeText.text(literal))" : "")
            }
        }
        if let body = operation.body {
            parameters.append(
                "body: \(type(of: body))" + (body.isRequired ? "" : "?")
                    + (withDefaults && !body.isRequired ? " = nil" : "")
            )
        }
        return parameters
    }

    /// The type of a body's value, which may be absent.
    func type(of body: BodyPlan) -> String {
        switch body.value {
        case .type(let type): types.text(body.isRequired ? type : type.unwrapped, in: nil)
        case .choice(let index): types.qualified(Escaping.identifier(plan.bodies[index].name))
        }
    }

    /// `.patch`, `.named("QUERY")`
    func method(_ operation: OperationPlan) -> String {
        operation.unusualMethod.map { ".named(\(Escaping.stringLiteral($0)))" } ?? ".\(operation.method)"
    }

    /// ` -> Bool`, or nothing for `Void`.
    func result(_ operation: OperationPlan) -> String {
        switch operation.success {
        case .single(let response): isEmpty(response) ? "" : " -> " + payload(response)
        case .output(let index): " -> " + types.qualified(Escaping.identifier(plan.outputs[index].name))
        }
    }

    func failureName(_ index: Int) -> String {
        types.qualified(Escaping.identifier(plan.failures[index].name))
    }

    // MARK: Responses

    func response(_ response: ResponsePlan) -> View {
        let hasStatus = response.status.isOpen
        let hasBody = !isEmpty(response)
        var payload: [String] = []
        var pattern: [String] = []
        if hasStatus {
            payload.append("Int")
            pattern.append("let status")
        }
        if hasBody {
            payload.append(self.payload(response))
            pattern.append("let body")
        }
        return View([
            "documentation": Escaping.documentation(response.documentation),
            "name": Escaping.identifier(response.name),
            "label": Escaping.member(response.name),
            "payload": payload.isEmpty ? nil : "(" + payload.joined(separator: ", ") + ")",
            "pattern": pattern.isEmpty ? nil : "(" + pattern.joined(separator: ", ") + ")",
            "answer": answer(response, status: response.status.code.map(String.init) ?? "status", body: "body"),
        ])
    }

    /// Whether an answer has neither body nor declared headers.
    func isEmpty(_ response: ResponsePlan) -> Bool {
        response.value == nil && response.content == nil
    }

    /// The type of what an answer holds: `[Pet]`, or `ListPetsOutput` where headers stand beside the body.
    private func payload(_ response: ResponsePlan) -> String {
        if let value = response.value {
            return types.qualified(Escaping.identifier(plan.responseTypes[value].name))
        }
        return types.text(response.type, in: nil)
    }

    /// `.json(200, body)`
    func answer(_ response: ResponsePlan, status: String, body: String) -> String {
        if response.value != nil { return "\(body).response(\(status))" }
        return answer(response.content, status: status, body: body)
    }

    func answer(_ content: ContentKind?, status: String, body: String) -> String {
        guard let content else { return ".noContent(\(status))" }
        var arguments = [status, body]
        arguments += encoding(content)
        if let mediaType = content.unusualMediaType, !content.isOpen {
            arguments.append("contentType: \(Escaping.stringLiteral(mediaType))")
        } else if status == "200", reader(content) == "json" {
            arguments.removeFirst()
        }
        return ".\(reader(content))(\(Layout.list(arguments)))"
    }

    /// `.json(422, Self.unprocessableContent)`
    func tableEntry(_ response: ResponsePlan) -> String {
        let status =
            switch response.status {
            case .code(let code): String(code)
            case .range(let hundred): "range: \(hundred)00..<\(hundred + 1)00"
            case .default: "range: 100..<600"
            }
        let arguments = [status, "Self." + Escaping.member(response.name)] + encoding(of: response)
        let distinction = response.distinction.map { ".matching(\(Escaping.stringLiteral($0)))" } ?? ""
        return ".\(reader(response))(\(arguments.joined(separator: ", ")))\(distinction)"
    }

    /// What is said of an answer's content: nothing where a type of its own reads it.
    func encoding(of response: ResponsePlan) -> [String] { response.value == nil ? encoding(response.content) : [] }

    /// What is said of the content beside its type: `encoding: ["size": .json]` for a form that is not all text,
    /// `"pets", item: "pet"` for XML.
    func encoding(_ content: ContentKind?) -> [String] {
        switch content {
        case .form(let encodings): encodings.isEmpty ? [] : ["encoding: [\(Self.formEncodings(encodings))]"]
        case .xml(_, let root): [name(root.name)] + (root.item.map { ["item: \(name($0))"] } ?? [])
        case nil, .json, .multipart, .text, .data, .stream, .items: []
        }
    }

    /// `"tag"`, `.named("smp:tag", in: "http://example.com")`
    func name(_ name: XMLNamePlan) -> String {
        let qualified = Escaping.stringLiteral(name.qualified)
        return name.namespace.map { ".named(\(qualified), in: \(Escaping.stringLiteral($0)))" } ?? qualified
    }

    /// The runtime's function that reads an answer: `json`
    func reader(_ response: ResponsePlan) -> String {
        response.value == nil ? reader(response.content) : "value"
    }

    /// The runtime's function that reads a body: `json`
    func reader(_ content: ContentKind?) -> String {
        switch content {
        case nil: "noContent"
        case .json: "json"
        case .multipart: "multipart"
        case .form: "urlEncoded"
        case .xml: "xml"
        case .text: "text"
        case .data: "data"
        case .stream: "stream"
        case .items(let format, _): format.rawValue
        }
    }

    func failure(_ failure: FailurePlan) -> View {
        View([
            "documentation": Escaping.documentation(failure.documentation),
            "access": plan.options.access.prefix,
            "name": Escaping.identifier(failure.name),
            "responses": failure.responses.map { View(["response": response($0)]) },
            "table": Layout.elements(failure.responses.map(tableEntry)),
        ])
    }

    func output(_ output: OutputPlan) -> View {
        View([
            "documentation": Escaping.documentation(output.documentation),
            "access": plan.options.access.prefix,
            "name": Escaping.identifier(output.name),
            "responses": output.responses.map { View(["response": response($0)]) },
        ])
    }

    func body(_ body: BodyChoicePlan) -> View {
        View([
            "documentation": Escaping.documentation(body.documentation),
            "access": plan.options.access.prefix,
            "name": Escaping.identifier(body.name),
            "cases": body.contents.map { content in
                View([
                    "case": View([
                        "name": Escaping.identifier(content.name),
                        "type": types.text(content.type, in: nil),
                    ])
                ])
            },
        ])
    }

    // MARK: Styles and security

    /// `style: .deepObject, explode: true`
    func style(_ parameter: ParameterPlan) -> [String] {
        if let format = parameter.queryFormat { return queryFormat(format).map { [$0] } ?? [] }
        guard let style = parameter.style else { return [] }
        // A header is `simple` if it is not JSON.
        let isSaid = parameter.location != .header || style.explode == nil
        return [isSaid ? "style: .\(style.name)" : nil, style.explode.map { "explode: \($0)" }].compactMap { $0 }
    }

    private func queryFormat(_ format: QueryFormat) -> String? {
        switch format {
        case .form(let encodings): encodings.isEmpty ? nil : "format: .form([\(Self.formEncodings(encodings))])"
        case .json: "format: .json"
        case .text: "format: .text"
        }
    }

    /// `"size": .json, "tags": .list(.form, explode: false)`
    static func formEncodings(_ encodings: [FormEncodingPlan]) -> String {
        Layout.elements(
            encodings.map { encoding in
                let content: String =
                    switch encoding.content {
                    case .json: ".json"
                    case .reserved: ".reserved"
                    case .list(let style, let reserved): ".list(\(arguments(style, reserved)))"
                    case .object(let style, let reserved): ".object(\(arguments(style, reserved)))"
                    }
                return "\(Escaping.stringLiteral(encoding.key)): \(content)"
            }
        )
    }

    private static func arguments(_ style: ParameterStyle, _ allowsReserved: Bool) -> String {
        let arguments = [".\(style.name)", "explode: \(style.explode ?? false)"]
        return (arguments + (allowsReserved ? ["allowReserved: true"] : [])).joined(separator: ", ")
    }

    /// The runtime's function that reads or writes a parameter: `query`
    func function(_ location: ParameterPlan.Location) -> String {
        switch location {
        case .path, .query, .header, .cookie: location.rawValue
        case .querystring: "queryString"
        }
    }

    /// A local name that no parameter has.
    func local(_ name: String, in operation: OperationPlan) -> String {
        var candidate = name
        let taken = Set(operation.parameters.map(\.name))
        while taken.contains(candidate) { candidate = "api" + candidate.prefix(1).uppercased() + candidate.dropFirst() }
        return candidate
    }

    /// `self.search` where a local of that name would be meant instead.
    func method(_ name: String, besideLocals locals: [String]) -> String {
        locals.contains(name) ? "self.\(Escaping.member(name))" : Escaping.identifier(name)
    }
}

extension ContentKind {
    /// Whether a value says what type of a range it is, or the function has one.
    fileprivate var isOpen: Bool {
        switch self {
        case .text(let mediaType), .data(let mediaType): mediaType.contains("*")
        case .json, .xml, .form, .multipart, .stream, .items: false
        }
    }

    /// The media type, where it is not the one that the runtime's function assumes.
    var unusualMediaType: String? {
        switch self {
        case .json("application/json"), .text("text/plain"), .xml("application/xml", _), .form, .multipart:
            nil
        case .items(.events, "text/event-stream"), .items(.eventObjects, "text/event-stream"): nil
        case .items(.jsonLines, "application/jsonl"), .items(.jsonSequence, "application/json-seq"): nil
        case .json(let mediaType), .xml(let mediaType, _), .text(let mediaType), .data(let mediaType),
            .stream(let mediaType), .items(_, let mediaType):
            mediaType
        }
    }
}

extension ResponsePlan.Status {
    package var code: Int? {
        if case .code(let code) = self { code } else { nil }
    }

    /// Whether the status is part of the answer's value: `4XX`, `default`.
    var isOpen: Bool {
        code == nil
    }
}
